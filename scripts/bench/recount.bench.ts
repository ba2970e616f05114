// What keeping figures costs with 100,000 organizations and 30,000 plans: one edit, and everything from scratch; and how
// soon the country's answer is there, made anew and from memory. Times are of the database, over loopback.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { baseUrl, compare, fromEnvironment, median, quantile, startAlternative } from "./load.ts";
import { record } from "./record.ts";

const ROUNDS = 3;
const EDITS_EACH = 12;
const ANSWERS = 200;

/** Edits of records that figures are made of; $1 is the record's id. */
const EDITS = {
  organization: "update organization set ended_on = coalesce(registered_on, '2019-05-01') + 30 where id = $1",
  plan_item_link: "update plan_item_link set evidence = null where id = $1",
  plan: "delete from plan where id = $1",
  housing_project: "update housing_project set households_benefited = 7 where id = $1",
  training_result: "update training_result set passed = not passed where id = $1",
  quality_review: "update quality_review set score = 100 - score where id = $1",
  cooperation_member: "delete from cooperation_member where id = $1",
};

const FROM_NOTHING = `
  delete from achievement; delete from small_cell; delete from pooled_amount;
  select api.refresh_all_achievements()`;
/** The same recount in as many steps as there are districts, of what is counted by tambon. */
const BY_DISTRICT = `
  select api.refresh_indicator(indicator.id, district.codes)
  from indicator, (
    select array_agg(area_code) as codes from area_search where level = 'tambon' group by left(area_code, 4)) district
  where declaration ->> 'counted_by' = 'tambon'`;
/** One indicator and year without what is kept. */
const FROM_RECORDS = `
  select left(code, 2), sum(value), count(*)
  from indicator."plans-linked"((select array_agg(area_code) from area_search where level = 'tambon'), array[2021])
  group by 1`;

const ms = (value: number) => `${value.toFixed(1)} ms`;

const databaseUrl = fromEnvironment("DATABASE_URL");
console.log("making 100,000 organizations and 30,000 plans …");
execFileSync(
  process.execPath,
  ["--import", "tsx", join(import.meta.dirname, "../../geo-data/sample/cli.ts")].concat([
    "--organizations",
    "100000",
    "--plans",
    "30000",
    "--replace",
  ]),
  { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ["ignore", "ignore", "inherit"] },
);
const client = new pg.Client(databaseUrl);
await client.connect();
try {
  await client.query("analyze");
  const everything = median(await timesOf(ROUNDS, () => undone("select api.refresh_all_achievements()")));
  const fromNothing = median(await timesOf(1, () => undone(FROM_NOTHING)));
  const byDistrict = median(await timesOf(1, () => undone(BY_DISTRICT)));
  hand("every figure, from empty tables", fromNothing, "district by district", byDistrict);
  hand("every figure again", everything, "district by district", byDistrict);

  const edits: number[] = [];
  for (const [table, edit] of Object.entries(EDITS)) {
    const { rows } = await client.query(`select id from ${table} order by md5(id::text) limit ${EDITS_EACH}`);
    for (const { id } of rows) edits.push(await editTime(edit, id));
  }
  console.log(`${edits.length} edits: p50 ${ms(median(edits))}, p95 ${ms(quantile(edits, 0.95))}`);
  hand("one edit and its effect (p95)", quantile(edits, 0.95), "counting everything again", everything);

  for (const level of ["province", "tambon"]) {
    const made = await timesOf(ANSWERS, () =>
      client.query("select api.coverage_answer('plans-linked', 2021, $1, null)", [level]),
    );
    console.log(
      `the country by ${level}, made anew: p50 ${ms(median(made))}, p95 ${ms(quantile(made, 0.95))}`,
    );
    const counted = await timesOf(10, () => client.query(FROM_RECORDS));
    hand(
      `country by ${level}, made anew (p95)`,
      quantile(made, 0.95),
      "counted from records",
      quantile(counted, 0.95),
    );
  }
} finally {
  await client.end();
}
const stop = await startAlternative();
try {
  const path = "/api/coverage/plans-linked?fiscal_year=2021&level=tambon";
  // the data version has changed: once before anybody looks at the clock
  await fetch(`${baseUrl}${path}`);
  await compare("country by tambon, from memory", [path], {
    name: "GROUP BY from records",
    paths: ["/coverage"],
  });
} finally {
  stop();
}

/** In a transaction that is taken back. */
async function undone(statement: string): Promise<void> {
  await client.query("begin");
  await client.query(statement);
  await client.query("rollback");
}

/** Of the edit alone, with all that its triggers do. */
async function editTime(edit: string, id: string): Promise<number> {
  await client.query("begin");
  const [took = Number.NaN] = await timesOf(1, () => client.query(edit, [id]));
  await client.query("rollback");
  return took;
}

async function timesOf(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

function hand(what: string, ours: number, alternative: string, theirs: number): void {
  console.log(`${what}: ${ms(ours)}, ${alternative}: ${ms(theirs)}`);
  record({ what, unit: "ms", ours, alternative, theirs, moreIsBetter: false });
}
