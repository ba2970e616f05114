// Starts, finds and stops the PostgreSQL of a private cluster. It runs apart from our process group, so that
// Ctrl-C reaches the server first and the database only when the server has let go of it.
import { spawn } from "node:child_process";
import { chownSync, closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runAs } from "./cluster-account.mjs";
import { dataFolder } from "./cluster-init.mjs";
import { commandOf, processesIn } from "./processes.mjs";
import { Stop } from "./say.mjs";

const START_TIMEOUT_MS = 120_000; // recovery after a crash reads the whole log again
const STOP_TIMEOUT_MS = 15_000;
const ORPHANS_TIMEOUT_MS = 20_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** Below the range systems hand out for outgoing connections, so a port once chosen stays free. */
const FIRST_PORT = 15_432;

/**
 * What runs in this cluster now. A pid file left by a crash, or whose pid another program has today, counts
 * as nothing.
 * @param {string} clusterFolder
 * @returns {{ pid: number, port: number, ready: boolean } | null}
 */
export function runningPostmaster(clusterFolder) {
  const lines = readPidFile(clusterFolder);
  if (lines === null) return null;
  const pid = Number(lines[0]);
  if (!commandOf(pid)?.includes("postgres")) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** @param {string} clusterFolder */
function readPidFile(clusterFolder) {
  try {
    return readFileSync(join(dataFolder(clusterFolder), "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

/**
 * @param {import("./cluster-init.mjs").Cluster} cluster
 * @param {{ throwAway: boolean, isPortFixed?: boolean, update: (detail: string) => void }} options
 *   throwAway: for tests, whose data may be lost with the machine's power
 *   isPortFixed: its users know the port already
 * @returns {Promise<number>} the port it listens on
 */
export async function startPostmaster(cluster, { throwAway, isPortFixed = false, update }) {
  const deadline = Date.now() + ORPHANS_TIMEOUT_MS;
  for (;;) {
    const running = runningPostmaster(cluster.folder);
    if (running === null) {
      // PostgreSQL leaves it when the pid in it belongs to another program by now
      rmSync(join(dataFolder(cluster.folder), "postmaster.pid"), { force: true });
    }
    const port = running?.port || (isPortFixed ? cluster.port : await freePort(cluster.port));
    const failure = running
      ? await ready(cluster.folder, update)
      : await spawnPostmaster(cluster, port, { throwAway, update });
    if (failure === null) return port;
    // children of a killed postmaster hold its memory until they notice, which one that computes does not
    const waitsForOrphans = /shared memory block .* is still in use|still connected|lock file/.test(failure);
    if (!waitsForOrphans || Date.now() > deadline) {
      throw new Stop("The private database did not start.", `read ${logFile(cluster.folder)}`, failure);
    }
    update("waiting for processes of the last run to end");
    for (const pid of processesIn(dataFolder(cluster.folder))) endIfThere(pid);
    await sleep(100);
  }
}

/**
 * @param {import("./cluster-init.mjs").Cluster} cluster
 * @param {number} port
 * @param {{ throwAway: boolean, update: (detail: string) => void }} options
 * @returns {Promise<string | null>} null when ready, else what it wrote before it ended
 */
async function spawnPostmaster(cluster, port, { throwAway, update }) {
  const who = runAs();
  const log = openLog(cluster.folder);
  if (who.uid !== undefined) chownSync(logFile(cluster.folder), who.uid, who.gid);
  const logBegan = statSync(logFile(cluster.folder)).size;
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    // no Unix socket: nothing to place in a short path, nothing left behind by kill -9
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "256MB",
    // who is killed reads again what was written since the last checkpoint: seconds, not a minute
    checkpoint_timeout: "60s",
    max_wal_size: "512MB",
    // and one call for all of its files, not one for each of some two thousand, where the system has that
    ...(process.platform === "linux" && cluster.postgres.major >= 14
      ? { recovery_init_sync_method: "syncfs" }
      : {}),
    ...(throwAway
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
      : { fsync: "on", synchronous_commit: "on" }),
  };
  const child = spawn(
    join(cluster.postgres.bin, "postgres"),
    [
      "-D",
      dataFolder(cluster.folder),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...who, cwd: cluster.folder, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  /** @type {{ ended: boolean, error?: Error }} */
  const state = { ended: false };
  child.on("exit", () => {
    state.ended = true;
  });
  child.on("error", (error) => {
    state.ended = true;
    state.error = error;
  });
  child.unref();
  const failure = await ready(cluster.folder, update, () => state.ended);
  if (failure === null) return null;
  return state.error?.message ?? readFileSync(logFile(cluster.folder), "utf8").slice(logBegan).trim();
}

/**
 * @param {string} clusterFolder
 * @param {(detail: string) => void} update
 * @param {() => boolean} [hasEnded]
 * @returns {Promise<string | null>} null when it answers, else why not
 */
async function ready(clusterFolder, update, hasEnded = () => runningPostmaster(clusterFolder) === null) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (runningPostmaster(clusterFolder)?.ready) return null;
    if (hasEnded()) return "it ended while it was starting";
    if (Date.now() > deadline - START_TIMEOUT_MS + 2_000) update("recovering what the last run had written");
    await sleep(20);
  }
  return `it was not ready after ${START_TIMEOUT_MS / 1000} s`;
}

/**
 * Ends the database of this cluster: open transactions are rolled back, everything acknowledged is on disk.
 * @param {string} clusterFolder
 */
export async function stopPostmaster(clusterFolder) {
  const running = runningPostmaster(clusterFolder);
  if (running === null) return;
  process.kill(running.pid, "SIGINT"); // PostgreSQL's "fast" shutdown
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  let forced = false;
  while (runningPostmaster(clusterFolder)?.pid === running.pid) {
    if (Date.now() > deadline && !forced) {
      forced = true;
      process.kill(running.pid, "SIGQUIT"); // "immediate": the next start recovers from the log
    }
    if (Date.now() > deadline + 5_000) {
      throw new Stop(`The private database (process ${running.pid}) does not end.`, `kill -9 ${running.pid}`);
    }
    await sleep(20);
  }
}

/** What they had not written down is lost with their postmaster anyway, and what was acknowledged is in the log. */
function endIfThere(/** @type {number} */ pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it ended meanwhile
  }
}

/** @param {string} clusterFolder */
function logFile(clusterFolder) {
  return join(clusterFolder, "postgres.log");
}

/** @param {string} clusterFolder */
function openLog(clusterFolder) {
  const file = logFile(clusterFolder);
  const tooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  return openSync(file, tooLong ? "w" : "a", 0o600);
}

/**
 * @param {number} preferred the first to try; 0: no wish
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  const first = preferred || FIRST_PORT;
  for (let port = first; port < first + 1_000; port += 1) {
    if (await isPortFree(port, "127.0.0.1")) return port;
  }
  throw new Stop(
    `No free port from ${first} to ${first + 999}.`,
    "end some of the programs that listen there",
  );
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES") resolve(false);
      else reject(error);
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
