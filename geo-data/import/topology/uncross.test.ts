import { describe, expect, it } from "vitest";
import { buildCoverage, type GridPolygon } from "./coverage.ts";
import { findCrossings } from "./crossings.ts";
import { buildUncrossedCoverage } from "./uncross.ts";

/** x, y, x, y, … of one ring, to be closed. */
function area(...points: number[]): GridPolygon[] {
  const ring: GridPolygon[number] = [];
  for (let at = 0; at < points.length; at += 2) ring.push([points[at]!, points[at + 1]!]);
  return [[[...ring, ring[0]!]]];
}
const crossingsOf = (coverage: { arcs: Int32Array[] }) => findCrossings(coverage.arcs);

describe("buildUncrossedCoverage", () => {
  it("puts a point that rounding moved over a line into that line", () => {
    const above = area(0, 0, 100, 3, 100, 50, 0, 50);
    // its corner stood just below the line and is now just above it
    const below = area(40, -50, 60, -50, 50, 2);
    expect(crossingsOf(buildCoverage([above, below]))).not.toEqual([]);
    const { arcs } = buildUncrossedCoverage([above, below]);
    expect(findCrossings(arcs)).toEqual([]);
    expect(arcs.flatMap((arc) => [...arc]).join()).toContain("50,2");
  });

  it("takes away the needle that a thin corner became", () => {
    const thin = area(0, 0, 60, 20, 30, 40, 1, 0);
    const beside = area(0, 0, 30, -30, 60, 20);
    expect(crossingsOf(buildCoverage([thin, beside]))).not.toEqual([]);
    const { arcs, areas } = buildUncrossedCoverage([thin, beside]);
    expect(findCrossings(arcs)).toEqual([]);
    expect(areas).toHaveLength(2);
  });

  it("leaves what really crosses, and what is clean, as it is", () => {
    const one = area(0, 0, 10, 0, 10, 10, 0, 10);
    const across = area(5, 5, 15, 5, 15, 15, 5, 15);
    expect(crossingsOf(buildUncrossedCoverage([one, across]))).not.toEqual([]);
    expect(buildUncrossedCoverage([one])).toEqual(buildCoverage([one]));
  });
});
