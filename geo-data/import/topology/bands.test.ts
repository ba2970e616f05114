import { describe, expect, it } from "vitest";
import { conform } from "../conform.ts";
import { asLevels, makeSmallCountry, smallSource } from "../small-country.fixture.ts";
import { bandZooms, buildBands } from "./bands.ts";
import {
  buildCoverage,
  type Coverage,
  doubleArea,
  type GridPolygon,
  ringPoints,
  UNITS_PER_DEGREE,
} from "./coverage.ts";
import { findCrossings } from "./crossings.ts";
import { halfPixel, rankPoints, thinArc, toMercator } from "./simplify.ts";

const smallCoverage = (): Coverage =>
  buildCoverage(
    conform(smallSource, asLevels(makeSmallCountry()), []).tambon.map(({ polygons }) => polygons),
  );

describe("buildBands", () => {
  it("covers zoom 0 to 12 without a gap", () => {
    const zooms = bandZooms.flatMap(({ minZoom, maxZoom }) =>
      Array.from({ length: maxZoom - minZoom + 1 }, (_, index) => minZoom + index),
    );
    expect(zooms).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("keeps every area, its turn and its borders, however coarse", () => {
    const coverage = smallCoverage();
    for (const { arcs, minZoom } of buildBands(coverage)) {
      expect(findCrossings(arcs), `band ${minZoom}`).toEqual([]);
      const rings = coverage.areas.flat(2);
      expect(rings).toHaveLength(11);
      for (const ring of rings) {
        const [before, after] = [coverage.arcs, arcs].map((some) => doubleArea(ringPoints(ring, some)));
        expect(Math.sign(after!), `band ${minZoom}`).toBe(Math.sign(before!));
      }
    }
  });

  it("has fewer points the coarser it is, all of them points of the finer", () => {
    const counts = buildBands(smallCoverage()).map(({ arcs }) =>
      arcs.reduce((sum, arc) => sum + arc.length, 0),
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]!).toBeLessThan(counts.at(-1)! / 2);
  });

  it("does not let a straightened coast run over an island in its bay", () => {
    // a land with a bay 0.02° deep (far below half a pixel of zoom 4) and an island in the bay
    const land: GridPolygon = [
      [
        [100_000_000, 9_000_000],
        [100_500_000, 9_000_000],
        [100_500_000, 9_500_000],
        [100_300_000, 9_500_000],
        [100_250_000, 9_480_000],
        [100_200_000, 9_500_000],
        [100_000_000, 9_500_000],
        [100_000_000, 9_000_000],
      ],
    ];
    const island: GridPolygon = [
      [
        [100_249_000, 9_490_000],
        [100_251_000, 9_490_000],
        [100_250_000, 9_492_000],
        [100_249_000, 9_490_000],
      ],
    ];
    const [band] = buildBands(buildCoverage([[land], [island]]));
    expect(band!.mended).toBeGreaterThan(0);
    expect(band!.arcs.flatMap((arc) => [...arc])).toContain(9_480_000);
  });
});

describe("thinArc", () => {
  it("stays within half a pixel of the line it thins", () => {
    const [arc] = smallCoverage().arcs.toSorted((a, b) => b.length - a.length);
    const tolerance = halfPixel(8);
    const thinned = thinArc(arc!, rankPoints(arc!), tolerance);
    expect(thinned.length).toBeLessThan(arc!.length);
    const line = Array.from({ length: thinned.length / 2 }, (_, at) =>
      toMercator(thinned[at * 2]!, thinned[at * 2 + 1]!),
    );
    for (let at = 0; at < arc!.length; at += 2) {
      const [x, y] = toMercator(arc![at]!, arc![at + 1]!);
      const distances = line.slice(1).map(([bx, by], index) => {
        const [ax, ay] = line[index]!;
        const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
        const share = Math.max(0, Math.min(1, along));
        return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
      });
      expect(Math.min(...distances)).toBeLessThanOrEqual(tolerance * 1.000001);
    }
  });

  it("keeps both ends and, below zero, everything", () => {
    const arc = Int32Array.from([0, 0, 5, 1, 10, 0]);
    expect([...thinArc(arc, rankPoints(arc), 1)]).toEqual([0, 0, 10, 0]);
    expect(thinArc(arc, rankPoints(arc), -1)).toEqual(arc);
  });

  it("drops a corner that only shows when a smaller one before it is kept", () => {
    // 3 off the whole line, and 6 off the line to that point
    const arc = Int32Array.from([0, 0, 49_000, -2_900, 50_000, 3_000, 100_000, 0]);
    const tolerance = 4_000 / UNITS_PER_DEGREE / 360;
    expect([...thinArc(arc, rankPoints(arc), tolerance)]).toEqual([0, 0, 100_000, 0]);
  });
});
