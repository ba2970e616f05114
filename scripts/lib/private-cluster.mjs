// The private cluster as its users see it: join it (starting it when nobody has), leave it (stopping it when
// nobody else is left). Users are counted by process, so one that was killed simply stops counting, and a
// database it left running is taken over by the next who joins.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { guardCluster } from "./cluster-guard.mjs";
import { findOrMakeCluster } from "./cluster-init.mjs";
import { takeOver, writeClusterFile } from "./cluster-place.mjs";
import { runningPostmaster, startPostmaster, stopPostmaster } from "./cluster-process.mjs";
import { withLock } from "./lock.mjs";
import { isAlive, markOfThisProcess } from "./processes.mjs";
import { step } from "./say.mjs";

/**
 * @typedef {{ port: number, owner: import("./cluster-place.mjs").Login, api: import("./cluster-place.mjs").Login,
 *   bin: string, joined: boolean, guard: () => void, leave: () => Promise<void> }} PrivateCluster
 *   bin: folder of the PostgreSQL programs · joined: it was running already · guard: until `leave`, start it again when it ends
 */

/**
 * @param {string} home folder of the cluster, e.g. .data/postgres
 * @param {{ throwAway?: boolean }} [options]
 * @returns {Promise<PrivateCluster>}
 */
export async function joinCluster(home, { throwAway = false } = {}) {
  mkdirSync(home, { recursive: true });
  return await withLock(
    "cluster",
    async () => {
      const cluster = await findOrMakeCluster(home);
      const joined = runningPostmaster(cluster.folder) !== null;
      if (!joined) takeOver(home, cluster.folder);
      const port = await step(
        "Starting the private database",
        (update) => startPostmaster(cluster, { throwAway, update }),
        { quietFor: 1_000 },
      );
      const { postgres, ...file } = cluster;
      if (port !== file.port) writeClusterFile(home, { ...file, port });
      register(home);
      /** @type {ReturnType<typeof guardCluster> | undefined} */
      let guarding;
      return {
        port,
        owner: cluster.owner,
        api: cluster.api,
        bin: postgres.bin,
        joined,
        guard: () => {
          guarding ??= guardCluster(home, { ...cluster, port }, { throwAway });
        },
        leave: async () => {
          await guarding?.stop();
          await leaveCluster(home, cluster.folder);
        },
      };
    },
    home,
  );
}

/**
 * @param {string} home
 * @param {string} clusterFolder
 */
async function leaveCluster(home, clusterFolder) {
  await withLock(
    "cluster",
    async () => {
      rmSync(join(home, "users", String(process.pid)), { force: true });
      if (otherUsers(home).length === 0) await stopPostmaster(clusterFolder);
    },
    home,
  );
}

/** @param {string} home */
function register(home) {
  mkdirSync(join(home, "users"), { recursive: true });
  writeFileSync(join(home, "users", String(process.pid)), JSON.stringify(markOfThisProcess()));
}

/**
 * Living processes that use the cluster; marks of dead ones are swept.
 * @param {string} home
 */
function otherUsers(home) {
  const folder = join(home, "users");
  return readdirSync(folder).filter((name) => {
    if (name === String(process.pid)) return false;
    if (isAlive(JSON.parse(readFileSync(join(folder, name), "utf8")))) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}
