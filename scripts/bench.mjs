// npm run bench [-- name …] [--times 10]: the built server over a copy of the test database, then every
// scripts/bench/<name>.bench.ts against it, one at a time, and a table of what they measured. --times: with so many times
// the organizations and plans of the sample, to see what grows.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir, inRoot, root } from "./lib/paths.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

const SUFFIX = ".bench.ts";
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
  const names = readdirSync(inRoot("scripts/bench"))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Stop(`No bench "${unknown[0]}".`, `one of: ${names.join(", ")}`);

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
    if (times > 1) await step(`Making ${times} times the records`, async () => grow(urls.ownerUrl, times));
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
      BENCH_BOUNDARY: databases.boundary,
    };
    let failed = 0;
    for (const name of wanted.length > 0 ? wanted : names) {
      say(`\n── ${name} ──`);
      if ((await runBench(inRoot("scripts/bench", name + SUFFIX), env)) !== 0) failed += 1;
    }
    if (existsSync(results)) say(`\n${tableOf(readFileSync(results, "utf8"), databases.boundary)}`);
    return failed === 0 ? 0 : 1;
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
 * @param {string} lines one scripts/bench/record.ts row of JSON a line
 * @param {string} boundary
 */
function tableOf(lines, boundary) {
  /** @type {import("./bench/record.ts").BenchRow[]} */
  const rows = lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const cells = [
    ["what", "Phuenthi", "alternative", "", "times better", "reach"],
    ...rows.map(({ what, unit, ours, alternative = "", theirs, moreIsBetter, reach }) => {
      const ratio = theirs ? (moreIsBetter ? ours / theirs : theirs / ours) : null;
      return [
        what,
        `${ours.toLocaleString("en")} ${unit}`,
        alternative,
        theirs === null ? "not installed" : theirs ? `${theirs.toLocaleString("en")} ${unit}` : "",
        ratio === null ? "" : ratio.toFixed(ratio < 2 ? 2 : 1),
        reach ? toReach(reach, ours, ratio) : "",
      ];
    }),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  /** @param {string[]} row */
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [`Boundaries: ${boundary}`, "", line(head), rule, ...body.map(line)].join("\n");
}

/**
 * What the figure should be, and whether it is.
 * @param {NonNullable<import("./bench/record.ts").BenchRow["reach"]>} reach
 * @param {number} ours
 * @param {number | null} ratio
 */
function toReach(reach, ours, ratio) {
  if ("times" in reach) {
    return ratio === null ? `≥ ${reach.times} ×` : `${ratio >= reach.times ? "✓" : "✗"} ≥ ${reach.times} ×`;
  }
  if ("least" in reach) return `${ours >= reach.least ? "✓" : "✗"} ≥ ${reach.least.toLocaleString("en")}`;
  return `${ours <= reach.most ? "✓" : "✗"} ≤ ${reach.most.toLocaleString("en")}`;
}
