import { describe, expect, it } from "vitest";
import { covers, ringsOf } from "./point-in-area.ts";

const square = Float64Array.from([0, 0, 10, 0, 10, 10, 0, 10, 0, 0]);
const hole = Float64Array.from([4, 4, 4, 6, 6, 6, 6, 4, 4, 4]);

describe("covers", () => {
  it.each([
    ["inside", 1, 1, true],
    ["outside", 11, 1, false],
    ["west of it, level with a corner", -1, 10, false],
    ["east of it, level with a side", 11, 0, false],
    ["on a corner", 10, 10, true],
    ["on a side", 5, 0, true],
    ["on an upright side", 10, 5, true],
    ["in its hole", 5, 5, false],
    ["on the line of its hole", 4, 5, true],
    ["level with a corner of the hole", 2, 4, true],
  ])("takes a point %s for what it is", (_where, x, y, expected) => {
    expect(covers([square, hole], x, y)).toBe(expected);
    expect(covers([turned(square), turned(hole)], x, y)).toBe(expected);
  });

  it("knows a point on a slanting line from one beside it", () => {
    const triangle = Float64Array.from([0, 0, 3, 1, 0, 1, 0, 0]);
    expect(covers([triangle], 1.5, 0.5)).toBe(true);
    expect(covers([triangle], 1.5 + 2 ** -51, 0.5)).toBe(false);
  });
});

/** The same ring the other way round: coordinates by turns stay in their order. */
function turned(ring: Float64Array): Float64Array {
  const points = [];
  for (let i = 0; i < ring.length; i += 2) points.unshift(ring[i] as number, ring[i + 1] as number);
  return Float64Array.from(points);
}

describe("ringsOf", () => {
  it("reads every ring of every part", () => {
    const part = (rings: number[][]) => {
      const head = Buffer.from([1, 3, 0, 0, 0, rings.length, 0, 0, 0]);
      return Buffer.concat([
        head,
        ...rings.flatMap((ring) => [
          Buffer.from([ring.length / 2, 0, 0, 0]),
          Buffer.from(Float64Array.from(ring).buffer),
        ]),
      ]);
    };
    const whole = Buffer.concat([
      Buffer.from([1, 6, 0, 0, 0, 2, 0, 0, 0]),
      part([[...square], [...hole]]),
      part([[20, 20, 21, 20, 21, 21, 20, 20]]),
    ]);
    expect(ringsOf(whole).map((ring) => ring.length)).toEqual([10, 10, 8]);
    expect(covers(ringsOf(whole), 20.9, 20.5)).toBe(true);
  });
});
