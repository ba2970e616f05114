import { describe, expect, it } from "vitest";
import { sharedLevel, shareRows, sumOf, wholeNumber, wholeOf } from "./share-rows.ts";

const value = (place_code: string, fiscal_year: number, amount: number) => ({
  place_code,
  fiscal_year,
  value: amount,
});
const figures = {
  codes: ["10", "50", "58"],
  values: [3, null, 9],
  denominators: [20, null, 10],
  units: [20, 30, 10],
  withheld: { 58: 9 },
};

describe("shares of a target", () => {
  it("are those of the last year, beside what there is", () => {
    const before = [
      value("TH", 2021, 40),
      value("50", 2021, 25),
      value("50", 2020, 10),
      value("10", 2021, 15),
    ];
    const rows = shareRows(figures, true, before, [value("58", 2021, 40)]);
    expect(rows).toEqual([
      { code: "10", all: 20, reached: 3, withheldBelow: undefined, before: 15, after: null },
      { code: "50", all: 30, reached: null, withheldBelow: undefined, before: 25, after: null },
      { code: "58", all: 10, reached: 9, withheldBelow: 9, before: null, after: 40 },
    ]);
    expect(shareRows(figures, false, before, null).map(({ all }) => all)).toEqual([20, null, 10]);
    expect([sumOf(rows, "before"), sumOf(rows, "after"), sumOf(rows, "reached")]).toEqual([40, 40, 12]);
    expect(sumOf(shareRows(figures, true, before, null), "after")).toBeNull();
  });
  it("add up to the country's last value", () => {
    expect(wholeOf([value("TH", 2021, 3000), value("TH", 2020, 2000)])?.value).toBe(3000);
    expect(wholeOf([value("50", 2021, 3)])).toBeNull();
  });
  it("go as far down as any place has one", () => {
    expect(sharedLevel([value("TH", 2021, 1)])).toBeNull();
    expect(sharedLevel([value("TH", 2021, 1), value("R1", 2021, 1)])).toBe("region");
    expect(sharedLevel([value("R1", 2021, 1), value("50", 2021, 1)])).toBe("province");
  });
});

describe("wholeNumber", () => {
  it("reads what people type, and nothing else", () => {
    expect(["1,200", " ๗๐๐ ", "0"].map(wholeNumber)).toEqual([1200, 700, 0]);
    for (const text of ["", "-1", "1.5", "สิบ"]) expect(wholeNumber(text)).toBeNaN();
  });
});
