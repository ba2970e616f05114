import { describe, expect, it } from "vitest";
import { isInside, pointInside, pointNear, readShape, type Shape } from "./polygon.ts";
import { randomFor } from "./random.ts";

type Ring = [number, number][];

/** WKB as PostGIS writes it: one MultiPolygon of the given polygons, each a list of rings. */
function multiPolygon(polygons: Ring[][]): Buffer {
  const parts: Buffer[] = [];
  const header = (type: number, count: number) => {
    const buffer = Buffer.alloc(9);
    buffer.writeUInt8(1, 0);
    buffer.writeUInt32LE(type, 1);
    buffer.writeUInt32LE(count, 5);
    parts.push(buffer);
  };
  header(6, polygons.length);
  for (const rings of polygons) {
    header(3, rings.length);
    for (const ring of rings) {
      const buffer = Buffer.alloc(4 + ring.length * 16);
      buffer.writeUInt32LE(ring.length, 0);
      ring.forEach(([x, y], index) => {
        buffer.writeDoubleLE(x, 4 + index * 16);
        buffer.writeDoubleLE(y, 12 + index * 16);
      });
      parts.push(buffer);
    }
  }
  return Buffer.concat(parts);
}

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** A square with a hole, and an island to the east. */
const shape: Shape = readShape(
  multiPolygon([[square(100, 10, 1), square(100.4, 10.4, 0.2)], [square(102, 10, 0.5)]]),
);

describe("readShape", () => {
  it("reads rings and the bounding box of all parts", () => {
    expect(shape.rings.map((ring) => ring.length)).toEqual([10, 10, 10]);
    expect([shape.west, shape.south, shape.east, shape.north]).toEqual([100, 10, 102.5, 11]);
  });

  it("refuses what is not a polygon", () => {
    const point = Buffer.alloc(21);
    point.writeUInt8(1, 0);
    point.writeUInt32LE(1, 1);
    expect(() => readShape(point)).toThrow("WKB type 1 is not a Polygon or MultiPolygon");
  });
});

describe("isInside", () => {
  it.each([
    ["in the square", 100.1, 10.1, true],
    ["in the hole", 100.5, 10.5, false],
    ["on the island", 102.2, 10.2, true],
    ["between the two", 101.5, 10.2, false],
    ["north of all", 100.1, 11.2, false],
  ])("says of a point %s: %f %f → %s", (_, lon, lat, expected) => {
    expect(isInside(shape, { lon, lat })).toBe(expected);
  });
});

describe("drawing points", () => {
  it("stays inside, with six decimals", () => {
    const random = randomFor("points");
    for (let index = 0; index < 200; index++) {
      const centre = pointInside(shape, random, { lon: 100.1, lat: 10.1 });
      const near = pointNear(shape, random, centre, 0.05);
      expect(isInside(shape, centre)).toBe(true);
      expect(isInside(shape, near)).toBe(true);
      expect(String(near.lon)).toMatch(/^\d+(\.\d{1,6})?$/);
    }
  });

  it("falls back on the known point where no draw hits", () => {
    const sliver = readShape(
      multiPolygon([
        [
          [
            [100, 10],
            [101, 11],
            [101, 11.000001],
            [100, 10],
          ],
        ],
      ]),
    );
    expect(pointInside(sliver, randomFor("sliver"), { lon: 7, lat: 8 })).toEqual({ lon: 7, lat: 8 });
  });
});
