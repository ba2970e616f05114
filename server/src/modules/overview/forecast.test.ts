import { describe, expect, it } from "vitest";
import { findPace } from "./forecast.ts";

const years = (...values: (number | null)[]) => values.map((value, i) => ({ fiscal_year: 2017 + i, value }));
const target = { value: 3000, fiscal_year: 2021 };

describe("findPace", () => {
  it("asks of each year left what is missing", () => {
    const pace = findPace(years(200, 600, 1000), target, 2019, 7425);
    expect(pace).toMatchObject({ state: "behind", needed_per_year: 1000, last_per_year: 400, years_seen: 2 });
    expect(pace.expected).toEqual({ fiscal_year: 2021, value: 1800, low: null, high: null });
    expect(pace.expected_finish).toBe(2024);
  });
  it("does not look beyond the year it stands in", () => {
    expect(findPace(years(200, 600, 1000, 5000), target, 2019, null)).toEqual(
      findPace(years(200, 600, 1000), target, 2019, null),
    );
  });
  it("is on pace when the last years lead there, and reached when it is", () => {
    expect(findPace(years(0, 1000, 2000), target, 2019, null).state).toBe("on_pace");
    expect(findPace(years(0, 3000), target, 2018, null)).toMatchObject({
      state: "reached",
      needed_per_year: null,
      expected_finish: null,
    });
  });
  it("is overdue once the target's year is past", () => {
    expect(findPace(years(1, 2, 3, 4, 5), target, 2021, null)).toMatchObject({
      state: "overdue",
      needed_per_year: null,
      expected: null,
    });
  });
  it("says nothing where nothing is known, and needs no target", () => {
    expect(findPace(years(null, null), target, 2018, null)).toMatchObject({
      state: "unknown",
      expected: null,
    });
    expect(findPace(years(1, 2), null, 2018, null)).toMatchObject({ state: "no_target", last_per_year: 1 });
    expect(findPace(years(null, 7), target, 2018, null)).toMatchObject({
      state: "unknown",
      last_per_year: null,
    });
  });
  it("gives an interval from three increments on, wider the further ahead, and exact when years do not differ", () => {
    const near = findPace(years(0, 100, 250, 300), { value: 900, fiscal_year: 2021 }, 2020, null).expected;
    const far = findPace(years(0, 100, 250, 300), { value: 900, fiscal_year: 2023 }, 2020, null).expected;
    const widthOf = (one: typeof near) => (one?.high ?? 0) - (one?.low ?? 0);
    expect(near?.low).toBeLessThan(near?.value ?? 0);
    expect(widthOf(far)).toBeGreaterThan(widthOf(near));
    // 100, 150, 50: mean 100, s = 50; one year ahead ± 2.92 · 50 · √(1 + 1/3)
    expect(widthOf(near) / 2).toBeCloseTo(2.92 * 50 * Math.sqrt(4 / 3), 3);
    const even = findPace(years(0, 10, 20, 30), { value: 90, fiscal_year: 2021 }, 2020, null).expected;
    expect(even).toEqual({ fiscal_year: 2021, value: 40, low: 40, high: 40 });
  });
  it("keeps to what there is to count", () => {
    expect(findPace(years(50, 70), { value: 90, fiscal_year: 2025 }, 2018, 77)).toMatchObject({
      expected: { value: 77 },
      expected_finish: null,
    });
  });
  it("tests itself a year ahead on the years there are", () => {
    const { back_test } = findPace(years(0, 10, 20, 40), target, 2020, null);
    expect(back_test).toEqual({
      years: [
        { fiscal_year: 2019, expected: 20, actual: 20 },
        { fiscal_year: 2020, expected: 30, actual: 40 },
      ],
      mean_absolute_error: 5,
      mean_absolute_percentage_error: 0.125,
    });
  });
});
