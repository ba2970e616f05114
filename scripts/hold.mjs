// npm run test:hold [-- name … --seconds 60 --rounds 100 --quick]: a server of its own over a database of its own, attacked by many
// from 127.0.0.2 and on, while a person looks at the map and a planner saves from 127.0.0.1; then killed and frozen again and again.
// Prints one table, and fails where the person waited (p95), a save failed, memory was kept, it did not heal in time, or a write that
// was acknowledged is gone. --quick: some of it for seconds, for CI; what takes long on a busy machine is told there, not judged.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { attacks } from "./hold/attacks.mjs";
import { kindsTableOf, tableOf } from "./hold/table.mjs";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir } from "./lib/paths.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

/** What each of them does, the others do too. */
const QUICK = ["lists", "readers", "bodies", "forged", "freeze", "kills"];
const names = [...Object.keys(attacks), "plateau", "freeze", "kills"];

await runMain(async () => {
  prepareEnvironment();
  const { positionals: wanted, values } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: "string" },
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      "no-install": { type: "boolean" },
    },
  });
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no "${unknown[0]}".`, `one of: ${names.join(", ")}`);
  const seconds = Number(values.seconds ?? (values.quick ? 4 : 60));
  const rounds = Number(values.rounds ?? (values.quick ? 4 : 100));
  const chosen = wanted.length > 0 ? wanted : values.quick ? QUICK : names;
  const isWanted = (/** @type {string} */ name) => chosen.includes(name);
  stopOnSignals();
  try {
    await ensureDependencies();
    const { behindProxy, standUp } = await import("./hold/stand-up.mjs");
    const { runAttack, runPlateau } = await import("./hold/run-attack.mjs");
    const { freeze, killAgainAndAgain } = await import("./hold/kills.mjs");

    const house = await standUp(join(dataDir, "hold"), randomBytes(18).toString("base64url"));
    /** @type {import("./hold/table.mjs").Row[]} */
    const rows = [];
    for (const name of ["nothing", ...Object.keys(attacks)]) {
      if (name !== "nothing" && !isWanted(name)) continue;
      const what = name === "nothing" ? "nobody else" : (attacks[name]?.what ?? name);
      const run = (/** @type {typeof house} */ attacked) =>
        step(`For ${seconds} s: ${what}`, () => runAttack(attacked, name, what, seconds));
      rows.push(await (attacks[name]?.isProxied ? behindProxy(house, run) : run(house)));
    }
    if (isWanted("plateau")) {
      const each = Math.max(2, Math.round(seconds / 6));
      rows.push(...(await step("Five rounds of bodies", () => runPlateau(house, each))));
    }
    if (isWanted("freeze"))
      rows.push(await step("A frozen database", () => freeze(house, values.quick ? 4 : 15)));
    if (isWanted("kills"))
      rows.push(...(await step(`${rounds} kills`, (update) => killAgainAndAgain(house, rounds, update))));
    say(`\n${tableOf(rows)}\n\n${kindsTableOf(rows)}\n`);
    const missed = rows.flatMap(({ what, missed: lines }) => lines.map((line) => `${what}: ${line}`));
    if (missed.length > 0) say(`Missed\n${missed.join("\n")}\n\nLogs: ${house.logs.join(", ")}`);
    return missed.length === 0 ? 0 : 1;
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});
