import { describe, expect, it } from "vitest";
import { comparingGaps, type GapRow } from "./gap-sort.ts";

const row = (rank: number, name: string, left: number | null, persons: number | null) =>
  ({ rank, name, above: "", left, persons }) as GapRow;
const rows = [row(1, "ไชยา", 9, 10), row(2, "กระบี่", 4, 30), row(3, "ชลบุรี", 4, null), row(4, "แพร่", null, 5)];
const ranks = (id: string, descending: boolean) =>
  [...rows].sort(comparingGaps(id, descending, "th")).map(({ rank }) => rank);

describe("comparingGaps", () => {
  it("keeps the rank, either way round, also for a column it does not know", () => {
    expect([ranks("rank", false), ranks("rank", true), ranks("title", false)]).toEqual([
      [1, 2, 3, 4],
      [4, 3, 2, 1],
      [1, 2, 3, 4],
    ]);
  });
  it("sorts amounts with what is not known last, and the same as ranked", () => {
    expect([ranks("left", true), ranks("left", false)]).toEqual([
      [1, 2, 3, 4],
      [2, 3, 1, 4],
    ]);
    expect(ranks("persons", true)).toEqual([2, 1, 4, 3]);
  });
  it("sorts names as a Thai dictionary does", () => {
    expect(ranks("name", false)).toEqual([2, 3, 1, 4]);
  });
});
