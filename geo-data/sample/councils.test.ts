import { describe, expect, it } from "vitest";
import { councilRegisteredOn, TABLE_DATE, YEARLY_GAP_CLOSED } from "./councils.ts";
import { listSubRegions } from "./lookups.ts";

const evenly = Array.from({ length: 10_000 }, (_, index) => (index + 0.5) / 10_000);

describe("councilRegisteredOn", () => {
  it.each(listSubRegions().map(({ id, councilRate }) => [id, councilRate] as const))(
    "gives %s the published share on 1 September 2557",
    (_, rate) => {
      const dates = evenly.map((luck) => councilRegisteredOn(luck, rate));
      const registered = dates.filter((date) => date !== null && date <= TABLE_DATE).length;
      expect(Math.abs(registered / evenly.length - rate)).toBeLessThan(0.002);
    },
  );

  it("goes on after the table as assumed, and stops with the sample", () => {
    const dates = evenly.map((luck) => councilRegisteredOn(luck, 0.581)).filter((date) => date !== null);
    // from 1 September 2014 to 30 September 2021 are 7 years and a month
    const atEnd = 1 - (1 - 0.581) * (1 - YEARLY_GAP_CLOSED) ** (7 + 1 / 12);
    expect(Math.abs(dates.length / evenly.length - atEnd)).toBeLessThan(0.002);
    expect(atEnd).toBeCloseTo(0.785, 2);
    expect(dates.every((date) => date >= "2008-04-01" && date <= "2021-09-30")).toBe(true);
  });
});

describe("the lookup of rates", () => {
  it("has the 11 sub-regions of the table, each with a share between 0 and 1", () => {
    expect(listSubRegions()).toHaveLength(11);
    expect(listSubRegions().every(({ councilRate }) => councilRate > 0 && councilRate < 1)).toBe(true);
  });
});
