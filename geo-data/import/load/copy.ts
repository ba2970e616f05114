import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Sends rows by COPY in its text form; null is \N. @param into table with its columns, as in "area_tile (z, x, y)" */
export async function copyRows(
  client: pg.ClientBase,
  into: string,
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  const lines = function* () {
    // one write per some rows: a stream of ten thousand small chunks would be slow
    let chunk: string[] = [];
    let size = 0;
    for (const row of rows) {
      const line = `${row.map(escapeField).join("\t")}\n`;
      chunk.push(line);
      size += line.length;
      if (size < 1 << 18) continue;
      yield chunk.join("");
      chunk = [];
      size = 0;
    }
    yield chunk.join("");
  };
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${into} from stdin`)));
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapeField(value: string | number | null): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return value.replace(/[\\\t\n\r]/g, (character) => escapes[character]!);
}
