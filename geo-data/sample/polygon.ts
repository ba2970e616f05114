// Just enough geometry to put a point inside a tambon: read PostGIS' binary shape, test a point, draw one.
import type { Random } from "./random.ts";

/** Rings of a (multi)polygon as flat [x, y, x, y, …] in degrees (WGS 84), with their bounding box. */
export interface Shape {
  rings: Float64Array[];
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Position {
  lon: number;
  lat: number;
}

const POLYGON = 3;
const MULTI_POLYGON = 6;

/**
 * Reads the bytes of `st_asbinary(geom, 'NDR')`.
 * @throws Error for anything but a little-endian two-dimensional Polygon or MultiPolygon
 */
export function readShape(wkb: Buffer): Shape {
  let offset = 0;
  const shape: Shape = { rings: [], west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };

  const readHeader = (): number => {
    if (wkb.readUInt8(offset) !== 1) throw new Error("shape: expected little-endian WKB");
    const type = wkb.readUInt32LE(offset + 1);
    offset += 5;
    return type;
  };
  const readCount = (): number => {
    const count = wkb.readUInt32LE(offset);
    offset += 4;
    return count;
  };
  const readPolygon = () => {
    for (let left = readCount(); left > 0; left--) {
      const ring = new Float64Array(readCount() * 2);
      for (let index = 0; index < ring.length; index += 2) {
        const x = wkb.readDoubleLE(offset);
        const y = wkb.readDoubleLE(offset + 8);
        offset += 16;
        ring[index] = x;
        ring[index + 1] = y;
        shape.west = Math.min(shape.west, x);
        shape.east = Math.max(shape.east, x);
        shape.south = Math.min(shape.south, y);
        shape.north = Math.max(shape.north, y);
      }
      shape.rings.push(ring);
    }
  };

  const type = readHeader();
  if (type === POLYGON) readPolygon();
  else if (type === MULTI_POLYGON) {
    for (let left = readCount(); left > 0; left--) {
      if (readHeader() !== POLYGON) throw new Error("shape: a MultiPolygon may only hold Polygons");
      readPolygon();
    }
  } else throw new Error(`shape: WKB type ${type} is not a Polygon or MultiPolygon`);
  return shape;
}

/** Even–odd rule over all rings: holes and separate parts come out right. On the line itself either answer. */
export function isInside(shape: Shape, { lon, lat }: Position): boolean {
  if (lon < shape.west || lon > shape.east || lat < shape.south || lat > shape.north) return false;
  let inside = false;
  for (const ring of shape.rings) {
    for (let index = 0, before = ring.length - 2; index < ring.length; before = index, index += 2) {
      const y = ring[index + 1]!;
      const beforeY = ring[before + 1]!;
      if (y > lat === beforeY > lat) continue;
      const x = ring[index]!;
      if (lon < ((ring[before]! - x) * (lat - y)) / (beforeY - y) + x) inside = !inside;
    }
  }
  return inside;
}

/** Six decimals, as exported: about 11 cm. Rounded before the test, so that what is stored is what was tested. */
const rounded = (lon: number, lat: number): Position => ({
  lon: Math.round(lon * 1e6) / 1e6,
  lat: Math.round(lat * 1e6) / 1e6,
});

/** A point anywhere inside the shape; `fallback` (a point known to be inside) for slivers no draw hits. */
export function pointInside(shape: Shape, random: Random, fallback: Position): Position {
  for (let attempt = 0; attempt < 60; attempt++) {
    const point = rounded(
      shape.west + random.next() * (shape.east - shape.west),
      shape.south + random.next() * (shape.north - shape.south),
    );
    if (isInside(shape, point)) return point;
  }
  return fallback;
}

/** A point inside the shape and near `centre` (spread in degrees, normally distributed); the centre when none fits. */
export function pointNear(shape: Shape, random: Random, centre: Position, spread: number): Position {
  for (let attempt = 0; attempt < 12; attempt++) {
    const point = rounded(centre.lon + random.normal() * spread, centre.lat + random.normal() * spread);
    if (isInside(shape, point)) return point;
  }
  return centre;
}
