// Makes a new private cluster. Everything is built aside and renamed into place as the last act, so a start
// that was killed half way leaves nothing that the next one would take for a database.
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAs } from "./cluster-account.mjs";
import { makeClusterFolder, readClusterFile, writeClusterFile } from "./cluster-place.mjs";
import { findPostgres } from "./find-postgres.mjs";
import { installPostgres } from "./install-programs.mjs";
import { runProgram } from "./programs.mjs";
import { Stop, say, step } from "./say.mjs";

/** @typedef {import("./cluster-place.mjs").ClusterFile & { postgres: import("./find-postgres.mjs").Postgres }} Cluster */

/**
 * The cluster under `home`, made by initdb when there is none yet, and the programs that can run it.
 * @param {string} home
 * @returns {Promise<Cluster>}
 */
export async function findOrMakeCluster(home) {
  const file = readClusterFile(home);
  if (file && existsSync(dataFolder(file.folder))) {
    return { ...file, postgres: await programsFor(majorOf(file.folder)) };
  }
  if (file) {
    throw new Stop(
      `The private database of this folder should be in ${file.folder}, and is not there.`,
      `put it back, or, to start over without its records, delete ${home}`,
    );
  }
  const postgres = await programsFor(undefined);
  return await step("Making a private PostgreSQL cluster", () => makeCluster(home, postgres), {
    quietFor: 500,
  });
}

/** @param {string} clusterFolder */
export function dataFolder(clusterFolder) {
  return join(clusterFolder, "data");
}

/**
 * @param {string} home
 * @param {import("./find-postgres.mjs").Postgres} postgres
 * @returns {Promise<Cluster>}
 */
async function makeCluster(home, postgres) {
  mkdirSync(home, { recursive: true });
  const folder = makeClusterFolder(home);
  const who = runAs();
  if (existsSync(dataFolder(folder))) setAside(home, folder);
  const fresh = join(folder, "data.new");
  rmSync(fresh, { recursive: true, force: true });

  const cluster = {
    folder,
    port: 0,
    owner: { user: "phuenthi", password: randomBytes(24).toString("base64url") },
    api: { user: "phuenthi_api", password: randomBytes(24).toString("base64url") },
  };
  const passwordFile = join(folder, "password.new");
  writeFileSync(passwordFile, cluster.owner.password, { mode: 0o600 });
  if (who.uid !== undefined) chownSync(passwordFile, who.uid, who.gid);
  /** @param {string} locale */
  const initdb = (locale) =>
    runProgram(
      join(postgres.bin, "initdb"),
      [
        "-D",
        fresh,
        "-U",
        cluster.owner.user,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        `--locale=${locale}`,
      ],
      { ...who, cwd: folder, env: { ...process.env, TZ: "UTC" }, failure: "PostgreSQL's initdb failed" },
    );
  try {
    await initdb("C.UTF-8").catch((error) => {
      if (!String(error.detail).includes("locale")) throw error;
      rmSync(fresh, { recursive: true, force: true });
      return initdb("C"); // macOS before 14 has no C.UTF-8
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // passwords first: a cluster in place whose passwords were lost would be a locked door
  writeClusterFile(home, cluster);
  renameSync(fresh, dataFolder(folder));
  return { ...cluster, postgres };
}

/**
 * A database whose passwords are gone. Outside the project it is what an earlier clone at this path left: it is
 * kept under another name. Inside, somebody deleted the passwords: that is for a person to decide.
 * @param {string} home
 * @param {string} folder
 */
function setAside(home, folder) {
  if (folder.startsWith(home)) {
    throw new Stop(
      `${folder} holds a database, but its passwords (${join(home, "credentials.json")}) are gone.`,
      `put that file back from a backup, or, to start over without its records, delete ${home}`,
    );
  }
  const aside = `${dataFolder(folder)}.${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  renameSync(dataFolder(folder), aside);
  say(`A database that an earlier copy of this folder left behind is kept in ${aside}.`);
}

/** @param {string} clusterFolder */
function majorOf(clusterFolder) {
  return Number(readFileSync(join(dataFolder(clusterFolder), "PG_VERSION"), "utf8"));
}

/**
 * @param {number | undefined} major
 * @returns {Promise<import("./find-postgres.mjs").Postgres>}
 */
async function programsFor(major) {
  const found = findPostgres({ major });
  if (found) return found;
  if (major !== undefined && findPostgres()) {
    throw new Stop(
      `The private database was made by PostgreSQL ${major}, and only other versions with PostGIS are on this machine.`,
      `install PostgreSQL ${major} with PostGIS (Debian: sudo apt-get install postgresql-${major}-postgis-3), or set PG_BIN to its programs`,
    );
  }
  await installPostgres();
  const installed = findPostgres({ major });
  if (installed) return installed;
  throw new Stop(
    `PostgreSQL${major ? ` ${major}` : ""} with PostGIS 3.3 or newer was not found after installing it.`,
    "set PG_BIN to the folder that holds postgres and initdb",
  );
}
