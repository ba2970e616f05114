// Restores a backup: into a database aside, asked what the backup had answered, and only then put in the other's place, in one
// transaction. Whatever fails before leaves everything as it was.
import { readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { FORMAT, ROLES, sha256Of } from "./backup.mjs";
import { askAnswers, differences } from "./backup-answers.mjs";
import { dumpPrograms, load } from "./backup-programs.mjs";
import { withClient } from "./database.mjs";
import { Stop } from "./say.mjs";

/** So far ahead of both, no number is given again that somebody has seen of edits that are lost. */
const AHEAD = 1_000_000;

/**
 * @typedef {import("./backup.mjs").Manifest} Manifest
 * @typedef {{ edit: number, change: number }} Numbers of the last edit, and the last record edited
 */

/**
 * @param {{ ownerUrl: string, bin: string | undefined }} database
 * @param {string} folder
 * @param {{ mayReplace: boolean, update: (detail: string) => void }} options mayReplace: records that are there are given up
 * @returns {Promise<Manifest>}
 */
export async function restoreBackup({ ownerUrl, bin }, folder, { mayReplace, update }) {
  update("reading the backup");
  const manifest = await readManifest(folder);
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const aside = `${name}_restoring_${process.pid}`;
  const { former, programs } = await withClient(ownerUrl, async (client) => {
    const programs = await dumpPrograms(client, bin);
    if (programs.major < manifest.postgres) {
      throw new Stop(
        `The backup is of PostgreSQL ${manifest.postgres}, and this database is ${programs.major}.`,
        `restore it into PostgreSQL ${manifest.postgres} or newer`,
      );
    }
    const former = await lookAt(client, { name, mayReplace });
    await makeRoles(client, manifest.roles);
    await makeDatabase(client, { name, aside });
    return { former, programs };
  });
  try {
    update("writing the records");
    const asideUrl = withName(ownerUrl, aside);
    const jobs = Math.min(4, availableParallelism());
    await load(programs.bin, asideUrl, { file: join(folder, "database.dump"), jobs });
    await withClient(asideUrl, async (client) => {
      await client.query("set statement_timeout = 0");
      // what looks ahead reckons with what is in the tables
      await client.query("vacuum (analyze)");
      await client.query("select api.give_to_keeper()");
      // what is no part of a dump (db/migrate.ts)
      await client.query(`revoke temporary on database ${client.escapeIdentifier(aside)} from public`);
      update("asking what the backup had answered");
      await compare(client, manifest);
      await goOnFrom(client, former);
    });
    update("putting it in its place");
    await swap(ownerUrl, { name, aside });
  } catch (error) {
    await drop(ownerUrl, aside);
    throw error;
  }
  return manifest;
}

/** @param {string} folder */
async function readManifest(folder) {
  const manifestFile = join(folder, "manifest.json");
  /** @type {Manifest} */
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  } catch (error) {
    throw new Stop(
      `${folder} is no backup: ${/** @type {Error} */ (error).message}.`,
      "name the folder that npm run backup made",
    );
  }
  if (manifest.format !== FORMAT) {
    throw new Stop(
      `The backup has form ${manifest.format}, and this program reads ${FORMAT}.`,
      "use the program that made it, or a newer one",
    );
  }
  const file = join(folder, "database.dump");
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (bytes !== manifest.dump.bytes || (await sha256Of(file)) !== manifest.dump.sha256) {
    throw new Stop(
      `${file} is not what was backed up: it is damaged or incomplete.`,
      "take another copy of the backup",
    );
  }
  return manifest;
}

/**
 * Whether its place may be taken.
 * @param {import("pg").Client} client
 * @param {{ name: string, mayReplace: boolean }} options
 * @returns {Promise<Numbers | null>} how far its edits have come; null where there are no tables
 */
async function lookAt(client, { name, mayReplace }) {
  const { rows: others } = await client.query(
    `select distinct coalesce(nullif(application_name, ''), backend_type) as who from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  if (others.length > 0) {
    throw new Stop(
      `Others use the database ${name} just now (${others.map(({ who }) => who).join(", ")}).`,
      "end npm start or the server (and whatever else is connected), then restore again",
    );
  }
  const { rows: there } = await client.query(
    "select to_regclass('public.record_kind') is not null as has_tables",
  );
  if (!there[0].has_tables) return null;
  if (!mayReplace && (await hasRecords(client))) {
    throw new Stop(
      `The database ${name} has records, which a restore would replace.`,
      "name an empty database by DATABASE_URL, or, to give these records up: ALLOW_DB_RESET=1 npm run restore -- FOLDER",
    );
  }
  const { rows } = await client.query(
    `select (select version::float8 from data_version where topic = 'edit') as edit, last_value::float8 as change from record_change`,
  );
  return rows[0];
}

/**
 * Of any kind but what is loaded with the boundaries; and what planners have set.
 * @param {import("pg").Client} client
 */
async function hasRecords(client) {
  const { rows: kinds } = await client.query("select id as name from record_kind where id <> 'population'");
  for (const { name } of kinds) {
    const { rows } = await client.query(
      `select exists (select from ${client.escapeIdentifier(name)}) as has_any`,
    );
    if (rows[0].has_any) return true;
  }
  const { rows } = await client.query(
    "select exists (select from target_version where action <> 'declared') as has_any",
  );
  return rows[0].has_any;
}

/**
 * A role that is there keeps its settings: they are the whole server's.
 * @param {import("pg").Client} client
 * @param {Manifest["roles"]} roles
 */
async function makeRoles(client, roles) {
  for (const { name, settings, member_of } of roles) {
    const role = client.escapeIdentifier(name);
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = $1) as is_there,
         coalesce((select pg_has_role(current_user, oid, 'usage') from pg_roles where rolname = $1), false) as is_member`,
      [name],
    );
    try {
      if (!rows[0].is_there) {
        await client.query(`create role ${role} nologin`);
        for (const other of member_of)
          await client.query(`grant ${client.escapeIdentifier(other)} to ${role}`);
        for (const setting of settings)
          await client.query(`alter role ${role} set ${assignment(client, setting)}`);
      }
      // an analyst's role that is there need not be this account's too
      const isNeeded = !rows[0].is_there || ROLES.includes(name);
      if (isNeeded && !rows[0].is_member) await client.query(`grant ${role} to current_user`);
    } catch (error) {
      throw new Stop(
        `The backup needs the role ${name}, and this account may not make it: ${/** @type {Error} */ (error).message}.`,
        `as an administrator: CREATE ROLE ${name} NOLOGIN; GRANT ${name} TO <this account>; then restore again`,
      );
    }
  }
}

