import { describe, expect, it } from "vitest";
import { toTileRings } from "./tile-shapes.ts";

// at zoom 0 and extent 100 the Mercator square is a tile of 100 units
const tileRings = (...rings: number[][]) => toTileRings(rings, 0, 0, 0, 100);

describe("toTileRings", () => {
  it("rounds to tile units, drops repeated points and closes the ring", () => {
    expect(tileRings([0.1, 0.1, 0.5, 0.1, 0.5001, 0.1001, 0.5, 0.5, 0.1, 0.1])).toEqual([
      [
        [10, 10],
        [50, 10],
        [50, 50],
        [10, 10],
      ],
    ]);
  });

  it("drops a part that rounding has flattened, and its holes", () => {
    const flat = [0.1, 0.1, 0.101, 0.1, 0.101, 0.101, 0.1, 0.1];
    const whole = [0.2, 0.2, 0.5, 0.2, 0.5, 0.5, 0.2, 0.2];
    expect(tileRings(flat, whole)).toHaveLength(1);
  });

  it("keeps a triangle of one unit for an area too small to draw", () => {
    expect(tileRings([0.1, 0.1, 0.101, 0.1, 0.101, 0.101, 0.1, 0.1])).toEqual([
      [
        [10, 10],
        [11, 10],
        [10, 11],
        [10, 10],
      ],
    ]);
  });

  it("leaves out what only grazes the margin", () => {
    expect(tileRings([-0.1, 0.1, -0.1, 0.2, -0.1, 0.3, -0.1, 0.1])).toBeNull();
  });
});
