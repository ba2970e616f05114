import { describe, expect, it } from "vitest";
import type { BenchRow } from "../bench/record.ts";
import { missedOf, tableOf } from "./bench-table.mjs";

const row = (more: Partial<BenchRow>): BenchRow => ({
  what: "x",
  unit: "ms",
  ours: 10,
  moreIsBetter: false,
  ...more,
});
const lastLine = (rows: BenchRow[], once?: BenchRow[]) =>
  (tableOf(rows, once).split("\n").at(-1) ?? "").split("|").map((cell) => cell.trim());

describe("tableOf", () => {
  it.each<[string, Partial<BenchRow>, string, string]>([
    ["times", { alternative: "y", theirs: 25, reach: { times: 2 } }, "2.5", "✓ ≥ 2 ×"],
    [
      "rates",
      { moreIsBetter: true, alternative: "y", theirs: 25, reach: { times: 0.5 } },
      "0.40",
      "✗ ≥ 0.5 ×",
    ],
    ["what is to be large", { reach: { least: 5_000 } }, "", "✗ ≥ 5,000"],
    ["what is to be small", { reach: { most: 10 } }, "", "✓ ≤ 10"],
  ])("says of %s how much better they are, and whether that is enough", (_, more, ratio, reach) => {
    expect(lastLine([row(more)]).slice(5, 7)).toEqual([ratio, reach]);
  });

  it("says by how much a figure has grown", () => {
    expect(lastLine([row({ ours: 20 })], [row({ ours: 10 })]).slice(7, 9)).toEqual([
      "10 ms",
      "✗ 2.0 × (≤ 1.5)",
    ]);
    const rate = lastLine([row({ ours: 9, moreIsBetter: true })], [row({ ours: 10, moreIsBetter: true })]);
    expect(rate[8]).toBe("✓ 1.11 × (≤ 1.5)");
    expect(lastLine([row({})], [row({ what: "another" })]).slice(7, 9)).toEqual(["", ""]);
  });
});

describe("missedOf", () => {
  it("names what is not as it should be, and nothing else", () => {
    expect(
      missedOf([
        row({ what: "free" }),
        row({ what: "slow", reach: { most: 9 } }),
        row({ what: "fast", reach: { most: 10 } }),
        row({ what: "rare", unit: "req/s", moreIsBetter: true, reach: { least: 5_000 } }),
        row({ what: "beside", alternative: "y", theirs: 5, reach: { times: 0.7 } }),
        row({ what: "alone", alternative: "y", theirs: null, reach: { times: 12 } }),
      ]),
    ).toEqual(["slow: 10 ms, to be ≤ 9", "rare: 10 req/s, to be ≥ 5,000", "beside: 0.50 ×, to be ≥ 0.7 ×"]);
  });

  it("names what has grown too much", () => {
    const once = [row({ what: "grown", ours: 5 }), row({ what: "kept", ours: 9 })];
    expect(missedOf([row({ what: "grown" }), row({ what: "kept" })], once)).toEqual([
      "grown: grown 2.0 ×, to be ≤ 1.5 ×",
    ]);
  });
});
