// What the benches have measured, as a table: each figure with its ratio and what it should be.

/** @typedef {import("../bench/record.ts").BenchRow} BenchRow */

/** With more records, at most so many times the figure with few. */
const MOST_GROWTH = 1.5;

/**
 * @param {BenchRow[]} rows
 * @param {BenchRow[]} [once] the same with fewer records: by how much each has grown since
 */
export function tableOf(rows, once) {
  const cells = [
    ["what", "Phuenthi", "alternative", "", "times better", "reach", ...(once ? ["before", "grown"] : [])],
    ...rows.map((row) => {
      const { what, unit, ours, alternative = "", theirs, moreIsBetter, reach } = row;
      const ratio = theirs ? (moreIsBetter ? ours / theirs : theirs / ours) : null;
      return [
        what,
        figure(ours, unit),
        alternative,
        theirs === null ? "not installed" : theirs ? figure(theirs, unit) : "",
        ratio === null ? "" : rounded(ratio),
        reach ? toReach(reach, ours, ratio) : "",
        ...(once ? grown(row, once) : []),
      ];
    }),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  /** @param {string[]} row */
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(head), rule, ...body.map(line)].join("\n");
}

/**
 * @param {number} value
 * @param {string} unit
 */
const figure = (value, unit) => `${value.toLocaleString("en")} ${unit}`;

/** @param {number} ratio */
const rounded = (ratio) => ratio.toFixed(ratio < 2 ? 2 : 1);

/**
 * @param {BenchRow} row
 * @param {BenchRow[]} once
 */
function grown({ what, unit, ours, moreIsBetter }, once) {
  const before = once.find((row) => row.what === what);
  if (!before) return ["", ""];
  const growth = moreIsBetter ? before.ours / ours : ours / before.ours;
  return [
    figure(before.ours, unit),
    `${growth <= MOST_GROWTH ? "✓" : "✗"} ${rounded(growth)} × (≤ ${MOST_GROWTH})`,
  ];
}

/**
 * What the figure should be, and whether it is.
 * @param {NonNullable<BenchRow["reach"]>} reach
 * @param {number} ours
 * @param {number | null} ratio
 */
function toReach(reach, ours, ratio) {
  if ("times" in reach) {
    return ratio === null ? `≥ ${reach.times} ×` : `${ratio >= reach.times ? "✓" : "✗"} ≥ ${reach.times} ×`;
  }
  if ("least" in reach) return `${ours >= reach.least ? "✓" : "✗"} ≥ ${reach.least.toLocaleString("en")}`;
  return `${ours <= reach.most ? "✓" : "✗"} ≤ ${reach.most.toLocaleString("en")}`;
}
