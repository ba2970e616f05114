// The generator's rows into the table of their name, thousands in one statement, so that triggers per statement run once.
import type pg from "pg";
import { copyRows } from "../import/load/copy.ts";
import { SAMPLE_SOURCE_ID } from "./rows.ts";

/**
 * Copies all rows in the client's transaction.
 * @param isLink a link's rows are part of the record that they are of, and have no source of their own
 */
export async function copySampleRows(
  client: pg.ClientBase,
  { table, isLink }: { table: string; isLink: boolean },
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  // a part of a record has the source that the record has
  const names = [...new Set([...Object.keys(first), ...(isLink ? [] : ["source_id"])])];
  function* values() {
    for (const row of rows as readonly Record<string, string | number | boolean | null>[]) {
      yield names.map((name) => {
        const value = name === "source_id" ? SAMPLE_SOURCE_ID : row[name]!;
        return typeof value === "boolean" ? String(value) : value;
      });
    }
  }
  // table and column names come from the generator, never from outside
  await copyRows(client, `${table} (${names.join(", ")})`, values());
}
