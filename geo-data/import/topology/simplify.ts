// Douglas–Peucker on arcs. Each point is ranked once by how far the line would move without it; a band of
// zooms then keeps the points above its tolerance, so coarser bands are subsets of finer ones.
import { type Arc, UNITS_PER_DEGREE } from "./coverage.ts";

/** Web Mercator as a square of side 1, y downward, from grid units. */
export function toMercator(x: number, y: number): [number, number] {
  const latitude = (y / UNITS_PER_DEGREE) * (Math.PI / 180);
  return [
    x / UNITS_PER_DEGREE / 360 + 0.5,
    0.5 - Math.log(Math.tan(Math.PI / 4 + latitude / 2)) / (2 * Math.PI),
  ];
}

/** Half a screen pixel at a zoom (512-pixel tiles), as a share of the Mercator square. */
export const halfPixel = (zoom: number): number => 0.5 / (512 * 2 ** zoom);

/** For each point of an arc, the tolerance (Mercator) up to which it is kept; ends are always kept. */
export function rankPoints(arc: Arc): Float64Array {
  const count = arc.length / 2;
  const rank = new Float64Array(count);
  rank[0] = Infinity;
  rank[count - 1] = Infinity;
  const line = new Float64Array(arc.length);
  for (let at = 0; at < arc.length; at += 2) line.set(toMercator(arc[at]!, arc[at + 1]!), at);

  const open: [first: number, last: number, limit: number][] = [[0, count - 1, Infinity]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last, limit] = span;
    if (last - first < 2) continue;
    let farthest = first + 1;
    let distance = -1;
    for (let at = first + 1; at < last; at++) {
      const here = distanceToSegment(line, at, first, last);
      if (here > distance) {
        distance = here;
        farthest = at;
      }
    }
    // never above the point that opened this span: Douglas–Peucker looks into a span only once it was cut
    rank[farthest] = Math.min(distance, limit);
    open.push([first, farthest, rank[farthest]!], [farthest, last, rank[farthest]!]);
  }
  return rank;
}

/** The points of an arc whose rank is above the tolerance; all of them when it is below zero. */
export function thinArc(arc: Arc, rank: Float64Array, tolerance: number): Arc {
  let kept = 0;
  const thinned = new Int32Array(arc.length);
  for (let point = 0; point < rank.length; point++) {
    if (rank[point]! <= tolerance) continue;
    thinned[kept++] = arc[point * 2]!;
    thinned[kept++] = arc[point * 2 + 1]!;
  }
  return thinned.slice(0, kept);
}

function distanceToSegment(line: Float64Array, point: number, first: number, last: number): number {
  const px = line[point * 2]!;
  const py = line[point * 2 + 1]!;
  const ax = line[first * 2]!;
  const ay = line[first * 2 + 1]!;
  const dx = line[last * 2]! - ax;
  const dy = line[last * 2 + 1]! - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}
