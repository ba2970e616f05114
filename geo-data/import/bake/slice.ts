// Cuts areas into the tiles of a quadtree, depth first: only one path of it is in memory at a time. (An index that
// keeps all tiles, as geojson-vt does, spends two thirds of its time collecting garbage on a whole country.)

import type { Shape } from "../shapes.ts";

/** x, y, x, y, … on the Mercator square of side 1, closed. */
export type FlatRing = number[];

export interface SliceFeature {
  shape: Shape;
  /** outer and hole rings of all parts, each outer before its holes */
  rings: FlatRing[];
  /** west, north, east, south on the Mercator square (y grows downward) */
  box: [number, number, number, number];
}

export interface SliceOptions {
  minZoom: number;
  maxZoom: number;
  /** how far beyond its edge a tile reaches, as a share of its side */
  margin: number;
}

/** Calls `visit` for each tile from minZoom to maxZoom that has features, with these cut to the tile and its margin. */
export function sliceTiles(
  features: readonly SliceFeature[],
  options: SliceOptions,
  visit: (z: number, x: number, y: number, features: readonly SliceFeature[]) => void,
): void {
  const descend = (inside: readonly SliceFeature[], z: number, x: number, y: number): void => {
    if (inside.length === 0) return;
    if (z >= options.minZoom) visit(z, x, y, inside);
    if (z === options.maxZoom) return;
    const side = 0.5 ** (z + 1);
    const reach = side * options.margin;
    for (const childX of [x * 2, x * 2 + 1]) {
      const column = cut(inside, 0, childX * side - reach, (childX + 1) * side + reach);
      for (const childY of [y * 2, y * 2 + 1]) {
        descend(cut(column, 1, childY * side - reach, (childY + 1) * side + reach), z + 1, childX, childY);
      }
    }
  };
  descend(features, 0, 0, 0);
}

/** What lies between two lines across one axis (0: x, 1: y). */
function cut(features: readonly SliceFeature[], axis: 0 | 1, from: number, to: number): SliceFeature[] {
  const kept: SliceFeature[] = [];
  for (const feature of features) {
    const low = feature.box[axis];
    const high = feature.box[axis + 2]!;
    if (high < from || low > to) continue;
    if (low >= from && high <= to) {
      kept.push(feature);
      continue;
    }
    const rings: FlatRing[] = [];
    for (const ring of feature.rings) {
      const half = cutRing(ring, axis, from, 1);
      const whole = half.length === 0 ? half : cutRing(half, axis, to, -1);
      if (whole.length > 0) rings.push(whole);
    }
    if (rings.length > 0) kept.push({ ...feature, rings, box: boxAround(rings) });
  }
  return kept;
}

/** Sutherland–Hodgman against one line; `side` 1 keeps what is above it, −1 what is below. Empty when nothing is left. */
function cutRing(ring: FlatRing, axis: 0 | 1, line: number, side: 1 | -1): FlatRing {
  const other = 1 - axis;
  const result: FlatRing = [];
  const push = (along: number, across: number) => {
    if (axis === 0) result.push(along, across);
    else result.push(across, along);
  };
  for (let at = 0; at < ring.length - 2; at += 2) {
    const a = ring[at + axis]!;
    const b = ring[at + 2 + axis]!;
    const aInside = (a - line) * side >= 0;
    const bInside = (b - line) * side >= 0;
    if (aInside) result.push(ring[at]!, ring[at + 1]!);
    if (aInside !== bInside) {
      const share = (line - a) / (b - a);
      push(line, ring[at + other]! + (ring[at + 2 + other]! - ring[at + other]!) * share);
    }
  }
  if (result.length < 6) return [];
  result.push(result[0]!, result[1]!);
  return result;
}

export function boxAround(rings: readonly FlatRing[]): SliceFeature["box"] {
  const box: SliceFeature["box"] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at]!;
      const y = ring[at + 1]!;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}
