import type { Outline } from "@phuenthi/server/contract/profiles";
import { describe, expect, it } from "vitest";
import { outlinePicture } from "./outline-picture.ts";

/** A square of degrees. */
const square = (west: number, south: number, size: number): Outline => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const box = { width: 100, height: 100 };

describe("outlinePicture", () => {
  it("puts north up, and a degree of longitude narrower by the cosine of the latitude", () => {
    expect(outlinePicture(square(100, 59.5, 1), null, box)).toEqual({
      width: 50,
      height: 100,
      place: "M0 100L50 100L50 0L0 0L0 100Z",
      context: null,
      ring: null,
    });
  });

  it("keeps to the box when the place is wider than high", () => {
    const wide: Outline = {
      type: "MultiPolygon",
      coordinates: [square(100, 0, 1), square(103, 0, 1)].map((one) => one.coordinates as never),
    };
    const { width, height, place } = outlinePicture(wide, null, box);
    expect([width, height]).toEqual([100, 25]);
    expect(place.split("Z").length - 1).toBe(2);
  });

  it("shows all of the context, and rings a place that is a speck in it", () => {
    const context = square(100, 0, 10);
    const large = outlinePicture(square(100, 5, 5), context, box);
    expect(large.ring).toBeNull();
    expect(large.place).toMatch(/^M0 50L/);
    expect(large.context).toMatch(/^M0 100L/);
    const speck = outlinePicture(square(104.9, 4.9, 0.2), context, box);
    expect(speck.ring).toMatchObject({ x: 49.8, y: 50 });
    expect(speck.ring?.r).toBeGreaterThan(6);
  });
});
