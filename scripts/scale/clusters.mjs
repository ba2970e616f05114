// The primary, with a database from the template of the tests, and a streaming replica of it.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runAs } from "../lib/cluster-account.mjs";
import { dataFolder, findOrMakeCluster } from "../lib/cluster-init.mjs";
import { makeClusterFolder } from "../lib/cluster-place.mjs";
import { freePort } from "../lib/cluster-process.mjs";
import { urlOf, withClient } from "../lib/database.mjs";
import { runProgram } from "../lib/programs.mjs";
import { Stop } from "../lib/say.mjs";
import { atEnd } from "../lib/shutdown.mjs";
import { keepRunning } from "./party.mjs";

const NAME = "phuenthi";
const READY_WITHIN_MS = 60_000;

/**
 * @typedef {{ party: import("./party.mjs").Party, port: number, ownerUrl: string, apiUrl: string,
 *   owner: import("../lib/cluster-place.mjs").Login, api: import("../lib/cluster-place.mjs").Login, bin: string }} Node
 */

/**
 * @param {string} home
 * @param {import("../lib/test-database.mjs").TestDatabases} tests where its records come from
 * @returns {Promise<Node>}
 */
export async function startPrimary(home, tests) {
  const { folder, owner, api, postgres } = await findOrMakeCluster(home);
  const port = await freePort(15_600);
  const node = await startNode("primary", { folder, port, owner, api, bin: postgres.bin });
  const maintenance = urlOf({ port }, owner, "postgres");
  const seed = `seed_${tests.template.slice(-16)}`;
  await withClient(maintenance, async (client) => {
    const { rows } = await client.query(
      "select datname from pg_database where datname ~ '^(seed|building)_'",
    );
    for (const { datname } of rows)
      if (datname !== seed) await client.query(`drop database ${datname} with (force)`);
    if (!rows.some(({ datname }) => datname === seed)) {
      await client.query("create database building_seed");
      await copyFrom(tests, urlOf({ port }, owner, "building_seed"), postgres.bin);
      await client.query(`alter database building_seed rename to ${seed}`);
    }
    const { password } = api;
    await client.query(`alter role phuenthi_api login password ${client.escapeLiteral(password)}`);
    await client.query(`drop database if exists ${NAME} with (force)`);
    const { rows: version } = await client.query(
      "select current_setting('server_version_num')::int as number",
    );
    // through the log, recovery would read it all again
    const strategy = version[0].number >= 150_000 ? "strategy file_copy" : "";
    await client.query(`create database ${NAME} template ${seed} ${strategy}`);
  });
  return node;
}

/**
 * A hot standby that follows the primary, without being waited for.
 * @param {string} home
 * @param {Node} primary
 * @returns {Promise<Node>}
 */
export async function startReplica(home, primary) {
  const { owner, api, bin } = primary;
  const folder = makeClusterFolder(home);
  rmSync(dataFolder(folder), { recursive: true, force: true });
  await runProgram(
    join(bin, "pg_basebackup"),
    ["-D", dataFolder(folder), "-R", "-X", "stream", "-c", "fast", "-d", urlOf(primary, owner, "")],
    { ...runAs(), cwd: folder, failure: "pg_basebackup failed" },
  );
  return await startNode("replica", { folder, port: await freePort(15_700), owner, api, bin });
}

/**
 * @param {string} name
 * @param {{ folder: string } & Omit<Node, "party" | "ownerUrl" | "apiUrl">} cluster
 * @returns {Promise<Node>}
 */
async function startNode(name, { folder, port, owner, api, bin }) {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    shared_buffers: "128MB",
    // a replica that was away catches up from what is kept
    wal_keep_size: "512MB",
    max_wal_size: "512MB",
    hot_standby_feedback: "on",
    // recovery begins with a sync of every file, one by one or all at once
    recovery_init_sync_method: "syncfs",
  };
  const party = keepRunning(name, {
    program: join(bin, "postgres"),
    args: [
      "-D",
      dataFolder(folder),
      ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
    ],
    log: join(folder, "scale.log"),
    cwd: folder,
    who: runAs(),
    endsBy: "SIGINT",
  });
  atEnd(party.stop);
  await untilAnswers(urlOf({ port }, owner, "postgres"), name);
  return {
    party,
    port,
    owner,
    api,
    bin,
    ownerUrl: urlOf({ port }, owner, NAME),
    apiUrl: urlOf({ port }, api, NAME),
  };
}

/**
 * @param {string} url
 * @param {string} name
 */
export async function untilAnswers(url, name) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await withClient(url, (client) => client.query("select 1"));
    } catch (error) {
      if (Date.now() > deadline) throw new Stop(`The ${name} does not answer.`, undefined, String(error));
      await sleep(50);
    }
  }
}

/**
 * The roles that serve, then tables and records.
 * @param {import("../lib/test-database.mjs").TestDatabases} tests
 * @param {string} url an empty database
 * @param {string} bin
 */
async function copyFrom(tests, url, bin) {
  const from = new URL(tests.maintenanceUrl);
  from.pathname = `/${tests.template}`;
  const roles = await runProgram(join(bin, "pg_dumpall"), ["--roles-only", "-d", from.href]);
  const ours = roles.split("\n").filter((line) => /^(CREATE|ALTER|GRANT).* phuenthi_/.test(line));
  await withClient(url, async (client) => {
    for (const line of ours) await client.query(line).catch(alreadyThere);
  });
  await pipe(
    [join(bin, "pg_dump"), "-Fc", "-Z0", "-d", from.href],
    [join(bin, "pg_restore"), "--exit-on-error", "-d", url],
  );
  await withClient(url, (client) => client.query("vacuum analyze"));
}

/** @param {{ code?: string }} error */
function alreadyThere(error) {
  if (error.code !== "42710") throw error;
}

/**
 * @param {string[]} left
 * @param {string[]} right
 */
async function pipe([first = "", ...from], [second = "", ...to]) {
  const source = spawn(first, from, { stdio: ["ignore", "pipe", "inherit"] });
  const sink = spawn(second, to, { stdio: [source.stdout, "ignore", "inherit"] });
  source.stdout.destroy();
  const statuses = await Promise.all(
    [source, sink].map((child) => new Promise((resolve) => child.once("close", resolve))),
  );
  if (statuses.some((status) => status !== 0))
    throw new Stop("The template of the tests could not be copied.");
}
