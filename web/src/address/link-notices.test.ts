import { describe, expect, it } from "vitest";
import { maplessOf, yearNotice } from "./link-notices.ts";

describe("yearNotice", () => {
  const years = [2019, 2020, 2021];
  it("has nothing to say of a year that there is", () => {
    expect(yearNotice("2020", years, 2020)).toBeNull();
  });

  it("recognises a year of the Buddhist era", () => {
    expect(yearNotice("2564", years, 2021)).toEqual({ kind: "buddhist_year", asked: 2564, shown: 2021 });
  });

  it.each(["1999", "2570", "25x", "", " "])("says of %j what is shown instead", (asked) => {
    expect(yearNotice(asked, years, 2021)).toEqual({ kind: "year", asked, shown: 2021 });
  });
});

describe("maplessOf", () => {
  const councils = { id: "councils", levels: ["province" as const] };
  const staff = { id: "staff-ability", levels: [] };
  it("is the one of two that has no map, on either side", () => {
    expect(maplessOf([councils, councils])).toBeNull();
    expect(maplessOf([councils, undefined])).toBeNull();
    expect(maplessOf([councils, staff])).toBe(staff);
    expect(maplessOf([staff, councils])).toBe(staff);
  });
});
