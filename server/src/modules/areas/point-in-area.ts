// A point and the lines of an area: exact, on the line included.
import { orient2d } from "robust-predicates";

/** x and y by turns, of each ring, outer and inner alike: what lies within an even number of them lies outside. */
export type Rings = Float64Array[];

const POLYGON = 3;
const MULTI_POLYGON = 6;

/** @param wkb of a Polygon or MultiPolygon, little-endian, as st_asbinary writes it */
export function ringsOf(wkb: Buffer): Rings {
  const rings: Rings = [];
  let at = 0;
  const next = () => {
    at += 4;
    return wkb.readUInt32LE(at - 4);
  };
  const readGeometry = () => {
    at += 1;
    const type = next();
    const count = next();
    if (type === MULTI_POLYGON) for (let i = 0; i < count; i += 1) readGeometry();
    else if (type === POLYGON) for (let i = 0; i < count; i += 1) readRing();
    else throw new Error(`an area is no geometry of type ${type}`);
  };
  const readRing = () => {
    const ring = new Float64Array(2 * next());
    for (let i = 0; i < ring.length; i += 1, at += 8) ring[i] = wkb.readDoubleLE(at);
    rings.push(ring);
  };
  readGeometry();
  return rings;
}

/** Whether the point lies in the area or on its line: counts the lines that a ray to the east crosses. */
export function covers(rings: Rings, x: number, y: number): boolean {
  let isInside = false;
  for (const ring of rings) {
    let x1 = ring[0] as number;
    let y1 = ring[1] as number;
    for (let i = 2; i < ring.length; i += 2) {
      const x2 = ring[i] as number;
      const y2 = ring[i + 1] as number;
      if (x1 >= x || x2 >= x) {
        if (x2 === x && y2 === y) return true;
        if (y1 === y && y2 === y) {
          if (Math.min(x1, x2) <= x && x <= Math.max(x1, x2)) return true;
        } else if (y1 > y !== y2 > y) {
          const side = orient2d(x1, y1, x2, y2, x, y);
          if (side === 0) return true;
          // positive: to the right of the line as it runs
          if (side > 0 === y2 < y1) isInside = !isInside;
        }
      }
      x1 = x2;
      y1 = y2;
    }
  }
  return isInside;
}
