import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { describe, expect, it } from "vitest";
import { areasOf, outlinedFor, tambonOf } from "./authority-tambon.ts";
import { isWithin } from "./filter-query.ts";

const places: PlacesIndex = {
  boundary_version: "v",
  authority_sources: [],
  regions: [{ code: "R1", name_th: "เหนือ", name_en: "North", provinces: ["50", "58"] }],
  authorities: {
    codes: ["L5001", "L5002", "L5003"],
    names_th: ["ก", "ข", "ค"],
    names_en: ["A", "B", "C"],
    kinds: ["subdistrict_organization", "subdistrict_municipality", "municipality"],
    provinces: ["50", "50", "50"],
    sample: false,
  },
  tambon: { codes: ["500101", "500102", "500102"], authorities: [0, 0, 1], whole: [1, 0, 0] },
};

describe("the tambon of a local authority", () => {
  it("are told apart by whether they are its alone", () => {
    expect(tambonOf(places, "L5001")).toEqual({ whole: ["500101"], part: ["500102"] });
    expect(tambonOf(places, "L5003")).toEqual({ whole: [], part: [] });
    expect(tambonOf(places, "50")).toEqual({ whole: [], part: [] });
  });
  it("stand for it among the areas of a filter, and let nothing through where none is known", () => {
    expect(areasOf(places, ["R1", "L5001", "83"])).toEqual(["50", "58", "500101", "500102", "83"]);
    const none = areasOf(places, ["L5003"]);
    expect([isWithin("500101", none), isWithin("50", none)]).toEqual([false, false]);
  });
  it("are what the map outlines of it, those it has in part apart; of a region its provinces", () => {
    expect(outlinedFor("L5001", places)).toEqual({ whole: ["500101"], part: ["500102"] });
    expect(outlinedFor("R1", places)).toEqual({ whole: ["50", "58"], part: [] });
    expect(outlinedFor("5001", places)).toEqual({ whole: ["5001"], part: [] });
    expect([outlinedFor("5001", undefined).whole, outlinedFor("L5001", undefined).whole]).toEqual([
      ["5001"],
      [],
    ]);
  });
});
