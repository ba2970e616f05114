// The generator's rows into the table of their name, thousands in one statement, so that triggers per statement run once.
import type pg from "pg";
import { copyRows } from "../import/load/copy.ts";
import { columns, SAMPLE_SOURCE_ID, type SampleRows } from "./rows.ts";

/** Copies all rows in the client's transaction. */
export async function copySampleRows<Table extends keyof SampleRows>(
  client: pg.ClientBase,
  table: Table,
  rows: SampleRows[Table],
): Promise<void> {
  if (rows.length === 0) return;
  // a part of a record has the source that the record has
  const names = [...new Set<string>([...(columns[table] as readonly string[]), "source_id"])];
  function* values() {
    for (const row of rows as unknown as Record<string, string | number | boolean | null>[]) {
      yield names.map((name) => {
        const value = name === "source_id" ? SAMPLE_SOURCE_ID : row[name]!;
        return typeof value === "boolean" ? String(value) : value;
      });
    }
  }
  // table and column names come from rows.ts, never from outside
  await copyRows(client, `${table} (${names.join(", ")})`, values());
}
