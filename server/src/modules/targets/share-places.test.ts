import { describe, expect, it } from "vitest";
import { type Share, sharePlaces, sumsOfRegions } from "./share-places.ts";
import type { ShareWeights } from "./targets.sql.ts";

const province = (province_code: string, region_code: string | null, more: Partial<ShareWeights> = {}) => ({
  province_code,
  region_code,
  units: 10,
  population: 1000,
  need: 5,
  gap: 6,
  reached: 4,
  cap: 10,
  ...more,
});
const weights = [
  province("10", "R4", { population: 3000 }),
  province("50", "R1"),
  province("51", "R1", { units: 20, gap: 16, cap: 20 }),
];
const share = (more: Partial<Share>): Share => ({
  action: "share",
  based_on: 1,
  owner: "somebody",
  level: "province",
  method: "even",
  ...more,
});
const problem = (code: string, reason: string, params = {}) =>
  expect.objectContaining({ code, said: expect.objectContaining({ reason, params }) });

describe("sharePlaces", () => {
  it("weighs all alike, or by what is asked", () => {
    expect(sharePlaces(share({}), 9, weights).map(({ weight }) => weight)).toEqual([1, 1, 1]);
    const byPopulation = share({ method: "proportional", basis: "population" });
    expect(sharePlaces(byPopulation, 9, weights)).toEqual([
      { code: "10", weight: 3000, cap: 10 },
      { code: "50", weight: 1000, cap: 10 },
      { code: "51", weight: 1000, cap: 20 },
    ]);
  });

  it("adds provinces up to their region, what is not known to nothing known", () => {
    const byUnits = share({ level: "region", method: "proportional", basis: "units" });
    expect(sharePlaces(byUnits, 9, weights)).toEqual([
      { code: "R1", weight: 30, cap: 30 },
      { code: "R4", weight: 10, cap: 10 },
    ]);
    const [first] = sharePlaces(byUnits, 9, [...weights, province("52", "R1", { cap: null })]);
    expect(first?.cap).toBeNull();
    const nowhere = [...weights, province("52", null)];
    expect(() => sharePlaces(byUnits, 9, nowhere)).toThrow(problem("target-not-shareable", "no-region"));
  });

  it("keeps what was reached, and shares the rest by what is left", () => {
    const byGap = share({ method: "proportional", basis: "gap" });
    // 12 are reached, 14 more are shared by gaps of 6, 6 and 16
    expect(sharePlaces(byGap, 26, weights).map(({ weight }) => weight)).toEqual([7, 7, 12]);
    // less than what was reached: as that was
    expect(sharePlaces(byGap, 6, weights)).toContainEqual({ code: "10", weight: 4, cap: null });
    const unmeasured = [...weights, province("52", "R1", { gap: null })];
    expect(() => sharePlaces(byGap, 26, unmeasured)).toThrow(
      problem("target-not-shareable", "unmeasured", { place: "52" }),
    );
  });

  it("takes what somebody typed, as it is", () => {
    const values = [
      { place_code: "10", value: 4 },
      { place_code: "51", value: 5 },
    ];
    expect(sharePlaces(share({ method: "by_hand", values }), 9, weights)).toEqual([
      { code: "10", weight: 4, cap: 4 },
      { code: "51", weight: 5, cap: 5 },
    ]);
    for (const [place_code, value, code, reason, params] of [
      ["R1", 9, "invalid-request", "no-such-share", { place: "R1" }],
      ["10", 11, "invalid-request", "share-too-large", { place: "10", most: 10 }],
      ["10", 4.5, "invalid-request", "not-whole", {}],
      ["10", 8, "target-shares-do-not-add-up", "by-hand", { sum: 8, total: 9 }],
    ] as const) {
      const change = share({ method: "by_hand", values: [{ place_code, value }] });
      expect(() => sharePlaces(change, 9, weights)).toThrow(problem(code, reason, params));
    }
    const twice = share({ method: "by_hand", values: [values[0]!, values[0]!] });
    expect(() => sharePlaces(twice, 8, weights)).toThrow(problem("invalid-request", "places-repeat"));
  });
});

describe("sumsOfRegions", () => {
  const shared = [
    { place_code: "10", fiscal_year: 2021, value: 2 },
    { place_code: "50", fiscal_year: 2021, value: 3 },
    { place_code: "51", fiscal_year: 2021, value: 4 },
  ];
  it("gives regions what their provinces have", () => {
    expect(sumsOfRegions(shared, weights)).toEqual([
      { place_code: "R4", fiscal_year: 2021, value: 2 },
      { place_code: "R1", fiscal_year: 2021, value: 7 },
    ]);
  });
  it("gives none where a province is in no region", () => {
    expect(sumsOfRegions(shared, [...weights.slice(0, 2), province("51", null)])).toEqual([]);
  });
});
