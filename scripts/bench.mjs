// npm run bench [-- name …] [--times 10]: the built server over a copy of the test database, then every
// scripts/bench/<name>.bench.ts against it, one at a time, and a table of what they measured. --times: once more with so many
// times the organizations and plans of the sample, and by how much each figure has grown. Ends with status 1 where a figure is
// not as it should be, and names it.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { missedOf, tableOf } from "./lib/bench-table.mjs";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir, inRoot, root } from "./lib/paths.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

const SUFFIX = ".bench.ts";
/** These make records of their own. */
const OWN_RECORDS = ["recount"];
/** Of the sample, which --times multiplies. */
const RECORDS = { organizations: 12_000, plans: 6_000 };

await runMain(async () => {
  prepareEnvironment();
  const { positionals: wanted, values } = parseArgs({
    allowPositionals: true,
    options: { times: { type: "string", default: "1" }, "no-install": { type: "boolean" } },
  });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) throw new Stop("--times takes a whole number.", "--times 10");
  const found = readdirSync(inRoot("scripts/bench"))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const unknown = wanted.filter((name) => !found.includes(name));
  if (unknown.length > 0) throw new Stop(`No bench "${unknown[0]}".`, `one of: ${found.join(", ")}`);
  const names = found.filter((name) => times === 1 || !OWN_RECORDS.includes(name));

  stopOnSignals();
  try {
    await ensureDependencies();
    const { findWrk } = await import("./lib/find-wrk.mjs");
    await findWrk();
    const { openTestDatabases } = await import("./lib/test-database.mjs");
    const { buildWhatIsStale } = await import("./lib/build-app.mjs");
    const { startServer, untilReady } = await import("./lib/serve.mjs");
    const { freePort } = await import("./lib/cluster-process.mjs");

    const databases = await openTestDatabases();
    atEnd(databases.close);
    await buildWhatIsStale();
    const urls = await databases.copy("bench");
    // the benches write targets, and ask for lists that are handed on only by who has the right
    process.env.EDIT_KEY = randomBytes(24).toString("hex");
    process.env.REDISTRIBUTE_SOURCES = "local-governments";
    const port = await freePort(9_290);
    const address = { host: "127.0.0.1", port, url: `http://127.0.0.1:${port}` };
    const server = startServer(address, urls);
    atEnd(server.stop);
    await step("Starting the server", () => untilReady(address, server.hasEnded), { quietFor: 2_000 });

    mkdirSync(dataDir, { recursive: true });
    const results = join(dataDir, `bench-${process.pid}.jsonl`);
    atEnd(() => rmSync(results, { force: true }));
    const env = {
      ...process.env,
      DATABASE_URL: urls.ownerUrl,
      API_DATABASE_URL: urls.apiUrl,
      BENCH_BASE_URL: address.url,
      BENCH_RESULTS: results,
    };
    let failed = 0;
    const runAll = async () => {
      for (const name of wanted.length > 0 ? wanted : names) {
        say(`\n── ${name} ──`);
        if ((await runBench(inRoot("scripts/bench", name + SUFFIX), env)) !== 0) failed += 1;
      }
      const rows = existsSync(results) ? readRows(results) : [];
      rmSync(results, { force: true });
      return rows;
    };
    const once = await runAll();
    say(`\nBoundaries: ${databases.boundary}\n\n${tableOf(once)}`);
    const missed = missedOf(once);
    if (times > 1) {
      await step(`Making ${times} times the records`, async () => grow(urls.ownerUrl, times));
      const more = await runAll();
      say(`\n${times} times the records\n\n${tableOf(more, once)}`);
      missed.push(...missedOf(more, once).map((line) => `${times} times the records: ${line}`));
    }
    if (missed.length > 0) say(`\nMissed\n${missed.join("\n")}`);
    return failed === 0 && missed.length === 0 ? 0 : 1;
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});

/**
 * @param {string} databaseUrl
 * @param {number} times
 */
function grow(databaseUrl, times) {
  const counts = Object.entries(RECORDS).flatMap(([what, count]) => [`--${what}`, String(count * times)]);
  const args = ["--import", "tsx", inRoot("geo-data/sample/cli.ts"), "--replace", ...counts];
  execFileSync(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function runBench(file, env) {
  const child = spawn(process.execPath, ["--import", "tsx", file], { cwd: root, env, stdio: "inherit" });
  return new Promise((resolve) => child.once("close", (status) => resolve(status ?? 1)));
}

/**
 * @param {string} file one row of JSON a line
 * @returns {import("./bench/record.ts").BenchRow[]}
 */
function readRows(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
