// Rows into a table by COPY, thousands in one statement, so that triggers per statement run once.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { columns, type SampleRows } from "./rows.ts";

const ROWS_PER_CHUNK = 500;

/** One value in COPY's text format; null is \N. */
export function copyValue(value: string | number | null): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return value.replace(/[\\\t\n\r]/g, (character) => copyEscapes[character]!);
}
const copyEscapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Copies all rows into the table of that name, in the client's transaction. */
export async function copyRows<Table extends keyof SampleRows>(
  client: pg.ClientBase,
  table: Table,
  rows: SampleRows[Table],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns[table] as readonly string[];
  function* chunks() {
    for (let start = 0; start < rows.length; start += ROWS_PER_CHUNK) {
      let text = "";
      for (const row of rows.slice(start, start + ROWS_PER_CHUNK)) {
        const values = row as unknown as Record<string, string | number | null>;
        text += `${names.map((name) => copyValue(values[name]!)).join("\t")}\n`;
      }
      yield text;
    }
  }
  // table and column names come from rows.ts, never from outside
  const stream = client.query(copyFrom(`copy ${table} (${names.join(", ")}) from stdin`));
  await pipeline(Readable.from(chunks()), stream);
}
