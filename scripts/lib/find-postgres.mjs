// Finds the machine's own PostgreSQL programs that have PostGIS beside them.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const POSTGIS_FLOOR = /** @type {const} */ ([3, 3]);
const PROGRAMS = ["postgres", "initdb"];

/** @typedef {{ bin: string, major: number, postgis: string }} Postgres */

/**
 * The newest PostgreSQL with PostGIS ≥ 3.3 on this machine, or the one of a given major version.
 * @param {{ major?: number }} [options] a cluster made by PostgreSQL 15 can only be run by PostgreSQL 15
 * @returns {Postgres | null}
 */
export function findPostgres({ major } = {}) {
  const found = candidateFolders()
    .filter((bin) => PROGRAMS.every((program) => existsSync(join(bin, program))))
    .flatMap((bin) => inspect(bin) ?? [])
    .filter((postgres) => major === undefined || postgres.major === major);
  // PG_BIN comes first and wins whatever its version; the others by version
  if (process.env.PG_BIN && found[0]?.bin === process.env.PG_BIN) return found[0];
  return found.sort((a, b) => b.major - a.major)[0] ?? null;
}

/**
 * The folder with pg_dump and pg_restore of a given major version, which may be there without a server.
 * @param {number} major
 * @returns {string | null}
 */
export function findDumpPrograms(major) {
  const has = (/** @type {string} */ bin, /** @type {string} */ program) => {
    const file = join(bin, program);
    if (!existsSync(file)) return false;
    try {
      return Number(/(\d+)/.exec(execFileSync(file, ["--version"], { encoding: "utf8" }))?.[1]) === major;
    } catch {
      return false;
    }
  };
  return candidateFolders().find((bin) => has(bin, "pg_dump") && has(bin, "pg_restore")) ?? null;
}

function candidateFolders() {
  const folders = [
    ...children("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...children("/usr")
      .filter((name) => name.startsWith("pgsql-"))
      .map((name) => `/usr/${name}/bin`),
    ...["/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"].flatMap((opt) =>
      children(opt)
        .filter((name) => name.startsWith("postgresql"))
        .map((name) => `${opt}/${name}/bin`),
    ),
    ...children("/Applications/Postgres.app/Contents/Versions").map(
      (version) => `/Applications/Postgres.app/Contents/Versions/${version}/bin`,
    ),
    "/usr/local/pgsql/bin",
    ...(process.env.PATH ?? "").split(":").filter(Boolean),
  ];
  return [...new Set([...(process.env.PG_BIN ? [process.env.PG_BIN] : []), ...folders])];
}

/**
 * @param {string} bin
 * @returns {Postgres | null} null when it is no working PostgreSQL, or has no PostGIS that is new enough
 */
function inspect(bin) {
  try {
    const major = Number(
      /(\d+)/.exec(execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }))?.[1],
    );
    const control = join(shareFolder(bin, major), "extension", "postgis.control");
    const postgis = /default_version\s*=\s*'([^']+)'/.exec(readFileSync(control, "utf8"))?.[1] ?? "0";
    const [postgisMajor = 0, postgisMinor = 0] = postgis.split(".").map(Number);
    const newEnough =
      postgisMajor > POSTGIS_FLOOR[0] ||
      (postgisMajor === POSTGIS_FLOOR[0] && postgisMinor >= POSTGIS_FLOOR[1]);
    return newEnough ? { bin, major, postgis } : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} bin
 * @param {number} major
 */
function shareFolder(bin, major) {
  const config = join(bin, "pg_config");
  // pg_config comes in a package of its own on some systems; the Debian layout can be told without it
  if (!existsSync(config)) return `/usr/share/postgresql/${major}`;
  return execFileSync(config, ["--sharedir"], { encoding: "utf8" }).trim();
}

/** @param {string} folder */
function children(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
