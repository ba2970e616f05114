// What people had of it, as one table.

/**
 * @typedef {{ what: string, asked: number, p50?: number, p95?: number, most?: number, failed?: number, saves?: number,
 *   failedSaves?: number, heap?: number, rss?: number, heals?: number, lost?: number, missed: string[] }} Row
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
export function tableOf(rows) {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  /** @param {string[]} row */
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...body.map(line)].join(
    "\n",
  );
}

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
