import { describe, expect, it } from "vitest";
import { readAreaIndex } from "./area-index.ts";
import { authorityRows, readAuthorities } from "./authority-rows.ts";
import { readPlaceQuery } from "./place-query.ts";

const areas = readAreaIndex({
  boundary_version: "v",
  codes: ["50"],
  names_th: ["เชียงใหม่"],
  names_en: ["Chiang Mai"],
});
const lines = readAuthorities(
  {
    boundary_version: "v",
    authority_sources: [],
    regions: [],
    authorities: {
      codes: ["L5001", "L5002", "L5003"],
      names_th: ["ใหม่เชียงใหม่", "เชียงใหม่", "ปาย"],
      names_en: ["Mai Chiang Mai", "Chiang Mai", "Pai"],
      kinds: ["subdistrict_organization", "city_municipality", "subdistrict_municipality"],
      provinces: ["50", "50", "50"],
      sample: false,
    },
    tambon: { codes: [], authorities: [], whole: [] },
  },
  areas,
);
const found = (typed: string, chosen: string[] = []) =>
  authorityRows(lines, readPlaceQuery(typed, []), chosen).map(({ area }) => area.code);

describe("authorityRows", () => {
  it("are those that match, the closest first, each with its province", () => {
    expect(found("เชียงใหม่")).toEqual(["L5002", "L5001"]);
    expect(found("เทศบาลนคร เชียงใหม่")).toEqual(["L5002"]);
    expect(found("pai")).toEqual(["L5003"]);
    expect(authorityRows(lines, readPlaceQuery("อบต.", []), [])[0]?.area.name_th).toBe(
      "อบต.ใหม่เชียงใหม่ · เชียงใหม่",
    );
  });
  it("are those that are ticked while nothing is typed", () => {
    expect(found("", ["50", "L5003"])).toEqual(["L5003"]);
    expect(found("")).toEqual([]);
  });
});
