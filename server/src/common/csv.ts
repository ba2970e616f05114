// CSV for people, who open it in a spreadsheet: RFC 4180, UTF-8 with byte order mark, CRLF, text in quotes.

/** Text is quoted, so that a code stays text; numbers are bare; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet would take for a formula, also behind a tab or a line break. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** By which a spreadsheet knows that a file is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** @returns the whole file; headings stand in it even when there are no rows */
export function toCsv(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [headings, ...rows].map(csvLine).join("");
}

export const csvLine = (row: readonly Cell[]) => `${row.map(cell).join(",")}\r\n`;

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const guarded = FORMULA.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}
