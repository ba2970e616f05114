import { describe, expect, it } from "vitest";
import { findInnerPoint } from "./inner-point.ts";
import { buildCoverage, type GridPolygon, UNITS_PER_DEGREE } from "./topology/coverage.ts";

function innerPoint(polygons: GridPolygon[]): [number, number] {
  const { arcs, areas } = buildCoverage([polygons]);
  return findInnerPoint(areas[0]!, arcs, arcs);
}
const scaled = (...points: [number, number][]): GridPolygon[number] =>
  points.map(([x, y]) => [Math.round(x * UNITS_PER_DEGREE), Math.round(y * UNITS_PER_DEGREE)]);

describe("findInnerPoint", () => {
  it("finds the middle of a square", () => {
    const [x, y] = innerPoint([[scaled([100, 10], [101, 10], [101, 11], [100, 11], [100, 10])]]);
    expect(x).toBeCloseTo(100.5, 6);
    expect(y).toBeCloseTo(10.5, 6);
  });

  it("stays inside a crescent, whose centre of mass is outside", () => {
    const crescent = scaled(
      [100, 10],
      [101, 10],
      [101, 11],
      [100, 11],
      [100, 10.9],
      [100.9, 10.9],
      [100.9, 10.1],
      [100, 10.1],
      [100, 10],
    );
    const [x, y] = innerPoint([[crescent]]);
    expect(x > 100.9 || y < 10.1 || y > 10.9).toBe(true);
  });

  it("takes the largest part", () => {
    const island = scaled([99, 10], [99.1, 10], [99.1, 10.1], [99, 10.1], [99, 10]);
    const main = scaled([100, 10], [101, 10], [101, 11], [100, 11], [100, 10]);
    expect(innerPoint([[island], [main]])[0]).toBeGreaterThan(100);
  });

  it("finds a point even in a sliver", () => {
    const [x, y] = innerPoint([[scaled([100, 10], [101, 10.00001], [101, 10.00002], [100, 10])]]);
    expect(x).toBeGreaterThan(100);
    expect(y).toBeGreaterThan(10);
    expect(y).toBeLessThan(10.00002);
  });
});
