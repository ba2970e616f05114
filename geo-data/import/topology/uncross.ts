// Rounding to the grid moves every point by up to half a step, and may put a point that lay within a step of a line
// on its other side. Such a point becomes a point of that line, so that the borders meet there instead of crossing.
import { buildCoverage, type Coverage, type GridPolygon } from "./coverage.ts";
import { findCrossings, type Segment } from "./crossings.ts";

type Point = [x: number, y: number];

/** A point that is put into a line may bring that line near another; more than a few rounds are no rounding. */
const MOST_ROUNDS = 5;

/** What really crosses stays crossed, for `check-coverage` to name. */
export function buildUncrossedCoverage(areas: readonly GridPolygon[][]): Coverage {
  let given = areas;
  let coverage = buildCoverage(given);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const missing = findPointsOnLines(coverage);
    if (missing.size === 0) break;
    given = given.map((polygons) => polygons.map((rings) => rings.map((ring) => withPoints(ring, missing))));
    coverage = buildCoverage(given);
  }
  return coverage;
}

const key = (ax: number, ay: number, bx: number, by: number) =>
  ax < bx || (ax === bx && ay < by) ? `${ax} ${ay} ${bx} ${by}` : `${bx} ${by} ${ax} ${ay}`;

/** Line → the points of lines that cross it and lie within a step of it. */
function findPointsOnLines(coverage: Coverage): Map<string, Point[]> {
  const found = new Map<string, Point[]>();
  const look = (line: Segment, x: number, y: number) => {
    if (!isNear(line, x, y)) return;
    const points = found.get(key(...line)) ?? [];
    if (!points.some((point) => point[0] === x && point[1] === y)) points.push([x, y]);
    found.set(key(...line), points);
  };
  for (const { segments } of findCrossings(coverage.arcs)) {
    const [one, two] = segments;
    look(one, two[0], two[1]);
    look(one, two[2], two[3]);
    look(two, one[0], one[1]);
    look(two, one[2], one[3]);
  }
  return found;
}

/** Beside the line and not beyond its ends, at most a step away. */
function isNear([ax, ay, bx, by]: Segment, x: number, y: number): boolean {
  const [alongX, alongY] = [bx - ax, by - ay];
  const squared = alongX ** 2 + alongY ** 2;
  const along = (x - ax) * alongX + (y - ay) * alongY;
  const across = alongX * (y - ay) - alongY * (x - ax);
  return along > 0 && along < squared && across ** 2 <= squared;
}

function withPoints(ring: GridPolygon[number], missing: Map<string, Point[]>): GridPolygon[number] {
  let changed = false;
  const points = ring.flatMap((from, at) => {
    const to = ring[at + 1];
    const between = to && missing.get(key(...from, ...to));
    if (!between) return [from];
    changed = true;
    const distance = ([x, y]: Point) => (x - from[0]) ** 2 + (y - from[1]) ** 2;
    return [from, ...between.toSorted((a, b) => distance(a) - distance(b))];
  });
  return changed ? withoutSpikes(points) : ring;
}

const isSame = (a: Point | undefined, b: Point | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** There and straight back encloses nothing: a needle that became as thin as its line. */
function withoutSpikes(closed: GridPolygon[number]): GridPolygon[number] {
  const points = closed.slice(0, -1);
  for (let at = 0; at < points.length && points.length > 2; ) {
    const next = (at + 1) % points.length;
    if (!isSame(points.at(at - 1), points[next]!)) {
      at += 1;
      continue;
    }
    for (const gone of [at, next].toSorted((a, b) => b - a)) points.splice(gone, 1);
    at = Math.max(0, at - 2);
  }
  return [...points, points[0]!];
}
