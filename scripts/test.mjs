// npm test [-- unit|server|e2e] [vitest arguments]: brings up what the suites need, runs them, counts.
// Without a suite: unit and server, which is everything but the browser.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir, inRoot, root } from "./lib/paths.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";
import { readVitestReport, recordTally, tallyLine } from "./lib/tally.mjs";

const SUITES = ["unit", "server", "e2e"];

await runMain(async () => {
  prepareEnvironment();
  const args = process.argv.slice(2).filter((arg) => arg !== "--no-install");
  const named = args.filter((arg) => SUITES.includes(arg));
  const suites = named.length > 0 ? named : ["unit", "server"];
  const vitestArgs = args.filter((arg) => !SUITES.includes(arg));

  stopOnSignals();
  try {
    await ensureDependencies();
    const env = { ...process.env, ...(await whatTheyNeed(suites)) };
    return await runVitest(suites, vitestArgs, env);
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});

/**
 * @param {string[]} suites
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function whatTheyNeed(suites) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  if (!suites.includes("server") && !suites.includes("e2e")) return env;
  const { openTestDatabases } = await import("./lib/test-database.mjs");
  const databases = await openTestDatabases();
  atEnd(databases.close);
  env.TEST_BOUNDARY = databases.boundary;
  env.PG_BIN = databases.bin;

  // a copy for each worker: two test files never wait for, or see, each other's rows
  const workers = Math.min(4, availableParallelism());
  env.TEST_WORKERS = String(workers);
  env.TEST_TEMPLATE = databases.template;
  env.TEST_MAINTENANCE_URL = databases.maintenanceUrl;
  /** @type {import("./lib/test-database.mjs").Urls[]} */
  const copies = [];
  await step(
    `Copying the test database for ${workers} workers`,
    async () => {
      for (let worker = 1; worker <= workers; worker += 1) {
        const urls = await databases.copy(`worker_${worker}`);
        copies.push(urls);
        env[`TEST_DATABASE_URL_${worker}`] = urls.ownerUrl;
        env[`TEST_API_DATABASE_URL_${worker}`] = urls.apiUrl;
      }
    },
    { quietFor: 1_000 },
  );
  if (suites.includes("e2e")) Object.assign(env, await startForBrowser(copies));
  return env;
}

/**
 * For each worker the built server on a port of its own, over its copy of the test database; and the browser.
 * @param {import("./lib/test-database.mjs").Urls[]} copies
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function startForBrowser(copies) {
  const { findOrInstallBrowser } = await import("./lib/find-browser.mjs");
  const { buildWhatIsStale } = await import("./lib/build-app.mjs");
  const { startServer, untilReady } = await import("./lib/serve.mjs");
  const { freePort } = await import("./lib/cluster-process.mjs");
  const browser = await findOrInstallBrowser();
  await buildWhatIsStale();
  process.env.EDIT_KEY = randomBytes(18).toString("base64url");
  // the tests look places up in the list; what a server without the right hands on, tests/server/redistribution.test.ts tells
  process.env.REDISTRIBUTE_SOURCES = "local-governments";
  /** @type {NodeJS.ProcessEnv} */
  const env = { CHROMIUM: browser, TEST_EDIT_KEY: process.env.EDIT_KEY };
  let port = Number(process.env.TEST_PORT ?? 9_280);
  for (const [index, urls] of copies.entries()) {
    port = await freePort(port);
    const address = { host: "127.0.0.1", port, url: `http://127.0.0.1:${port}` };
    const server = startServer(address, urls);
    atEnd(server.stop);
    await step("Starting the server", () => untilReady(address, server.hasEnded), { quietFor: 2_000 });
    env[`TEST_BASE_URL_${index + 1}`] = address.url;
  }
  return env;
}

/**
 * @param {string[]} suites
 * @param {string[]} vitestArgs
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
async function runVitest(suites, vitestArgs, env) {
  mkdirSync(dataDir, { recursive: true });
  const report = join(dataDir, `vitest-${process.pid}.json`);
  const mode = vitestArgs.includes("--watch") ? [] : ["run"];
  const child = spawn(
    process.execPath,
    [
      inRoot("node_modules/vitest/vitest.mjs"),
      ...mode,
      ...suites.flatMap((suite) => ["--project", suite]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...vitestArgs,
    ],
    { cwd: root, env, stdio: "inherit" },
  );
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (status) => resolve(status ?? 1));
  });
  atEnd(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const status = await ended;
  if (isStopping()) return await new Promise(() => {});
  if (!existsSync(report)) throw new Stop("vitest ended without a report.", "its lines above say why");
  const tally = readVitestReport(report);
  rmSync(report);
  if (status !== 0 && tally.failed === 0) tally.failed = 1; // e.g. an error outside of any test
  recordTally(tally);
  say(tallyLine(tally));
  return tally.failed > 0 ? 1 : 0;
}
