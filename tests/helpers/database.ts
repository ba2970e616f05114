// The test database as tests see it; within a file, withRollback keeps each test's rows to itself.
import pg from "pg";
import { fromEnvironment, ofWorker } from "./environment.ts";

/** Connection string of the owner, who may do everything. */
export const ownerUrl = () => ofWorker("TEST_DATABASE_URL");

/** Connection string of phuenthi_api, with exactly the rights the server has. */
export const apiUrl = () => ofWorker("TEST_API_DATABASE_URL");

/** Boundaries the test database was made with: "codab-20m" (real) or "stand-in". */
export const testBoundary = () => fromEnvironment("TEST_BOUNDARY");

/**
 * Runs `work` in a transaction that is rolled back afterwards, whatever happens.
 * @param as whose rights: the owner's (default), or the server's role
 */
export async function withRollback<T>(
  work: (client: pg.Client) => Promise<T>,
  { as = "owner" }: { as?: "owner" | "api" } = {},
): Promise<T> {
  const client = new pg.Client({ connectionString: as === "owner" ? ownerUrl() : apiUrl() });
  await client.connect();
  try {
    await client.query("begin");
    return await work(client);
  } finally {
    await client.query("rollback");
    await client.end();
  }
}

export type OwnDatabase = { ownerUrl: string; apiUrl: string; drop: () => Promise<void> };

/**
 * A copy of the test database for tests that must commit (triggers that notify, loads, migrations).
 * @param options.empty without any table instead
 */
export async function makeOwnDatabase({ empty = false }: { empty?: boolean } = {}): Promise<OwnDatabase> {
  const name = `test_${process.pid}_own_${Math.random().toString(36).slice(2, 8)}`;
  const template = empty ? "template0" : fromEnvironment("TEST_TEMPLATE");
  await onMaintenanceDatabase(`create database ${name} template ${template}`);
  return {
    ownerUrl: withName(ownerUrl(), name),
    apiUrl: withName(apiUrl(), name),
    drop: () => onMaintenanceDatabase(`drop database if exists ${name} with (force)`),
  };
}

/** The same for one test, dropped when `work` ends. */
export async function withOwnDatabase<T>(
  work: (urls: Omit<OwnDatabase, "drop">) => Promise<T>,
  options: { empty?: boolean } = {},
): Promise<T> {
  const own = await makeOwnDatabase(options);
  try {
    return await work(own);
  } finally {
    await own.drop();
  }
}

/** Rows of one statement on a connection of its own, committed: for a database of withOwnDatabase. */
// biome-ignore lint/suspicious/noExplicitAny: rows of many shapes; tests assert on what they hold
export async function query(databaseUrl: string, statement: string): Promise<any[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function onMaintenanceDatabase(statement: string): Promise<void> {
  await query(fromEnvironment("TEST_MAINTENANCE_URL"), statement);
}

/** Takes back all that was set since targets were declared: another file of tests has the same database after this one. */
export const forgetTargets = () => query(ownerUrl(), "delete from target_version where action <> 'declared'");
