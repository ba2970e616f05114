import { describe, expect, it } from "vitest";
import type { Shape } from "../shapes.ts";
import { boxAround, type SliceFeature, sliceTiles } from "./slice.ts";

const shape = { level: "tambon", code: "100101" } as Shape;
const feature = (ring: number[]): SliceFeature => ({ shape, rings: [ring], box: boxAround([ring]) });

function slice(
  ring: number[],
  minZoom: number,
  maxZoom: number,
  margin = 0,
): Map<string, readonly SliceFeature[]> {
  const tiles = new Map<string, readonly SliceFeature[]>();
  sliceTiles([feature(ring)], { minZoom, maxZoom, margin }, (z, x, y, features) => {
    tiles.set(`${z}/${x}/${y}`, features);
  });
  return tiles;
}

function areaOf(rings: readonly number[][]): number {
  let double = 0;
  for (const ring of rings) {
    for (let at = 0; at < ring.length - 2; at += 2)
      double += ring[at]! * ring[at + 3]! - ring[at + 2]! * ring[at + 1]!;
  }
  return double / 2;
}

describe("sliceTiles", () => {
  const square = [0.3, 0.3, 0.6, 0.3, 0.6, 0.6, 0.3, 0.6, 0.3, 0.3];

  it("visits only tiles that hold something, at the zooms asked for", () => {
    expect([...slice([0.1, 0.1, 0.2, 0.1, 0.2, 0.2, 0.1, 0.1], 1, 2).keys()]).toEqual(["1/0/0", "2/0/0"]);
  });

  it("cuts a shape into pieces that add up to it", () => {
    const tiles = slice(square, 3, 3);
    expect(tiles.size).toBe(9);
    const total = [...tiles.values()].reduce(
      (sum, features) => sum + areaOf(features.flatMap(({ rings }) => rings)),
      0,
    );
    expect(total).toBeCloseTo(0.09, 12);
  });

  it("cuts a little beyond the tile's edge", () => {
    const [piece] = slice(square, 1, 1, 1 / 64).get("1/0/0")!;
    expect(piece!.box).toEqual([0.3, 0.3, 0.5 + 0.5 / 64, 0.5 + 0.5 / 64]);
  });
});
