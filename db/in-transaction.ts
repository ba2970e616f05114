import type pg from "pg";
import { MigrationError } from "./migration-error.ts";

/**
 * All of it or nothing.
 * @param where the file that is at work
 * @throws MigrationError naming that file
 */
export async function inTransaction(
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
