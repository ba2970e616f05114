// Joins areas into the larger area they make up: borders walked both ways cancel out, the rest are the outline.
import {
  type Arc,
  doubleArea,
  type PolygonOfArcs,
  type Ring,
  ringPoints,
  UNITS_PER_DEGREE,
} from "./coverage.ts";
import { turn } from "./crossings.ts";

/** The union of areas of one coverage, as polygons of the same arcs. Exact: no coordinate is computed. */
export function dissolve(areas: readonly PolygonOfArcs[][], arcs: readonly Arc[]): PolygonOfArcs[] {
  const outline = new Set<number>();
  for (const reference of areas.flat(3)) {
    if (!outline.delete(~reference)) outline.add(reference);
  }
  const rings = traceRings(outline, arcs).flatMap((ring) => splitAtTouches(ring, arcs));
  return nestRings(rings, arcs);
}

const startKey = (reference: number, arcs: readonly Arc[]): string => {
  const arc = arcs[reference < 0 ? ~reference : reference]!;
  const at = reference < 0 ? arc.length - 2 : 0;
  return `${arc[at]} ${arc[at + 1]}`;
};

/** The neighbouring point of an arc's start (or of its end, for `~reference`). */
const secondPoint = (reference: number, arcs: readonly Arc[]): [number, number] => {
  const arc = arcs[reference < 0 ? ~reference : reference]!;
  const at = reference < 0 ? arc.length - 4 : 2;
  return [arc[at]!, arc[at + 1]!];
};

/** Walks the outline with the inside on the left, at each meeting point staying with the same inside. */
function traceRings(outline: ReadonlySet<number>, arcs: readonly Arc[]): Ring[] {
  const leaving = new Map<string, number[]>();
  for (const reference of outline) {
    const key = startKey(reference, arcs);
    const list = leaving.get(key);
    if (list) list.push(reference);
    else leaving.set(key, [reference]);
  }
  const rings: Ring[] = [];
  const unused = new Set(outline);
  for (const first of outline) {
    if (!unused.delete(first)) continue;
    const ring = [first];
    let last = first;
    for (;;) {
      const key = startKey(~last, arcs);
      const choices = leaving.get(key)!.filter((reference) => unused.has(reference) || reference === first);
      const next = choices.length > 1 ? nearestClockwise(last, choices, key, arcs) : choices[0];
      if (next === undefined || next === first) break;
      unused.delete(next);
      ring.push(next);
      last = next;
    }
    rings.push(ring);
  }
  return rings;
}

/** Of the arcs that leave a point, the first one met when turning clockwise from the way we came. */
function nearestClockwise(cameBy: number, choices: number[], key: string, arcs: readonly Arc[]): number {
  const [x, y] = key.split(" ").map(Number) as [number, number];
  const back = secondPoint(~cameBy, arcs);
  const clockwiseFromBack = (reference: number): number => {
    const [px, py] = secondPoint(reference, arcs);
    const angle = Math.atan2(back[1] - y, back[0] - x) - Math.atan2(py - y, px - x);
    return angle <= 0 ? angle + 2 * Math.PI : angle;
  };
  return choices.reduce((best, other) => (clockwiseFromBack(other) < clockwiseFromBack(best) ? other : best));
}

/** A ring that comes back to a point it has passed (a lake that touches the shore) becomes two. */
function splitAtTouches(ring: Ring, arcs: readonly Arc[]): Ring[] {
  const rings: Ring[] = [];
  let open: Ring = [];
  let keys: string[] = [];
  for (const reference of ring) {
    open.push(reference);
    keys.push(startKey(reference, arcs));
    const closesAt = keys.indexOf(startKey(~reference, arcs));
    if (closesAt === -1) continue;
    rings.push(open.slice(closesAt));
    open = open.slice(0, closesAt);
    keys = keys.slice(0, closesAt);
  }
  return rings;
}

/** Gives every hole to the smallest outer ring around it. */
function nestRings(rings: readonly Ring[], arcs: readonly Arc[]): PolygonOfArcs[] {
  const measured = rings.map((ring) => {
    const points = ringPoints(ring, arcs);
    return { ring, points, area: doubleArea(points) };
  });
  const outers = measured
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map((outer) => ({ ...outer, polygon: [outer.ring] }));
  for (const hole of measured.filter(({ area }) => area < 0)) {
    // the middle of a border: unlike a corner, it cannot lie on the outer ring
    const x = (hole.points[0]! + hole.points[2]!) / 2;
    const y = (hole.points[1]! + hole.points[3]!) / 2;
    const around = outers.find((outer) => outer.area > -hole.area && ringContains(outer.points, x, y));
    if (!around)
      throw new Error(
        `A hole near ${x / UNITS_PER_DEGREE}, ${y / UNITS_PER_DEGREE} is in no outer ring: the borders there cross.`,
      );
    around.polygon.push(hole.ring);
  }
  // largest first: the main part of an area leads
  return outers.reverse().map(({ polygon }) => polygon);
}

/** Even–odd rule. The point must not lie on the ring. */
export function ringContains(points: ArrayLike<number>, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0; at < points.length - 2; at += 2) {
    const ay = points[at + 1]!;
    const by = points[at + 3]!;
    if (ay > y === by > y) continue;
    const side = turn(points[at]!, ay, points[at + 2]!, by, x, y);
    if (by > ay ? side > 0 : side < 0) inside = !inside;
  }
  return inside;
}
