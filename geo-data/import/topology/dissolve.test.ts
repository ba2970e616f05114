import { describe, expect, it } from "vitest";
import { buildCoverage, doubleArea, type GridPolygon, ringPoints } from "./coverage.ts";
import { dissolve } from "./dissolve.ts";

const box = (west: number, south: number, east: number, north: number): GridPolygon[number] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const hole = (...edges: [number, number, number, number]) => box(...edges).reverse();

/** Rings of the union, each as its doubled area: outer positive, hole negative. */
function unionOf(...areas: GridPolygon[][]): number[][] {
  const coverage = buildCoverage(areas);
  return dissolve(coverage.areas, coverage.arcs).map((polygon) =>
    polygon.map((ring) => doubleArea(ringPoints(ring, coverage.arcs))),
  );
}

describe("dissolve", () => {
  it("joins neighbours into one ring", () => {
    expect(unionOf([[box(0, 0, 10, 10)]], [[box(10, 0, 20, 10)]])).toEqual([[400]]);
  });

  it("fills an enclave", () => {
    expect(unionOf([[box(0, 0, 30, 30), hole(10, 10, 20, 20)]], [[box(10, 10, 20, 20)]])).toEqual([[1800]]);
  });

  it("keeps a hole that nobody fills", () => {
    expect(unionOf([[box(0, 0, 30, 30), hole(10, 10, 20, 20)]])).toEqual([[1800, -200]]);
  });

  it("keeps parts apart, largest first", () => {
    expect(unionOf([[box(0, 0, 1, 1)]], [[box(5, 5, 10, 10)]])).toEqual([[50], [2]]);
  });

  it("makes two parts of areas that meet in one point", () => {
    expect(unionOf([[box(0, 0, 10, 10)]], [[box(10, 10, 20, 20)]])).toEqual([[200], [200]]);
  });

  it("makes a ring around a hole that meets it in one point", () => {
    // a board of nine cells without the middle one and a corner: the two gaps meet in a point
    const cells = [0, 1, 2, 3, 5, 6, 7].map((cell) => [
      [box((cell % 3) * 10, Math.floor(cell / 3) * 10, (cell % 3) * 10 + 10, Math.floor(cell / 3) * 10 + 10)],
    ]);
    expect(unionOf(...cells)).toEqual([[1600, -200]]);
  });

  it("keeps two parts that meet in two points apart, so that neither has its inside cut in two", () => {
    // the board without the middle and two opposite corners
    const cells = [1, 2, 5, 3, 6, 7].map((cell) => [
      [box((cell % 3) * 10, Math.floor(cell / 3) * 10, (cell % 3) * 10 + 10, Math.floor(cell / 3) * 10 + 10)],
    ]);
    expect(unionOf(...cells)).toEqual([[600], [600]]);
  });
});