/**
 * With the languages' order, the settings and the owner of the one whose place it will take.
 * @param {import("pg").Client} client
 * @param {{ name: string, aside: string }} options
 */
async function makeDatabase(client, { name, aside }) {
  const { rows } = await client.query(
    `select datcollate, datctype, coalesce(setconfig, '{}') as settings from pg_database
     left join pg_db_role_setting on setdatabase = pg_database.oid and setrole = 0 where datname = current_database()`,
  );
  const { datcollate, datctype, settings } = rows[0];
  const made = client.escapeIdentifier(aside);
  try {
    await client.query(
      `create database ${made} template template0 encoding 'UTF8'
       lc_collate ${client.escapeLiteral(datcollate)} lc_ctype ${client.escapeLiteral(datctype)}`,
    );
  } catch (error) {
    throw new Stop(
      `No database could be made beside ${name}: ${/** @type {Error} */ (error).message}.`,
      "as an administrator: ALTER ROLE <this account> CREATEDB; or restore as another account",
    );
  }
  for (const setting of settings)
    await client.query(`alter database ${made} set ${assignment(client, setting)}`);
}

/**
 * @param {import("pg").Client} client
 * @param {string} setting as the catalog keeps it, "name=value"; the value of a list has its quotes already
 */
function assignment(client, setting) {
  const [key = "", ...rest] = setting.split("=");
  const value = rest.join("=");
  const isList = /^(search_path|temp_tablespaces|\w+_preload_libraries)$/.test(key);
  return `${client.escapeIdentifier(key)} = ${isList ? value : client.escapeLiteral(value)}`;
}

/**
 * @param {import("pg").Client} client
 * @param {Manifest} manifest
 */
async function compare(client, manifest) {
  await client.query("begin read only");
  const found = differences(manifest.answers, await askAnswers(client));
  await client.query("commit");
  if (found.length > 0) {
    throw new Stop(
      "What was restored does not answer as the backup did. Nothing was replaced.",
      "take another copy of the backup, or restore with the versions of PostgreSQL and PostGIS that its manifest.json names",
      found.join("\n"),
    );
  }
}

/**
 * Numbers of edits go on after all that anybody can have seen, here or where the backup comes from.
 * @param {import("pg").Client} client
 * @param {Numbers | null} former
 */
async function goOnFrom(client, former) {
  await client.query(
    `with edit as (select greatest(version, $1) - version + ${AHEAD} as ahead from data_version where topic = 'edit')
     update data_version set version = version + ahead from edit`,
    [former?.edit ?? 0],
  );
  await client.query(
    `select setval('record_change', greatest(last_value, $1) + ${AHEAD}) from record_change`,
    [former?.change ?? 0],
  );
}

/**
 * @param {string} ownerUrl
 * @param {{ name: string, aside: string }} options
 */
async function swap(ownerUrl, { name, aside }) {
  await withMaintenance(ownerUrl, async (client) => {
    const [is, was, made] = [name, `${name}_replaced_${process.pid}`, aside].map((one) =>
      client.escapeIdentifier(one),
    );
    try {
      await client.query(
        `begin; alter database ${is} rename to ${was}; alter database ${made} rename to ${is}; commit`,
      );
    } catch (error) {
      await client.query("rollback");
      throw new Stop(
        `The restored database could not take the place of ${name}: ${/** @type {Error} */ (error).message}. Nothing was replaced.`,
        "end whatever is connected, then restore again",
      );
    }
    await client.query(`drop database ${was}`);
  });
}

/**
 * @param {string} ownerUrl
 * @param {string} aside
 */
async function drop(ownerUrl, aside) {
  await withMaintenance(ownerUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(aside)} with (force)`);
  }).catch(() => {}); // what went wrong first is what is said
}

/**
 * A database cannot be renamed by who is connected to it.
 * @param {string} ownerUrl
 * @param {(client: import("pg").Client) => Promise<void>} work
 */
async function withMaintenance(ownerUrl, work) {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `select datname from pg_database where datname in ('postgres', 'template1') and has_database_privilege(oid, 'connect')
       order by datname limit 1`,
    ),
  );
  await withClient(withName(ownerUrl, rows[0]?.datname ?? "postgres"), work);
}

/**
 * @param {string} url
 * @param {string} name
 */
function withName(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.toString();
}
