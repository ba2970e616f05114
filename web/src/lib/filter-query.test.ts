import { describe, expect, it } from "vitest";
import { exportUrl, filterQuery, isWithin, tableLevel, touchesWithin } from "./filter-query.ts";
import type { Filter } from "./url-state.ts";

const filter: Filter = { within: ["50", "5803"], kind: ["council"], state: ["done"], q: " บ้าน " };

describe("filterQuery", () => {
  it("writes the API's own words", () => {
    expect(Object.fromEntries(filterQuery(filter, 2021))).toEqual({
      within: "50,5803",
      kind: "council",
      state: "done",
      q: "บ้าน",
      fiscal_year: "2021",
    });
  });
  it("says nothing where nothing is chosen", () => {
    expect(filterQuery({ within: [], kind: [], state: [], q: " " }, null).toString()).toBe("");
  });
});

describe("exportUrl", () => {
  it("takes records by the whole filter", () => {
    const url = new URL(
      exportUrl({ what: "plans", level: "tambon", indicator: null }, filter, 2021),
      "http://x",
    );
    expect(url.pathname).toBe("/api/export/plans.geojson");
    expect(url.searchParams.toString()).toBe(filterQuery(filter, 2021).toString());
  });
  it("takes areas by place and level, with coverage on request", () => {
    const url = new URL(
      exportUrl({ what: "areas", level: "district", indicator: "councils" }, filter, 2021),
      "http://x",
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      within: "50,5803",
      fiscal_year: "2021",
      level: "district",
      indicator: "councils",
    });
  });
});

describe("isWithin", () => {
  it("includes all below an area, and not what is above it", () => {
    expect(isWithin("580301", ["5803"])).toBe(true);
    expect(isWithin("58", ["5803"])).toBe(false);
    expect(touchesWithin("58", ["5803"])).toBe(true);
    expect(touchesWithin("59", ["5803"])).toBe(false);
  });
});

describe("tableLevel", () => {
  it("goes down to the level of what was asked for", () => {
    expect(tableLevel("province", [])).toBe("province");
    expect(tableLevel("province", ["5803"])).toBe("district");
    expect(tableLevel("province", ["580301", "50"])).toBe("province");
    expect(tableLevel("tambon", ["50"])).toBe("tambon");
  });
});
