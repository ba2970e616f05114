import { describe, expect, it } from "vitest";
import { pickWeighted, randomFor, shareOut, uuidFor } from "./random.ts";

describe("randomFor", () => {
  const draws = (key: string) => {
    const random = randomFor(key);
    return Array.from({ length: 5 }, () => random.next());
  };

  it("gives one key the same numbers every time", () => {
    expect(draws("2560/500101/plan/0")).toEqual(draws("2560/500101/plan/0"));
    // the very numbers, so that an edit to the generator cannot change every sample unseen
    expect(draws("2560/500101/plan/0").map((value) => Number(value.toFixed(6)))).toMatchInlineSnapshot(`
      [
        0.901006,
        0.850239,
        0.049219,
        0.63166,
        0.993103,
      ]
    `);
  });

  it("gives near keys unrelated numbers", () => {
    const keys = Array.from({ length: 2000 }, (_, index) => `2560/${100000 + index}/share/plan`);
    const firsts = keys.map((key) => randomFor(key).next());
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    expect(mean).toBeGreaterThan(0.47);
    expect(mean).toBeLessThan(0.53);
    const pairs = firsts.slice(1).map((value, index) => (value - 0.5) * (firsts[index]! - 0.5));
    expect(Math.abs(pairs.reduce((sum, value) => sum + value, 0) / pairs.length) * 12).toBeLessThan(0.08);
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it("draws heavy-tailed numbers with the mean that was asked for", () => {
    const random = randomFor("heavy");
    const values = Array.from({ length: 20_000 }, () => random.heavy(700, 0.85));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 700)).toBeLessThan(35);
    expect(Math.max(...values)).toBeGreaterThan(5000);
  });
});

describe("pickWeighted", () => {
  it("never picks an entry of weight 0", () => {
    const random = randomFor("weights");
    const picks = Array.from({ length: 500 }, () =>
      pickWeighted(random, [
        ["often", 3],
        ["seldom", 1],
        ["never", 0],
      ]),
    );
    expect(picks).not.toContain("never");
    expect(picks.filter((pick) => pick === "often").length).toBeGreaterThan(300);
  });
});

describe("uuidFor", () => {
  it("is a UUID of version 8 that depends on the key alone", () => {
    expect(uuidFor("2560/500101/plan/0")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidFor("a")).toBe(uuidFor("a"));
    expect(uuidFor("a")).not.toBe(uuidFor("b"));
  });
});

describe("shareOut", () => {
  const places = Array.from({ length: 300 }, (_, index) => {
    const random = randomFor(`place/${index}`);
    return { luck: random.next(), weight: random.heavy(1, 0.5) };
  });
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

  it.each([0, 1, 37, 300, 12_345])("gives out exactly %i", (total) => {
    expect(sum(shareOut(total, places))).toBe(total);
  });

  it("gives nothing where the weight is 0, and nothing at all when every weight is", () => {
    const counts = shareOut(50, [{ luck: 0.9, weight: 0 }, ...places]);
    expect(counts[0]).toBe(0);
    expect(shareOut(50, [{ luck: 0.9, weight: 0 }])).toEqual([0]);
    expect(shareOut(50, [])).toEqual([]);
  });

  it("never takes from a place when more is given out", () => {
    const few = shareOut(400, places);
    const many = shareOut(900, places);
    expect(many.every((count, index) => count >= few[index]!)).toBe(true);
  });
});
