// Brings a database up to date: forward-only migrations, then everything that is re-applied whole
// (functions, tile layers, indicators) when any of those files changed. Safe to run at every start.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type IndicatorDeclaration, indicatorDeclaration } from "@phuenthi/server/contract/indicators";
import pg from "pg";
import { checkIndicators } from "./check-indicators.ts";
import { sayIfLost } from "./lost-connection.ts";
import { kindDeclarations, syncKinds } from "./sync-kinds.ts";

const dbFolder = import.meta.dirname;
/** Any constant will do, as long as every Phuenthi start takes the same one. */
const ADVISORY_LOCK = 7_436_077;

/** Postgres's own check of each body, with the function's name in front of what is wrong. */
const VALIDATE_FUNCTIONS = `do $$
declare
  checked record;
begin
  for checked in
    select pg_proc.oid, pg_proc.oid::regprocedure as name, lanname
    from pg_proc join pg_language on pg_language.oid = prolang
    where pronamespace::regnamespace::text in ('api', 'record', 'tiles', 'indicator')
  loop
    begin
      if checked.lanname = 'sql' then perform fmgr_sql_validator(checked.oid);
      elsif checked.lanname = 'plpgsql' then perform plpgsql_validator(checked.oid);
      end if;
    exception when others then
      raise exception '%: %', checked.name, sqlerrm;
    end;
  end loop;
end $$`;

/** Kept outside the database itself: a copy, or a dump that was restored, has it open again. */
const CLOSE_DATABASE = `do $$ begin
  if has_database_privilege('public', current_database(), 'temporary') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
end $$`;

/** Migrations that were corrected for accounts whose run they ended, by the hash of before: where they went through they did the same. */
const CORRECTED = new Map([
  [
    "migrations/0038-rights-of-the-database.sql",
    "1da6f33204f3f0dfe83314b65c54d885a43e0fda2c6f5979741b193de7708252",
  ],
]);

type SqlFile = { path: string; text: string; sha256: string };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function sqlFiles(folder: string, ending: string): SqlFile[] {
  return readdirSync(join(dbFolder, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const text = readFileSync(join(dbFolder, folder, name), "utf8");
      return { path: `${folder}/${name}`, text, sha256: sha256(text) };
    });
}

/** Not to stand in a queue, where everybody else would stand behind: so often it looks whether all is free at one moment. */
const LOOKS = 40;
const PAUSE_MS = 100;
/**
 * Then it queues for so long, lets the others go first, and comes back. Shorter than `deadlock_timeout`, so that of two who wait for
 * each other it is this that gives way.
 */
const LOCK_TIMEOUT = "800ms";
const LONG_PAUSE_MS = 1_000;
/** Downloads may take five minutes. */
const GIVE_UP_AFTER_MS = 330_000;
const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK_DETECTED = "40P01";

export class MigrationError extends Error {
  override name = "MigrationError";
}

type Log = (line: string) => void;

/**
 * Applies what is missing and re-applies what computes, all or nothing: who uses the database meanwhile sees what was there, waits
 * for about a second, and sees what is new. Kept figures follow in a transaction of their own, since they take longer than anybody
 * should wait.
 * @param databaseUrl connection string of the owner (may create roles, schemas and extensions)
 * @returns paths (relative to db/) of what was applied; empty when the database was up to date
 * @throws MigrationError naming the file, when a file fails or an applied migration was edited afterwards
 */
