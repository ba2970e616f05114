import { describe, expect, it } from "vitest";
import { ShareError, type SharePlace, shareOut, shareOutYears } from "./share-out.ts";

/** Small and repeatable. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const place = (code: string, weight: number, cap: number | null = null): SharePlace => ({
  code,
  weight,
  cap,
});

describe("shareOut", () => {
  it("shares evenly, the rest by code", () => {
    expect([...shareOut(10, [place("a", 1), place("b", 1), place("c", 1)]).values()]).toEqual([4, 3, 3]);
  });
  it("gives what one cannot take to the others", () => {
    const shares = shareOut(10, [place("a", 8, 3), place("b", 1), place("c", 1)]);
    expect(Object.fromEntries(shares)).toEqual({ a: 3, b: 4, c: 3 });
  });
  it("gives nothing to a place of weight zero", () => {
    expect(shareOut(7, [place("a", 0), place("b", 2)]).get("a")).toBe(0);
  });
  it("says why it cannot", () => {
    expect(() => shareOut(1, [place("a", 0)])).toThrow(ShareError);
    expect(() => shareOut(9, [place("a", 1, 4), place("b", 1, 4)])).toThrow(/9 is more than the 8/);
  });

  it("adds up, keeps to caps and is within one of the exact share, whatever the numbers", () => {
    const random = randomNumbers(176714);
    for (let round = 0; round < 500; round += 1) {
      const places = Array.from({ length: 1 + Math.floor(random() * 77) }, (_, i) =>
        place(
          String(10 + i),
          random() < 0.1 ? 0 : random() * 1000,
          random() < 0.5 ? Math.floor(random() * 300) : null,
        ),
      );
      const room = sum(places.map(({ weight, cap }) => (weight === 0 ? 0 : (cap ?? 1e6))));
      const total = Math.min(room, Math.floor(random() * 20_000));
      if (!places.some(({ weight }) => weight > 0)) continue;
      const shares = shareOut(total, places);
      expect(sum(shares.values())).toBe(total);
      for (const { code, cap } of places) {
        expect(shares.get(code)).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(shares.get(code))).toBe(true);
        if (cap !== null) expect(shares.get(code)).toBeLessThanOrEqual(cap);
      }
      if (places.every(({ cap }) => cap === null)) {
        const weights = sum(places.map(({ weight }) => weight));
        for (const { code, weight } of places) {
          expect(Math.abs((shares.get(code) ?? 0) - (total * weight) / weights)).toBeLessThan(1);
        }
      }
    }
  });
});

describe("shareOutYears", () => {
  it("adds up every year and never falls", () => {
    const random = randomNumbers(3000);
    for (let round = 0; round < 100; round += 1) {
      const places = Array.from({ length: 20 }, (_, i) => place(String(10 + i), 1 + random() * 9, 200));
      let value = 0;
      const milestones = [2017, 2018, 2019, 2020, 2021].map((fiscal_year) => {
        value += Math.floor(random() * 500);
        return { fiscal_year, value };
      });
      const shares = shareOutYears(milestones, places);
      for (const { fiscal_year, value: whole } of milestones) {
        expect(sum(shares.filter((one) => one.fiscal_year === fiscal_year).map((one) => one.value))).toBe(
          whole,
        );
      }
      for (const { code } of places) {
        const own = shares.filter((one) => one.code === code).map((one) => one.value);
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
    }
  });
  it("refuses a target that falls", () => {
    const falling = [
      { fiscal_year: 2020, value: 5 },
      { fiscal_year: 2021, value: 4 },
    ];
    expect(() => shareOutYears(falling, [place("a", 1)])).toThrow(/falls from 5 to 4/);
  });
});
