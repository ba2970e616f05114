// PostGIS's own binary form (EWKB, little-endian, SRID 4326) as hex, for COPY.
import { type Arc, type PolygonOfArcs, ringPoints, UNITS_PER_DEGREE } from "../topology/coverage.ts";

const WITH_SRID = 0x2000_0000;
const [POINT, POLYGON, MULTI_POLYGON] = [1, 3, 6];
const SRID = 4326;

export function pointToEwkb([longitude, latitude]: readonly [number, number]): string {
  const bytes = Buffer.allocUnsafe(25);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE((POINT | WITH_SRID) >>> 0, 1);
  bytes.writeUInt32LE(SRID, 5);
  bytes.writeDoubleLE(longitude, 9);
  bytes.writeDoubleLE(latitude, 17);
  return bytes.toString("hex");
}

export function polygonsToEwkb(polygons: readonly PolygonOfArcs[], arcs: readonly Arc[]): string {
  const rings = polygons.map((polygon) => polygon.map((ring) => ringPoints(ring, arcs)));
  let size = 13;
  for (const polygon of rings) {
    size += 9;
    for (const points of polygon) size += 4 + points.length * 8;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeUInt8(1, 0);
  at = bytes.writeUInt32LE((MULTI_POLYGON | WITH_SRID) >>> 0, at);
  at = bytes.writeUInt32LE(SRID, at);
  at = bytes.writeUInt32LE(rings.length, at);
  for (const polygon of rings) {
    at = bytes.writeUInt8(1, at);
    at = bytes.writeUInt32LE(POLYGON, at);
    at = bytes.writeUInt32LE(polygon.length, at);
    for (const points of polygon) {
      at = bytes.writeUInt32LE(points.length / 2, at);
      for (const value of points) at = bytes.writeDoubleLE(value / UNITS_PER_DEGREE, at);
    }
  }
  return bytes.toString("hex");
}
