// What the cluster tests run as a process of its own: joins the cluster, writes one acknowledged row, says so,
// and with --stay stays until it is told to stop, with --guard looking after the cluster. --busy: a query is under way that
// looks at nothing else.
import { urlOf, withClient } from "../../scripts/lib/database.mjs";
import { joinCluster } from "../../scripts/lib/private-cluster.mjs";
import { runMain, say } from "../../scripts/lib/say.mjs";
import { atEnd, stopOnSignals, undoAll } from "../../scripts/lib/shutdown.mjs";

await runMain(async () => {
  const [home = "", row = ""] = process.argv.slice(2);
  stopOnSignals();
  const cluster = await joinCluster(home);
  atEnd(cluster.leave);
  const rows = await withClient(urlOf(cluster, cluster.owner, "postgres"), async (client) => {
    // two at once trip over "if not exists" otherwise
    await client.query(
      "begin; select pg_advisory_xact_lock(1); create table if not exists kept (row text); commit",
    );
    await client.query("insert into kept values ($1)", [row]);
    const found = await client.query("select row from kept order by row");
    return found.rows.map((kept) => kept.row);
  });
  if (process.argv.includes("--guard")) cluster.guard();
  if (process.argv.includes("--busy")) {
    void withClient(urlOf(cluster, cluster.owner, "postgres"), async (client) => {
      await client.query("set jit = off");
      await client.query("select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b");
    }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  say(JSON.stringify({ port: cluster.port, joined: cluster.joined, rows }));
  if (process.argv.includes("--stay")) await new Promise((resolve) => setTimeout(resolve, 120_000));
  await undoAll();
});