export async function migrate(options: { databaseUrl: string; log?: Log }): Promise<{ applied: string[] }> {
  const { databaseUrl, log } = options;
  const client = new pg.Client({ connectionString: databaseUrl });
  // what the connection ends by is told by the query that meets it
  client.on("error", () => {});
  await client.connect();
  let kept: string | undefined;
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await client.query(CLOSE_DATABASE);
    await client.query(`create table if not exists schema_migration (
      path text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ path: string; sha256: string }>(
      "select path, sha256 from schema_migration",
    );
    const done = new Map(rows.map((row) => [row.path, row.sha256]));
    const migrations = missingOf(done);
    const objects = readObjects();
    if (migrations.length === 0 && done.get("objects") === objects.state) return { applied: [] };

    await whenNobodyIsInTheWay(client, (mode) => applyAll(client, migrations, objects, mode), log);
    kept = "Tables and functions are up to date, figures may not be yet.";
    for (const { path } of migrations) log?.(`applied db/${path}`);
    await refreshFigures(client, objects);
    log?.(`re-applied ${objects.files.length} functions, tile layers and indicators`);
    return { applied: [...migrations, ...objects.files].map((file) => file.path) };
  } catch (cause) {
    const lost = sayIfLost(cause, kept);
    throw lost ? new MigrationError(`${lost.what}\nNext: ${lost.next}`, { cause }) : cause;
  } finally {
    await client.end();
  }
}

/** @param done paths of what was applied, and the hash that each had */
function missingOf(done: Map<string, string>): SqlFile[] {
  return sqlFiles("migrations", ".sql").filter(({ path, sha256 }) => {
    const before = done.get(path);
    if (before === undefined) return true;
    if (before === sha256 || before === CORRECTED.get(path)) return false;
    throw new MigrationError(
      `db/${path} was edited after it had been applied. Put it back and write a new migration file instead.`,
    );
  });
}

/** What is re-applied whole when one of its files changed. */
type Objects = ReturnType<typeof readObjects>;

function readObjects() {
  const functions = sqlFiles("functions", ".sql");
  const records = sqlFiles("records", ".sql");
  const rest = [...sqlFiles("tiles", ".sql"), ...sqlFiles("indicators", ".sql")];
  const files = [...functions, ...records, ...rest];
  const declarations = readDeclarations();
  const state = sha256(
    [...files.map((file) => file.sha256), JSON.stringify([declarations, kindDeclarations])].join("\n"),
  );
  return { functions, records, rest, files, declarations, state };
}

/**
 * Migrations, then functions, then what the kinds of records declare, then tile layers and indicators, which may call them.
 */
async function applyAll(
  client: pg.Client,
  migrations: SqlFile[],
  objects: Objects,
  mode: "nowait" | "",
): Promise<void> {
  let current = "everything that is in use";
  await inTransaction(
    client,
    () => current,
    async () => {
      await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
      await client.query(lockAll(mode));
      if (migrations.length > 0) {
        // views hold on to their tables' columns, and triggers of before know only those: all of these are made anew below
        await client.query("drop schema if exists api, record, in_force, tiles, indicator cascade");
      }
      for (const file of migrations) {
        current = file.path;
        await client.query(file.text);
        await client.query("insert into schema_migration (path, sha256) values ($1, $2)", [
          file.path,
          file.sha256,
        ]);
      }
      // who ends before the figures are in step has to come back
      await client.query("delete from schema_migration where path = 'objects'");
      const { functions, records, rest, declarations } = objects;
      // files call each other in any order, so bodies are checked once all of them are there
      await client.query("set local check_function_bodies = off");
      const apply = async (some: SqlFile[]) => {
        for (const file of some) {
          current = file.path;
          await client.query(file.text);
        }
      };
      await apply(functions);
      current = "functions/record-kinds.sql";
      await syncKinds(client, () => apply(records));
      await apply(rest);
      current = "functions/keeper.sql";
      await client.query("select api.give_to_keeper()");
      current = "functions";
      await client.query("set local check_function_bodies = on");
      await client.query(VALIDATE_FUNCTIONS);
      current = "indicators";
      await keepingDays(client, async () => {
        await syncIndicators(client, declarations);
        // a migration may take all sums of small figures away: they take seconds less than figures, which would lack them until then
        await client.query(
          "select api.pool_all_small_cells() where exists (select from small_cell) and not exists (select from pooled_amount)",
        );
        // the same records give other answers from now on: nobody may go on with what they have kept
        await client.query(
          "select api.move_versions(array(select topic from data_version where topic <> 'edit'))",
        );
      });
    },
  );
}

/** What is kept of figures follows the rules and the records that are there now. */
async function refreshFigures(client: pg.Client, { state }: Objects): Promise<void> {
  await inTransaction(
    client,
    () => "indicators",
    async () => {
      await keepingDays(client, () => client.query("select api.refresh_all_achievements()"));
      await client.query("insert into schema_migration (path, sha256) values ('objects', $1)", [state]);
    },
  );
}

/** Versions move, and the days on which the register last changed stay. */
async function keepingDays(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query(
    "create temporary table recorded on commit drop as select topic, recorded_at from data_version",
  );
  await work();
  await client.query(
    `update data_version set recorded_at = coalesce(
       (select recorded_at from recorded where recorded.topic = data_version.topic),
       (select recorded_at from recorded where topic = 'coverage'))
     where version = (select version from data_version where topic = 'edit' and xmin = pg_current_xact_id()::xid)`,
  );
}

/**
 * Whoever reads or downloads holds what they read: to wait for them long would make everybody wait behind this.
 * @throws MigrationError that says who is in the way, and what can be done
 */
async function whenNobodyIsInTheWay(
  client: pg.Client,
  work: (mode: "nowait" | "") => Promise<void>,
  log?: Log,
): Promise<void> {
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  for (let looks = 1; ; looks += 1) {
    try {
      return await work(looks <= LOOKS ? "nowait" : "");
    } catch (error) {
      const { code } = (error as { cause?: { code?: string } }).cause ?? {};
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK_DETECTED) throw error;
      const others = looks < LOOKS ? null : await whoIsInTheWay(client);
      if (Date.now() > deadline) {
        throw new MigrationError(
          `${(error as Error).message}. In the way: ${others}. Wait until it is done, or end it: select pg_terminate_backend(<pid>)`,
          { cause: error },
        );
      }
      if (others) log?.(`waiting for others to be done: ${others}`);
    }
    await sleep(looks < LOOKS ? PAUSE_MS : LONG_PAUSE_MS);
  }
}

/** All that anybody reads, before anything is touched: who waits then holds nothing that this needs. */
const lockAll = (mode: "nowait" | "") => `do $$
declare
  ours text;
begin
  select string_agg(oid::regclass::text, ', ' order by relkind <> 'v', oid) into ours from pg_class
  where relkind in ('r', 'v') and relowner = current_user::regrole
    and relnamespace::regnamespace::text in ('public', 'api', 'record', 'in_force', 'tiles', 'indicator');
  if ours is not null then execute 'lock table ' || ours || ' in access exclusive mode ${mode}'; end if;
end $$`;

async function whoIsInTheWay(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ other: string }>(
    `select format('pid %s (%s) since %s s: %s', pid, application_name, round(extract(epoch from clock_timestamp() - xact_start)),
       left(regexp_replace(query, '\\s+', ' ', 'g'), 60)) as other
     from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
     order by xact_start limit 3`,
  );
  return rows.map(({ other }) => other).join("; ") || "somebody who is done now";
}

function readDeclarations() {
  const declarations = sqlFiles("indicators", ".json").map((file) => {
    const parsed = indicatorDeclaration.safeParse(JSON.parse(file.text));
    if (!parsed.success) {
      const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
      throw new MigrationError(`db/${file.path}: ${what}`);
    }
    if (file.path !== `indicators/${parsed.data.id}.json`) {
      throw new MigrationError(`db/${file.path}: its id is ${parsed.data.id}; file name and id must agree.`);
    }
    return parsed.data;
  });
  try {
    checkIndicators(declarations);
  } catch (cause) {
    throw new MigrationError(`db/indicators: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  return declarations;
}

/** Rows of `indicator` and the declared target follow the files. */
async function syncIndicators(
  client: pg.Client,
  declarations: ReturnType<typeof readDeclarations>,
): Promise<void> {
  for (const declaration of declarations) {
    await client.query(
      `insert into indicator (id, declaration) values ($1, $2)
       on conflict (id) do update set declaration = excluded.declaration`,
      [declaration.id, JSON.stringify(declaration)],
    );
    if (declaration.target) await declareTarget(client, declaration.id, declaration.target);
  }
  const kept = declarations.map((declaration) => declaration.id);
  await client.query("delete from achievement where not indicator_id = any ($1)", [kept]);
  await client.query("delete from target_version where not indicator_id = any ($1)", [kept]);
  await client.query("delete from indicator where not id = any ($1)", [kept]);
}

/**
 * An edited figure becomes a new version, for the country alone: shares of another whole would not add up to it.
 * What planners have set since stays in force until the file itself says something new.
 */
async function declareTarget(
  client: pg.Client,
  indicator: string,
  { owner, value, fiscal_year, denominator, source }: NonNullable<IndicatorDeclaration["target"]>,
): Promise<void> {
  await client.query(
    `with
     declared as (
       select value, fiscal_year, denominator_id
       from target_version join target_value on target_version_id = target_version.id and place_code = 'TH'
       where indicator_id = $1 and action = 'declared'
       order by version desc limit 1
     ),
     made as (
       insert into target_version (indicator_id, version, action, owner, denominator_id, source_id)
       select $1, coalesce(max(version), 0) + 1, 'declared', $2, $5, $6
       from target_version where indicator_id = $1
       having not exists (select from declared
         where value = $3 and fiscal_year = $4 and denominator_id is not distinct from $5)
       returning id
     )
     insert into target_value (target_version_id, fiscal_year, value) select id, $4::integer, $3::numeric from made`,
    [indicator, owner, value, fiscal_year, denominator, source],
  );
}

async function inTransaction(
  client: pg.Client,
  where: () => string,
  work: () => Promise<void>,
): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (cause) {
    // the connection itself may be gone; the first error is the one to hear about
    await client.query("rollback").catch(() => {});
    throw new MigrationError(`db/${where()}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
