import { describe, expect, it } from "vitest";
import { roundStep, yearChart } from "./year-chart.ts";

const box = { width: 400, height: 100 };

describe("roundStep", () => {
  it("is round, and covers the most in so many steps", () => {
    expect([3000, 176714, 0.8, 77, 0].map((most) => roundStep(most, 4))).toEqual([1000, 50000, 0.2, 20, 1]);
  });
});

describe("yearChart", () => {
  const chart = yearChart(
    {
      series: [
        { fiscal_year: 2017, value: 0 },
        { fiscal_year: 2018, value: 500 },
        { fiscal_year: 2019, value: null },
        { fiscal_year: 2020, value: 1000 },
      ],
      milestones: [
        { fiscal_year: 2021, value: 2000 },
        { fiscal_year: 2019, value: 1500 },
      ],
      expected: { fiscal_year: 2021, value: 1200, low: 1100, high: 1300 },
    },
    box,
  );
  it("spans every year that anything is said of, and a grid from zero over the most", () => {
    expect(chart.years.map(({ fiscal_year, x }) => [fiscal_year, x])).toEqual([
      [2017, 0],
      [2018, 100],
      [2019, 200],
      [2020, 300],
      [2021, 400],
    ]);
    expect(chart.grid.map(({ value, y }) => [value, y])).toEqual([
      [0, 100],
      [500, 75],
      [1000, 50],
      [1500, 25],
      [2000, 0],
    ]);
  });
  it("breaks the line where nothing is known, and orders milestones", () => {
    expect(chart.lines).toEqual(["0,100 100,75", "300,50"]);
    expect(chart.reached).toHaveLength(3);
    expect(chart.milestoneLine).toBe("200,25 400,0");
  });
  it("leads from the last known year to the one expected, with its interval", () => {
    expect(chart.forecast).toMatchObject({ line: "300,50 400,40", band: "300,50 400,35 400,45" });
  });
  it("stands a single year in the middle, and needs nothing", () => {
    const one = yearChart(
      { series: [{ fiscal_year: 2021, value: null }], milestones: [], expected: null },
      box,
    );
    expect(one).toMatchObject({ years: [{ fiscal_year: 2021, x: 200 }], lines: [], forecast: null });
  });
});
