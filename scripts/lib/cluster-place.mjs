// Where a private cluster lies and whose it is. PostgreSQL refuses to run as root, so root's clusters belong to
// `nobody`; a clone under a folder `nobody` cannot enter keeps its cluster in /var/lib/phuenthi instead.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import { Stop, say } from "./say.mjs";

/**
 * @typedef {{ uid: number, gid: number } | Record<string, never>} RunAs
 * @typedef {{ user: string, password: string }} Login
 * @typedef {{ folder: string, port: number, owner: Login, api: Login }} ClusterFile
 */

/**
 * The uid PostgreSQL runs as: nothing to say, except for root.
 * @returns {RunAs}
 */
export function runAs() {
  if (process.getuid?.() !== 0) return {};
  /** @param {string} flag */
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * Makes the folder that will hold the cluster and gives it to whom PostgreSQL runs as.
 * @param {string} home what this machine keeps for the cluster, e.g. .data/postgres
 * @returns {string}
 */
export function makeClusterFolder(home) {
  const who = runAs();
  const inside = join(home, "cluster");
  mkdirSync(inside, { recursive: true });
  if (who.uid === undefined) return inside;
  chownSync(inside, who.uid, who.gid);
  if (canWrite(inside, who)) return inside;

  const outside = join("/var/lib/phuenthi", createHash("sha256").update(home).digest("hex").slice(0, 12));
  mkdirSync(outside, { recursive: true });
  chmodSync("/var/lib/phuenthi", 0o755);
  chownSync(outside, who.uid, who.gid);
  if (!canWrite(outside, who)) {
    throw new Stop(
      `PostgreSQL may not run as root, and the account "nobody" can reach neither ${inside} nor ${outside}.`,
      "run the command as an ordinary user, or set DATABASE_URL",
    );
  }
  say(
    `The account "nobody", which runs PostgreSQL for root, cannot enter ${home}: the database is in ${outside}.`,
  );
  return outside;
}

/**
 * @param {string} folder
 * @param {RunAs} who
 */
function canWrite(folder, who) {
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1" && : > .probe && rm .probe', "sh", folder], {
    ...who,
    cwd: "/",
    stdio: "ignore",
  });
  return probe.status === 0;
}

/**
 * @param {string} home
 * @returns {ClusterFile | null} null before the first start
 */
export function readClusterFile(home) {
  const file = join(home, "credentials.json");
  if (!existsSync(file)) return null;
  try {
    const content = JSON.parse(readFileSync(file, "utf8"));
    return { ...content, folder: resolve(home, content.folder) };
  } catch {
    throw new Stop(
      `${file} cannot be read as JSON, and holds the passwords of the private database.`,
      `put the file back from a backup, or, to start over without its records, delete ${home}`,
    );
  }
}

/**
 * @param {string} home
 * @param {ClusterFile} content
 */
export function writeClusterFile(home, content) {
  const file = join(home, "credentials.json");
  // a path inside is kept relative, so that the project's folder can be moved
  const inside = !relative(home, content.folder).startsWith("..");
  const kept = { ...content, folder: inside ? relative(home, content.folder) : content.folder };
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
