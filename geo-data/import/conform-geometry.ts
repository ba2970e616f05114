// A publisher's polygon on the grid of whole numbers, wound as RFC 7946 has it.
import type { Geometry, Position } from "geojson";
import { quotedJson, shown } from "./quoted.ts";
import { doubleArea, type GridPolygon, UNITS_PER_DEGREE } from "./topology/coverage.ts";

/** @param problems gets a sentence for each thing that is no polygon, naming the tambon and its place */
export function conformGeometry(
  geometry: Geometry | null,
  { code, place }: { code: string; place: string },
  problems: string[],
): GridPolygon[] {
  const problem = (what: string) => {
    problems.push(`tambon ${code ? shown(code) : "without a code"} ${what} (${place})`);
    return [];
  };
  if (!geometry) return problem("has no geometry");
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") {
    const type: unknown = (geometry as { type?: unknown }).type;
    return problem(
      typeof type === "string"
        ? `has a ${shown(type)}, not a polygon`
        : "has a geometry that does not say what it is (type), not a polygon",
    );
  }
  const polygons: unknown = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  if (!isNested(polygons)) return problem(`has a ${geometry.type} whose coordinates are no lists of rings`);
  const empty = polygons.findIndex((rings) => rings.length === 0 || rings.some((ring) => ring.length === 0));
  if (empty >= 0 || polygons.length === 0) {
    return polygons.every((rings) => rings.every((ring) => ring.length === 0))
      ? problem(`has no geometry: its ${geometry.type} is empty`)
      : problem(`has a ${geometry.type} whose part ${empty + 1} is empty`);
  }
  return polygons.map((rings) =>
    rings.map((ring, index) => {
      const stray = ring.find((point) => !isPoint(point));
      if (stray) {
        const numbers = stray.every((value) => typeof value === "number");
        const found = numbers ? shown(stray.join(", ")) : quotedJson(stray);
        return problem(`has a point that is not two numbers (longitude, latitude): ${found || "nothing"}`);
      }
      const points = roundRing(ring);
      const where = `the ring that starts at ${ring[0]!.slice(0, 2).join(", ")}`;
      const [first, last] = [points[0]!, points.at(-1)!];
      if (first[0] !== last[0] || first[1] !== last[1]) problem(`has a ring that is not closed: ${where}`);
      const area = doubleArea(points.flat());
      if (points.length < 4 || area === 0) problem(`has a ring that encloses nothing: ${where}`);
      // the outer ring counter-clockwise, holes clockwise
      return area > 0 === (index === 0) ? points : points.reverse();
    }),
  );
}

function roundRing(ring: readonly Position[]): [number, number][] {
  const points: [number, number][] = [];
  for (const [longitude, latitude] of ring) {
    const x = Math.round(longitude! * UNITS_PER_DEGREE);
    const y = Math.round(latitude! * UNITS_PER_DEGREE);
    const last = points.at(-1);
    if (last?.[0] !== x || last[1] !== y) points.push([x, y]);
  }
  return points;
}

/** Text that looks like a number is none. */
const isPoint = ([longitude, latitude]: readonly unknown[]) =>
  // on the grid too: what is too large for it is no number there
  [longitude, latitude].every(
    (value) => typeof value === "number" && Number.isFinite(value * UNITS_PER_DEGREE),
  );

/** Files hold anything: lists of rings, which are lists of positions? */
function isNested(polygons: unknown): polygons is Position[][][] {
  const isList = (value: unknown): value is unknown[] => Array.isArray(value);
  return (
    isList(polygons) &&
    polygons.every((rings) => isList(rings) && rings.every((ring) => isList(ring) && ring.every(isList)))
  );
}
