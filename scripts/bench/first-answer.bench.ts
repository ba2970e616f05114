// How soon the country by tambon is there after an edit that changes a figure of it, for whoever made it. The first edits are not
// counted: connections open meanwhile, and each makes up its mind about its plans in five rounds.
import { VERSION_HEADER } from "@phuenthi/server/contract/health";
import pg from "pg";
import { fromEnvironment, median, quantile, timed } from "./load.ts";
import { record } from "./record.ts";

const WARM_UP = 15;
const EDITS = 25;
const GZIP = { "accept-encoding": "gzip" };
const path = "/api/coverage/plans-linked?fiscal_year=2021&level=tambon";

const client = new pg.Client(fromEnvironment("DATABASE_URL"));
await client.connect();
try {
  // the one plan of a tambon that counts by it
  const { rows } = await client.query(
    `select min(plan.id::text) as id from plan join achievement using (area_code)
     where indicator_id = 'plans-linked' and fiscal_year = 2021 and value = 1
     group by area_code having count(*) = 1 order by 1 limit $1`,
    [WARM_UP + EDITS],
  );
  const times: number[] = [];
  for (const [at, { id }] of rows.entries()) {
    const before = await timed(path, GZIP);
    await client.query("update plan set ended_on = '2020-01-01' where id = $1", [id]);
    const edit = await client.query("select version from data_version where topic = 'edit'");
    const after = await timed(path, { ...GZIP, [VERSION_HEADER]: String(edit.rows[0].version) });
    if (at >= WARM_UP) times.push(after.ms);
    if (after.etag === before.etag) throw new Error("the answer after the edit is the one before it");
  }
  console.log(
    `first answer after an edit: p50 ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
  );
  record({
    what: "first answer after an edit, by tambon (p50)",
    unit: "ms",
    ours: median(times),
    moreIsBetter: false,
    reach: { most: 30 },
  });
} finally {
  await client.end();
}
