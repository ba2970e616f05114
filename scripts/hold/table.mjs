// What people had of it, as one table.
import { markdownTable } from "../lib/markdown-table.mjs";

/**
 * @typedef {{ what: string, asked: number, p50?: number, p95?: number, most?: number, failed?: number, saves?: number,
 *   failedSaves?: number, kinds?: Record<string, number>, heap?: number, rss?: number, heals?: number, lost?: number, missed: string[] }} Row
 */

const HEAD = [
  "what",
  "asked",
  "p50",
  "p95",
  "longest",
  "failed",
  "saves",
  "failed",
  "alive",
  "RSS",
  "heals in",
  "lost",
];

/** @param {Row[]} rows */
export const tableOf = (rows) => markdownTable(HEAD, rows.map(cellsOf));

/**
 * Of each kind of question 95 % were answered within so many milliseconds.
 * @param {Row[]} rows
 */
export function kindsTableOf(rows) {
  const timed = rows.filter(({ kinds }) => kinds);
  const names = [...new Set(timed.flatMap(({ kinds }) => Object.keys(kinds ?? {})))];
  const cells = timed.map(({ what, kinds }) => [what, ...names.map((name) => milliseconds(kinds?.[name]))]);
  return markdownTable(["p95, ms", ...names], cells);
}

const milliseconds = (/** @type {number | undefined} */ ms) =>
  ms === undefined ? "" : String(Math.round(ms));

/** @param {Row} row */
function cellsOf(row) {
  const of = (/** @type {number | undefined} */ value, unit = "") =>
    value === undefined ? "" : `${Math.round(value).toLocaleString("en")}${unit}`;
  return [
    row.what,
    of(row.asked),
    of(row.p50, " ms"),
    of(row.p95, " ms"),
    of(row.most, " ms"),
    of(row.failed),
    of(row.saves),
    of(row.failedSaves),
    of(row.heap, " MB"),
    of(row.rss, " MB"),
    of(row.heals, " ms"),
    of(row.lost),
  ];
}
