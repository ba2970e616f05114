// Brings a database up to date: forward-only migrations, then everything that is re-applied whole
// (functions, tile layers, indicators) when any of those files changed. Safe to run at every start.
import pg from "pg";
import { applyObjects, type Objects, readObjects } from "./apply-objects.ts";
import { inTransaction } from "./in-transaction.ts";
import { sayIfLost } from "./lost-connection.ts";
import { MigrationError } from "./migration-error.ts";
import { LOCK_TIMEOUT, type LockMode, lockAll, whenNobodyIsInTheWay } from "./migration-locks.ts";
import { type SqlFile, sqlFiles } from "./sql-files.ts";
import { syncIndicators } from "./sync-indicators.ts";

/** Any constant will do, as long as every Phuenthi start takes the same one. */
const ADVISORY_LOCK = 7_436_077;

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

/**
 * Applies what is missing and re-applies what computes, all or nothing: who uses the database meanwhile sees what was there, waits
 * for about a second, and sees what is new. Kept figures follow in a transaction of their own, since they take longer than anybody
 * should wait.
 * @param databaseUrl connection string of the owner (may create roles, schemas and extensions)
 * @returns paths (relative to db/) of what was applied; empty when the database was up to date
 * @throws MigrationError naming the file, when a file fails or an applied migration was edited afterwards
 */
export async function migrate(options: {
  databaseUrl: string;
  log?: (line: string) => void;
}): Promise<{ applied: string[] }> {
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

/** Migrations, then what computes, then what is declared. */
async function applyAll(
  client: pg.Client,
  migrations: SqlFile[],
  objects: Objects,
  mode: LockMode,
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
      await applyObjects(client, objects, (path) => {
        current = path;
      });
      current = "indicators";
      await keepingDays(client, async () => {
        await syncIndicators(client, objects.declarations);
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
