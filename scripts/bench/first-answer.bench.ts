// How soon the country by tambon is there after an edit: of a plan, as an import writes it.
import pg from "pg";
import { baseUrl, fromEnvironment, median, quantile, timed } from "./load.ts";
import { record } from "./record.ts";

const EDITS = 25;
const path = "/api/coverage/plans-linked?fiscal_year=2021&level=tambon";

const client = new pg.Client(fromEnvironment("DATABASE_URL"));
await client.connect();
try {
  const { rows } = await client.query("select id from plan_item_link order by md5(id::text) limit $1", [
    EDITS,
  ]);
  const times: number[] = [];
  for (const { id } of rows) {
    await timed(path);
    const before = await tagOf();
    await client.query("update plan_item_link set evidence = coalesce(evidence, '') || '.' where id = $1", [
      id,
    ]);
    // the notification is on its way: the server hears of it within a millisecond or two
    await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(await timed(path));
    if ((await tagOf()) === before) throw new Error("the answer after the edit is the one before it");
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

async function tagOf(): Promise<string | null> {
  return (await fetch(baseUrl + path, { method: "HEAD" })).headers.get("etag");
}
