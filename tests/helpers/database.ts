// The test database as tests see it. `npm test` makes one copy per vitest worker, so files never disturb each
// other; within a file, withRollback keeps each test's rows to itself.
import pg from "pg";

const worker = process.env.VITEST_POOL_ID ?? "1";

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set: these tests need the test database. Run npm run test:server (one file: npm run test:server -- tests/db/x.test.ts).`,
    );
  }
  return value;
}

/** Connection string of the owner, who may do everything. */
export const ownerUrl = () => fromEnvironment(`TEST_DATABASE_URL_${worker}`);

/** Connection string of phuenthi_api, with exactly the rights the server has. */
export const apiUrl = () => fromEnvironment(`TEST_API_DATABASE_URL_${worker}`);

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

/**
 * A copy of the test database for a test that must commit (triggers that notify, loads, migrations), dropped
 * when `work` ends. `empty` gives a database without any table instead.
 */
export async function withOwnDatabase<T>(
  work: (urls: { ownerUrl: string; apiUrl: string }) => Promise<T>,
  { empty = false }: { empty?: boolean } = {},
): Promise<T> {
  const name = `test_${process.pid}_own_${Math.random().toString(36).slice(2, 8)}`;
  const template = empty ? "template0" : fromEnvironment("TEST_TEMPLATE");
  await onMaintenanceDatabase(`create database ${name} template ${template}`);
  try {
    return await work({ ownerUrl: withName(ownerUrl(), name), apiUrl: withName(apiUrl(), name) });
  } finally {
    await onMaintenanceDatabase(`drop database if exists ${name} with (force)`);
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
