// npm run bench [-- name …]: the built server over a copy of the test database, then every
// scripts/bench/<name>.bench.ts against it, one at a time, and a table of what they measured.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir, inRoot, root } from "./lib/paths.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

const SUFFIX = ".bench.ts";

await runMain(async () => {
  prepareEnvironment();
  const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
  const names = readdirSync(inRoot("scripts/bench"))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Stop(`No bench "${unknown[0]}".`, `one of: ${names.join(", ")}`);

  stopOnSignals();
  try {
    await ensureDependencies();
    const { openTestDatabases } = await import("./lib/test-database.mjs");
    const { buildWhatIsStale } = await import("./lib/build-app.mjs");
    const { startServer, untilReady } = await import("./lib/serve.mjs");
    const { freePort } = await import("./lib/cluster-process.mjs");

    const databases = await openTestDatabases();
    atEnd(databases.close);
    await buildWhatIsStale();
    const urls = await databases.copy("bench");
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
    ["what", "Phuenthi", "alternative", "", "times better"],
    ...rows.map(({ what, unit, ours, alternative, theirs, moreIsBetter }) => {
      const ratio = theirs === null ? null : moreIsBetter ? ours / theirs : theirs / ours;
      return [
        what,
        `${ours.toLocaleString("en")} ${unit}`,
        alternative,
        theirs === null ? "not installed" : `${theirs.toLocaleString("en")} ${unit}`,
        ratio === null ? "" : ratio.toFixed(1),
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
