import { describe, expect, it } from "vitest";
import { findCrossings } from "./crossings.ts";

const arcs = (...lines: number[][]) => lines.map((line) => Int32Array.from(line));

describe("findCrossings", () => {
  it("lets lines meet at their ends", () => {
    expect(findCrossings(arcs([0, 0, 10, 0, 20, 5], [20, 5, 30, 0], [20, 5, 20, 30]))).toEqual([]);
  });

  it.each([
    ["cross", [0, 0, 10, 10], [0, 10, 10, 0]],
    ["touch in the middle of a line", [0, 0, 10, 0], [5, 0, 5, 10]],
    ["lie on each other in part", [0, 0, 10, 0], [5, 0, 15, 0]],
    ["lie on each other from a shared end", [0, 0, 10, 0], [0, 0, 5, 0]],
    ["are the same line", [0, 0, 10, 0], [10, 0, 0, 0]],
  ])("finds lines that %s", (_, one, other) => {
    expect(findCrossings(arcs(one, other)).map((crossing) => crossing.arcs)).toEqual([[0, 1]]);
  });

  it("finds a line that crosses itself", () => {
    expect(findCrossings(arcs([0, 0, 10, 10, 10, 0, 0, 10]))[0]?.arcs).toEqual([0, 0]);
  });

  it("finds a line that turns straight back", () => {
    expect(findCrossings(arcs([0, 0, 10, 0, 4, 0]))).toHaveLength(1);
  });

  it("is exact at the size of a country", () => {
    // the third line passes one unit (a centimetre) beside the end of the first
    const [far, high] = [1_056_369_650, 204_647_220];
    expect(
      findCrossings(arcs([973_435_780, 56_130_380, far, high], [far + 1, 56_130_380, far + 1, high])),
    ).toEqual([]);
    expect(
      findCrossings(arcs([973_435_780, 56_130_380, far, high], [far, 56_130_380, far, high + 1])),
    ).toHaveLength(1);
  });
});
