// PostgreSQL refuses to run as root. Root's clusters belong to an account of their own: what other programs share, as `nobody` is,
// could read every file of them.
import { execFileSync, spawnSync } from "node:child_process";
import { Stop, say } from "./say.mjs";

const ACCOUNT = "phuenthi";

/** @typedef {{ uid: number, gid: number } | Record<string, never>} RunAs */

/** @type {RunAs | undefined} */
let known;

/**
 * The account PostgreSQL runs as, made when it is missing: nothing to say, except for root.
 * @returns {RunAs}
 */
export function runAs() {
  if (process.getuid?.() !== 0) return {};
  known ??= idsOf(ACCOUNT) ?? makeAccount();
  return known;
}

/**
 * @param {string} account
 * @returns {{ uid: number, gid: number } | null} null when there is none
 */
export function idsOf(account) {
  try {
    /** @param {string} flag */
    const id = (flag) =>
      Number(execFileSync("id", [flag, account], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** A group of its own, no password, no shell, no home. */
function makeAccount() {
  const { error, stderr } = spawnSync(
    "useradd",
    [
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir=/nonexistent",
      "--shell=/usr/sbin/nologin",
      ACCOUNT,
    ],
    { encoding: "utf8", env: { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin:/sbin` } },
  );
  const made = idsOf(ACCOUNT); // whether by this start or by another one at the same moment
  if (made) {
    say(`The account "${ACCOUNT}" was made: PostgreSQL, which may not run as root, runs as it.`);
    return made;
  }
  throw new Stop(
    `PostgreSQL may not run as root, and the account "${ACCOUNT}" for it could not be made (${error ? "there is no useradd" : stderr.trim()}).`,
    `make it (Alpine: addgroup -S ${ACCOUNT} && adduser -S -D -H -G ${ACCOUNT} ${ACCOUNT}), run as an ordinary user, or set DATABASE_URL`,
  );
}
