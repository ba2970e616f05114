// pg_dump and pg_restore of the server's own major version, told where to go without a password in their arguments.
import { join } from "node:path";
import { findDumpPrograms } from "./find-postgres.mjs";
import { runProgram } from "./programs.mjs";
import { Stop } from "./say.mjs";

/**
 * @param {import("pg").Client} client
 * @param {string | undefined} bin of the private cluster, whose programs are beside it
 * @returns {Promise<{ bin: string, major: number }>}
 */
export async function dumpPrograms(client, bin) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::integer / 10000 as major",
  );
  const { major } = rows[0];
  const found = bin ?? findDumpPrograms(major);
  if (found) return { bin: found, major };
  throw new Stop(
    `The database is PostgreSQL ${major}, and this machine has no pg_dump and pg_restore of that version.`,
    `install them (Debian: sudo apt-get install postgresql-client-${major}), or set PG_BIN to their folder`,
  );
}

/**
 * @param {string} program
 * @param {string} url
 * @param {string[]} args
 * @param {{ failure: string, onLine?: (line: string) => void }} options
 */
function runOn(program, url, args, options) {
  const where = new URL(url);
  const password = decodeURIComponent(where.password);
  where.password = "";
  return runProgram(program, [...args, `--dbname=${where}`], {
    ...options,
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
  });
}

/**
 * @param {string} bin
 * @param {string} url
 * @param {{ file: string, snapshot: string }} options
 */
export function dump(bin, url, { file, snapshot }) {
  // owners are left out: on the other side whoever restores owns all but what api.give_to_keeper() gives away
  const args = ["--format=custom", "--compress=1", "--no-owner", `--snapshot=${snapshot}`, `--file=${file}`];
  return runOn(join(bin, "pg_dump"), url, args, { failure: "pg_dump failed" });
}

/**
 * @param {string} bin
 * @param {string} url
 * @param {{ file: string, jobs: number }} options
 */
export function load(bin, url, { file, jobs }) {
  const args = ["--no-owner", "--exit-on-error", `--jobs=${jobs}`];
  return runOn(join(bin, "pg_restore"), url, [...args, file], { failure: "pg_restore failed" });
}
