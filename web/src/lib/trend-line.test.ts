import { describe, expect, it } from "vitest";
import { trendLine } from "./trend-line.ts";

const box = { width: 100, height: 40 };
const series = (...values: (number | null)[]) => values.map((value, i) => ({ fiscal_year: 2017 + i, value }));

describe("trendLine", () => {
  it("runs from zero to the most there is, the goal in the same scale", () => {
    expect(trendLine(series(0, 50, 100), 200, box)).toEqual({
      lines: ["0,40 50,30 100,20"],
      last: { x: 100, y: 20 },
      goalY: 0,
    });
  });
  it("breaks where a year is not known", () => {
    expect(trendLine(series(10, null, 10, 10), null, box).lines).toEqual(["0,0", "66.7,0 100,0"]);
  });
  it("draws nothing of nothing", () => {
    expect(trendLine(series(null), null, box)).toEqual({ lines: [], last: null, goalY: null });
  });
});
