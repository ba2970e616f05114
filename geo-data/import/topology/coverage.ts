// The country as one planar graph: every border is stored once as an arc, and areas are lists of arcs.
// Neighbours that share arcs cannot have gaps or overlaps between them, however the arcs are simplified.
import type { GeometryCollection } from "geojson";
import { topology } from "topojson-server";

/**
 * Coordinates are whole millionths of a degree (about 11 cm), so that equality and turns are exact. GeoJSON (RFC 7946)
 * has six decimals too: what is checked here is what leaves the database.
 */
export const UNITS_PER_DEGREE = 1e6;

/** x, y, x, y, … in millionths of a degree, WGS 84. */
export type Arc = Int32Array;
/** Arc numbers in order; `~n` is arc n walked backwards (as in TopoJSON). */
export type Ring = number[];
/** Outer ring counter-clockwise, then holes clockwise. */
export type PolygonOfArcs = Ring[];

/** A grid-rounded polygon as `conform` gives it: rings of [x, y], closed. */
export type GridPolygon = [number, number][][];

export interface Coverage {
  arcs: Arc[];
  /** One entry per tambon, in the order they were given. */
  areas: PolygonOfArcs[][];
}

/** Finds the borders that areas share and stores each once. Coordinates must already be on the grid. */
export function buildCoverage(areas: readonly GridPolygon[][]): Coverage {
  const geometries: GeometryCollection = {
    type: "GeometryCollection",
    geometries: areas.map((coordinates) => ({ type: "MultiPolygon", coordinates })),
  };
  const built = topology({ areas: geometries });
  const collection = built.objects.areas as unknown as { geometries: { arcs: PolygonOfArcs[] }[] };
  return {
    arcs: built.arcs.map((points) => Int32Array.from(points.flat())),
    areas: collection.geometries.map((geometry) => geometry.arcs),
  };
}

/** The closed list of points of a ring: x, y, x, y, …; first and last point are the same. */
export function ringPoints(ring: Ring, arcs: readonly Arc[]): number[] {
  const points: number[] = [];
  for (const reference of ring) {
    const arc = arcs[reference < 0 ? ~reference : reference]!;
    const count = arc.length / 2;
    // the first point of each arc is the last of the one before
    for (let step = points.length === 0 ? 0 : 1; step < count; step++) {
      const at = reference < 0 ? count - 1 - step : step;
      points.push(arc[at * 2]!, arc[at * 2 + 1]!);
    }
  }
  return points;
}

/** Twice the signed area in grid units²; positive when counter-clockwise. */
export function doubleArea(points: ArrayLike<number>): number {
  // relative to the first point: the products stay small enough to be exact
  const originX = points[0]!;
  const originY = points[1]!;
  let sum = 0;
  for (let at = 2; at < points.length - 2; at += 2) {
    sum +=
      (points[at]! - originX) * (points[at + 3]! - originY) -
      (points[at + 2]! - originX) * (points[at + 1]! - originY);
  }
  return sum;
}

/** Which arcs meet: one number per arc, the same for all that hang together (mainland, each island, …). */
export function findComponents(arcs: readonly Arc[]): Int32Array {
  const parent = Int32Array.from(arcs, (_, index) => index);
  const rootOf = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const arcAtPoint = new Map<string, number>();
  arcs.forEach((arc, index) => {
    for (const at of [0, arc.length - 2]) {
      const key = `${arc[at]} ${arc[at + 1]}`;
      const other = arcAtPoint.get(key);
      if (other === undefined) arcAtPoint.set(key, index);
      else parent[rootOf(other)] = rootOf(index);
    }
  });
  return parent.map((_, index) => rootOf(index));
}
