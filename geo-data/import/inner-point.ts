// A point well inside each area, for its label and for "where is it": the middle of the largest circle that fits,
// found by halving squares (the method known as polylabel).
import {
  type Arc,
  doubleArea,
  type PolygonOfArcs,
  ringPoints,
  UNITS_PER_DEGREE,
} from "./topology/coverage.ts";
import { ringContains } from "./topology/dissolve.ts";

/** How near to the best point is near enough, as a share of the shape's width. */
const PRECISION = 0.01;
/** Enough for any real area by far; a sliver a thousand times longer than wide is content with what it has. */
const MOST_PROBES = 2_000;

interface Cell {
  x: number;
  y: number;
  half: number;
  /** signed distance to the border; positive inside */
  distance: number;
  /** the most any point of the cell could have */
  potential: number;
}

/**
 * Longitude and latitude of a point inside the largest part of the area.
 * @param coarse arcs of a simplified band, to search on
 * @param full arcs of the full shape, in which the answer must lie
 */
export function findInnerPoint(
  polygons: readonly PolygonOfArcs[],
  coarse: readonly Arc[],
  full: readonly Arc[],
): [longitude: number, latitude: number] {
  const size = (polygon: PolygonOfArcs) => doubleArea(ringPoints(polygon[0]!, full));
  const main = polygons.reduce((best, other) => (size(other) > size(best) ? other : best));
  const fullRings = main.map((ring) => ringPoints(ring, full));
  const guess = largestCircle(main.map((ring) => ringPoints(ring, coarse)));
  const [x, y] = signedDistance(fullRings, ...guess) > 0 ? guess : largestCircle(fullRings);
  return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
}

function largestCircle(rings: readonly number[][]): [number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const outer = rings[0]!;
  for (let at = 0; at < outer.length; at += 2) {
    west = Math.min(west, outer[at]!);
    east = Math.max(east, outer[at]!);
    south = Math.min(south, outer[at + 1]!);
    north = Math.max(north, outer[at + 1]!);
  }
  const [width, height] = [east - west, north - south];
  // at most 64 squares to begin with, however thin the shape
  const side = Math.max(Math.min(width, height), Math.max(width, height) / 64);
  const measure = (x: number, y: number, half: number): Cell => {
    const distance = signedDistance(rings, x, y);
    return { x, y, half, distance, potential: distance + half * Math.SQRT2 };
  };
  const open: Cell[] = [];
  for (let x = west; x < east; x += side) {
    for (let y = south; y < north; y += side) open.push(measure(x + side / 2, y + side / 2, side / 2));
  }
  let best = measure(...middleOfWidestRow(rings, (south + north) / 2), 0);
  for (let probes = open.length; open.length > 0 && probes < MOST_PROBES; probes += 4) {
    const cell = takeMostPromising(open);
    if (cell.distance > best.distance) best = cell;
    if (cell.potential - best.distance <= side * PRECISION) break;
    const half = cell.half / 2;
    for (const [dx, dy] of [
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ] as const) {
      const child = measure(cell.x + dx * half, cell.y + dy * half, half);
      if (child.potential > best.distance) open.push(child);
    }
  }
  return [best.x, best.y];
}

/** A point that is certainly inside: the middle of the longest stretch of a row through the shape. */
function middleOfWidestRow(rings: readonly number[][], middle: number): [number, number] {
  // corners are at whole numbers: a row between them meets each side at most once
  const y = Math.floor(middle) + 0.5;
  const meets: number[] = [];
  for (const points of rings) {
    for (let at = 0; at < points.length - 2; at += 2) {
      const [ax, ay, bx, by] = [points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!];
      if (ay > y !== by > y) meets.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
    }
  }
  meets.sort((a, b) => a - b);
  let widest = 0;
  for (let at = 0; at < meets.length; at += 2) {
    if (meets[at + 1]! - meets[at]! > meets[widest + 1]! - meets[widest]!) widest = at;
  }
  return [(meets[widest]! + meets[widest + 1]!) / 2, y];
}

function takeMostPromising(open: Cell[]): Cell {
  let at = 0;
  for (let other = 1; other < open.length; other++)
    if (open[other]!.potential > open[at]!.potential) at = other;
  const cell = open[at]!;
  const last = open.pop()!;
  if (at < open.length) open[at] = last;
  return cell;
}

function signedDistance(rings: readonly number[][], x: number, y: number): number {
  let nearest = Infinity;
  let inside = false;
  for (const points of rings) {
    if (ringContains(points, x, y)) inside = !inside;
    for (let at = 0; at < points.length - 2; at += 2) {
      const ax = points[at]!;
      const ay = points[at + 1]!;
      const dx = points[at + 2]! - ax;
      const dy = points[at + 3]! - ay;
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const [px, py] = [x - ax - along * dx, y - ay - along * dy];
      nearest = Math.min(nearest, px * px + py * py);
    }
  }
  return Math.sqrt(nearest) * (inside ? 1 : -1);
}
