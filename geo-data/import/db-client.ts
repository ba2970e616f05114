// A connection for the length of one work, and a transaction that is kept whole or not at all.
import { sayIfLost } from "@phuenthi/db/lost-connection";
import pg from "pg";
import { GeoDataError } from "./errors.ts";

/** SQLSTATE of a table, function or schema that is not there. */
const MISSING = ["42P01", "42883", "3F000"];

/**
 * @param databaseUrl connection string of the owner
 * @throws GeoDataError when the database does not answer, goes away meanwhile or was not migrated
 */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // what the connection ends by is told by the query that meets it
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw new GeoDataError(
      `The database does not answer: ${cause instanceof Error ? cause.message || String(cause) : cause}.`,
      "start it, or correct DATABASE_URL.",
    );
  }
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof pg.DatabaseError && MISSING.includes(error.code ?? "")) {
      throw new GeoDataError(
        `The database has not been migrated: ${error.message}.`,
        "npm run db:migrate, then load again.",
      );
    }
    const lost = sayIfLost(error);
    throw lost ? new GeoDataError(lost.what, lost.next) : error;
  } finally {
    await client.end();
  }
}

/** As `withClient`, in one transaction: what fails leaves nothing behind. */
export const inTransaction = <T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(databaseUrl, async (client) => {
    await client.query("begin");
    try {
      const result = await work(client);
      await client.query("commit");
      return result;
    } catch (error) {
      // the connection itself may be gone; the first error is the one to hear about
      await client.query("rollback").catch(() => {});
      throw error;
    }
  });
