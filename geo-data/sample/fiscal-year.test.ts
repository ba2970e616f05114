import { describe, expect, it } from "vitest";
import { buddhistYear, dateAt, fiscalYearOf, LAST_YEAR, SAMPLE_YEARS } from "./fiscal-year.ts";

describe("fiscal years", () => {
  it("runs from 1 October to 30 September and is named by its end", () => {
    expect(fiscalYearOf("2020-09-30")).toBe(2020);
    expect(fiscalYearOf("2020-10-01")).toBe(2021);
    expect(fiscalYearOf("2021-09-30")).toBe(2021);
    expect(fiscalYearOf("2021-01-01")).toBe(2021);
  });

  it("covers พ.ศ. 2560 to 2564", () => {
    expect(SAMPLE_YEARS.map(buddhistYear)).toEqual([2560, 2561, 2562, 2563, 2564]);
    expect(buddhistYear(LAST_YEAR)).toBe(2564);
  });
});

describe("dateAt", () => {
  it("turns a fraction of a year into a day of that year", () => {
    expect(dateAt(2014)).toBe("2014-01-01");
    expect(dateAt(2014.5)).toBe("2014-07-02");
    expect(dateAt(2016.9999)).toBe("2016-12-31");
  });
});
