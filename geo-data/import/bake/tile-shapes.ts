// From the Mercator square to whole tile units. Rounding leaves repeated points and rings that enclose nothing;
// those are taken out here, so that every ring in a tile is a proper one.
import type { FlatRing } from "./slice.ts";

export type TileRing = [x: number, y: number][];

/**
 * Rings in tile units, closed, outer rings positive (y downward). An area smaller than a unit keeps a triangle
 * of one unit, so that no area is missing from a tile in which it lies; one that only grazes the tile's margin
 * is left out (null).
 */
export function toTileRings(
  rings: readonly FlatRing[],
  z: number,
  x: number,
  y: number,
  extent: number,
): TileRing[] | null {
  const scale = 2 ** z;
  const kept: TileRing[] = [];
  for (const ring of rings) {
    const points: TileRing = [];
    for (let at = 0; at < ring.length - 2; at += 2) {
      const tileX = Math.round((ring[at]! * scale - x) * extent);
      const tileY = Math.round((ring[at + 1]! * scale - y) * extent);
      const last = points.at(-1);
      if (last?.[0] !== tileX || last[1] !== tileY) points.push([tileX, tileY]);
    }
    if (points.length > 1 && isSame(points[0]!, points.at(-1)!)) points.pop();
    const area = points.length < 3 ? 0 : doubleAreaOf(points);
    // a hole whose outer ring has gone goes too
    if (area > 0 || (area < 0 && kept.length > 0)) kept.push([...points, points[0]!]);
  }
  if (kept.length > 0) return kept;
  const firstX = Math.round((rings[0]![0]! * scale - x) * extent);
  const firstY = Math.round((rings[0]![1]! * scale - y) * extent);
  if (firstX < 0 || firstY < 0 || firstX >= extent || firstY >= extent) return null;
  return [
    [
      [firstX, firstY],
      [firstX + 1, firstY],
      [firstX, firstY + 1],
      [firstX, firstY],
    ],
  ];
}

const isSame = (a: TileRing[number], b: TileRing[number]): boolean => a[0] === b[0] && a[1] === b[1];

function doubleAreaOf(points: TileRing): number {
  let area = 0;
  for (let at = 0; at < points.length; at++) {
    const [x, y] = points[at]!;
    const [nextX, nextY] = points[at + 1 === points.length ? 0 : at + 1]!;
    area += x * nextY - nextX * y;
  }
  return area;
}
