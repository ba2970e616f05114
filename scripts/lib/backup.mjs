// A backup is a folder: database.dump (pg_dump's own form) and manifest.json (of what it is, the roles that it names, without
// passwords, and what it answered, all of one moment). It is written aside and has its name last.
import { createHash } from "node:crypto";
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { askAnswers } from "./backup-answers.mjs";
import { dump, dumpPrograms } from "./backup-programs.mjs";
import { withClient } from "./database.mjs";
import { Stop } from "./say.mjs";

export const FORMAT = 1;

/** Roles of the project's own. Of everybody else who has rights the dump has the name alone: settings are none of its business. */
export const ROLES = ["phuenthi_api", "phuenthi_keeper"];

/**
 * @typedef {{ name: string, settings: string[], member_of: string[] }} Role
 * @typedef {{ format: number, taken_at: string, postgres: number, postgres_version: string, postgis: string, collation: string,
 *   boundary: string | null, migration: string, edit: number, dump: { bytes: number, sha256: string },
 *   roles: Role[], answers: import("./backup-answers.mjs").Answers }} Manifest
 *   postgres: major version · edit: number of the last edit in it
 */

/**
 * @param {{ ownerUrl: string, bin: string | undefined }} database
 * @param {string} folder what it will be called; nothing may be there
 * @param {(detail: string) => void} update
 * @returns {Promise<Manifest>}
 */
export async function makeBackup({ ownerUrl, bin }, folder, update) {
  if (existsSync(folder)) throw new Stop(`${folder} is there already.`, "give another name");
  const aside = `${folder}.partial-${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(aside, { mode: 0o700 });
  try {
    const manifest = await withClient(ownerUrl, (client) => write(client, { ownerUrl, bin, aside, update }));
    renameSync(aside, folder);
    return manifest;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {import("pg").Client} client
 * @param {{ ownerUrl: string, bin: string | undefined, aside: string, update: (detail: string) => void }} options
 * @returns {Promise<Manifest>}
 */
async function write(client, { ownerUrl, bin, aside, update }) {
  const programs = await dumpPrograms(client, bin);
  await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
  // pg_dump and the answers see the same moment, whatever is edited meanwhile
  await client.query("begin isolation level repeatable read read only");
  const { rows } = await client.query("select pg_export_snapshot() as snapshot");
  update("writing the records");
  const file = join(aside, "database.dump");
  await dump(programs.bin, ownerUrl, { file, snapshot: rows[0].snapshot });
  chmodSync(file, 0o600);
  update("writing down what it answers");
  const manifest = {
    format: FORMAT,
    ...(await describe(client)),
    postgres: programs.major,
    dump: { bytes: statSync(file).size, sha256: await sha256Of(file) },
    roles: await readRoles(client),
    answers: await askAnswers(client),
  };
  await client.query("commit");
  writeFileSync(join(aside, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  return manifest;
}

/**
 * @param {import("pg").Client} client
 * @returns {Promise<Pick<Manifest, "taken_at" | "postgres_version" | "postgis" | "collation" | "boundary" | "migration" | "edit">>}
 */
async function describe(client) {
  try {
    const { rows } = await client.query(
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as taken_at,
         current_setting('server_version') as postgres_version, postgis_lib_version() as postgis,
         (select datcollate from pg_database where datname = current_database()) as collation,
         (select id from boundary_version where is_current) as boundary,
         (select max(path) from schema_migration where path like 'migrations/%') as migration,
         (select version::float8 from data_version where topic = 'edit') as edit`,
    );
    return rows[0];
  } catch (error) {
    throw new Stop(
      `The database has not the tables of Phuenthi (${/** @type {Error} */ (error).message}).`,
      "check DATABASE_URL; npm run db:migrate brings tables up to date",
    );
  }
}

/**
 * Whomever the dump names: in rights (an analyst's; those of who migrated, to what belongs to the system), in policies, and as whose
 * tables to come are open.
 * @param {import("pg").Client} client
 * @returns {Promise<Role[]>}
 */
async function readRoles(client) {
  const { rows } = await client.query(
    `select rolname as name, case when is_ours then coalesce(setconfig, '{}') else '{}' end as settings,
       array(select roleid::regrole::text from pg_auth_members
         where is_ours and member = pg_roles.oid and roleid::regrole::text = any ($1)) as member_of
     from pg_roles left join pg_db_role_setting on setrole = pg_roles.oid and setdatabase = 0
       cross join lateral (select rolname = any ($1) as is_ours) named
     where is_ours or oid in (
       select refobjid from pg_shdepend
       where refclassid = 'pg_authid'::regclass and dbid = (select oid from pg_database where datname = current_database())
         and (deptype in ('a', 'r') or (deptype = 'o' and classid = 'pg_default_acl'::regclass)))
     order by rolname`,
    [ROLES],
  );
  return rows;
}

/** @param {string} file */
export async function sha256Of(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
