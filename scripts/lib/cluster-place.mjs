// Where a private cluster lies, and that only whoever runs it can enter. A clone under a folder that root's account for it
// (cluster-account.mjs) cannot enter keeps its cluster in /var/lib/phuenthi instead.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import { idsOf, runAs } from "./cluster-account.mjs";
import { dataDir } from "./paths.mjs";
import { Stop, say } from "./say.mjs";

const OUTSIDE = "/var/lib/phuenthi";

/**
 * @typedef {{ user: string, password: string }} Login
 * @typedef {{ folder: string, port: number, owner: Login, api: Login }} ClusterFile
 */

/**
 * Makes the folder that will hold the cluster and gives it to whom PostgreSQL runs as.
 * @param {string} home what this machine keeps for the cluster, e.g. .data/postgres
 * @returns {string}
 */
export function makeClusterFolder(home) {
  const who = runAs();
  const inside = join(home, "cluster");
  mkdirSync(inside, { recursive: true });
  closeToOthers(home, inside);
  if (who.uid === undefined || canWrite(inside, who)) return inside;

  const outside = join(OUTSIDE, createHash("sha256").update(home).digest("hex").slice(0, 12));
  mkdirSync(outside, { recursive: true });
  chmodSync(OUTSIDE, 0o711);
  closeToOthers(home, outside);
  if (!canWrite(outside, who)) {
    throw new Stop(
      `PostgreSQL may not run as root, and its account can reach neither ${inside} nor ${outside}.`,
      "run the command as an ordinary user, or set DATABASE_URL",
    );
  }
  say(`The account that runs PostgreSQL for root cannot enter ${home}: the database is in ${outside}.`);
  return outside;
}

/**
 * Before it is started: earlier versions left folders open, and root's clusters to `nobody`.
 * @param {string} home
 * @param {string} clusterFolder
 */
export function takeOver(home, clusterFolder) {
  closeToOthers(home, clusterFolder);
  const who = runAs();
  const { uid } = statSync(join(clusterFolder, "data"));
  if (who.uid === undefined || uid === who.uid || uid !== idsOf("nobody")?.uid) return;
  execFileSync("chown", ["-hR", `${who.uid}:${who.gid}`, clusterFolder]);
  say(
    `The private database was the account nobody's, which other programs share. It belongs to one of its own now.`,
  );
}

/**
 * The cluster is its account's alone. What lies around it is this account's; the other one only passes through.
 * @param {string} home
 * @param {string} clusterFolder
 */
function closeToOthers(home, clusterFolder) {
  const who = runAs();
  const me = process.getuid?.();
  const around = home.startsWith(`${dataDir}/`) ? [dataDir, home] : [home];
  // a folder of somebody else's is theirs to open and to close
  for (const folder of around.filter((one) => statSync(one).uid === me)) {
    if (who.gid !== undefined) chownSync(folder, 0, who.gid);
    chmodSync(folder, who.gid === undefined ? 0o700 : 0o710);
  }
  if (who.uid !== undefined && statSync(clusterFolder).uid === 0) chownSync(clusterFolder, who.uid, who.gid);
  chmodSync(clusterFolder, 0o700);
}

/**
 * @param {string} folder
 * @param {import("./cluster-account.mjs").RunAs} who
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
