// What the benches have measured, as a table: each figure with its ratio and what it should be.
import { markdownTable } from "./markdown-table.mjs";

/** @typedef {import("../bench/record.ts").BenchRow} BenchRow */

/** With more records, at most so many times the figure with few. */
const MOST_GROWTH = 1.5;

/**
 * @param {BenchRow[]} rows
 * @param {BenchRow[]} [once] the same with fewer records: by how much each has grown since
 */
export function tableOf(rows, once) {
  const head = [
    "what",
    "Phuenthi",
    "alternative",
    "",
    "times better",
    "reach",
    ...(once ? ["before", "grown"] : []),
  ];
  return markdownTable(
    head,
    rows.map((row) => {
      const { what, unit, ours, alternative = "", theirs } = row;
      const ratio = ratioOf(row);
      return [
        what,
        figure(ours, unit),
        alternative,
        theirs === null ? "not installed" : theirs ? figure(theirs, unit) : "",
        ratio === null ? "" : rounded(ratio),
        toReach(row),
        ...(once ? grown(row, once) : []),
      ];
    }),
  );
}

/**
 * What is not as it should be, each with its figure.
 * @param {BenchRow[]} rows
 * @param {BenchRow[]} [once] the same with fewer records
 * @returns {string[]}
 */
export function missedOf(rows, once = []) {
  return rows.flatMap((row) => {
    const { what, unit, ours, reach } = row;
    const ratio = ratioOf(row);
    const growth = growthOf(row, once);
    const is = reach && "times" in reach && ratio !== null ? `${rounded(ratio)} ×` : figure(ours, unit);
    return [
      ...(reach && isReached(row) === false ? [`${what}: ${is}, to be ${goal(reach)}`] : []),
      ...(growth && growth.times > MOST_GROWTH
        ? [`${what}: grown ${rounded(growth.times)} ×, to be ≤ ${MOST_GROWTH} ×`]
        : []),
    ];
  });
}

/**
 * @param {number} value
 * @param {string} unit
 */
const figure = (value, unit) => `${value.toLocaleString("en")} ${unit}`;

/** @param {number} ratio */
const rounded = (ratio) => ratio.toFixed(ratio < 2 ? 2 : 1);

/** @param {BenchRow} row */
function ratioOf({ ours, theirs, moreIsBetter }) {
  if (!theirs) return null;
  return moreIsBetter ? ours / theirs : theirs / ours;
}

/**
 * @param {BenchRow} row
 * @param {BenchRow[]} once
 */
function growthOf({ what, ours, moreIsBetter }, once) {
  const before = once.find((row) => row.what === what);
  return before && { before: before.ours, times: moreIsBetter ? before.ours / ours : ours / before.ours };
}

/**
 * @param {BenchRow} row
 * @param {BenchRow[]} once
 */
function grown(row, once) {
  const growth = growthOf(row, once);
  if (!growth) return ["", ""];
  const mark = growth.times <= MOST_GROWTH ? "✓" : "✗";
  return [figure(growth.before, row.unit), `${mark} ${rounded(growth.times)} × (≤ ${MOST_GROWTH})`];
}

/** @param {NonNullable<BenchRow["reach"]>} reach */
function goal(reach) {
  if ("times" in reach) return `≥ ${reach.times} ×`;
  if ("least" in reach) return `≥ ${reach.least.toLocaleString("en")}`;
  return `≤ ${reach.most.toLocaleString("en")}`;
}

/**
 * Null where nothing says what the figure should be, or what it should be measured by is not on this machine.
 * @param {BenchRow} row
 */
function isReached(row) {
  const { ours, reach } = row;
  if (!reach) return null;
  if ("least" in reach) return ours >= reach.least;
  if ("most" in reach) return ours <= reach.most;
  const ratio = ratioOf(row);
  return ratio === null ? null : ratio >= reach.times;
}

/** @param {BenchRow} row */
function toReach(row) {
  if (!row.reach) return "";
  const reached = isReached(row);
  return `${reached === null ? "" : reached ? "✓ " : "✗ "}${goal(row.reach)}`;
}
