// npm run test:scale [-- --quick]: two built servers behind a proxy, PgBouncer in transaction mode, a primary and a streaming
// replica, all of this machine's packages; while people read and a planner saves, each is killed in turn and comes back as under a
// manager, and the database is migrated and the servers restarted one after the other. Fails on a lost write, a gap of more than
// 5 s, an answer more than 250 ms stale, and an error that no killed party explains. --quick: two of them, for CI.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir } from "./lib/paths.mjs";
import { runMain, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";
import { judge, tableOf } from "./scale/judge.mjs";

const home = join(dataDir, "scale");

await runMain(async () => {
  prepareEnvironment();
  const { values } = parseArgs({
    options: { quick: { type: "boolean", default: false }, "no-install": { type: "boolean" } },
  });
  stopOnSignals();
  try {
    await ensureDependencies();
    const { standUp } = await import("./scale/stand-up.mjs");
    const { startLoad } = await import("./scale/load.mjs");
    const { faultsOf } = await import("./scale/faults.mjs");
    const { findLost } = await import("./scale/lost.mjs");

    const editKey = randomBytes(18).toString("base64url");
    const machines = await standUp(home, editKey);
    const faults = faultsOf(machines).filter(({ quick }) => quick || !values.quick);
    const load = startLoad({ proxy: machines.proxy.url, servers: machines.servers, editKey });
    atEnd(load.stop);
    /** @type {import("./scale/judge.mjs").Fault[]} */
    const done = [];
    for (const { name, takesWrites = true, says, act, settle } of faults) {
      await step(`Under load: ${name}`, async () => {
        const began = performance.now();
        await act();
        const back = performance.now();
        await settle();
        done.push({ name, began, back, ended: performance.now(), takesWrites, says });
      });
    }
    await load.stop();
    const verdicts = done.map((fault) => judge(load.records, fault));
    const lost = await findLost(machines, load.records.saved);
    say(`\n${machines.description}\n\n${tableOf(verdicts)}\n`);
    say(`${load.records.saved.length} acknowledged writes, ${lost.length} lost`);
    const missed = verdicts.flatMap(({ name, missed: what }) => what.map((line) => `${name}: ${line}`));
    missed.push(...lost);
    if (missed.length > 0) say(`\nMissed\n${missed.join("\n")}\n\nTheir logs: ${machines.logs.join(", ")}`);
    return missed.length === 0 ? 0 : 1;
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});
