import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { describe, expect, it } from "vitest";
import { drawnFor, drawnLevel, drawnSlots } from "./drawn-areas.ts";

const places: PlacesIndex = {
  boundary_version: "test",
  authority_sources: [],
  regions: [{ code: "R1", name_th: "เหนือ", name_en: "North", provinces: ["50", "51"] }],
  authorities: {
    codes: ["L1", "L2"],
    names_th: ["ก", "ข"],
    names_en: ["A", "B"],
    kinds: ["subdistrict_organization", "subdistrict_municipality"],
    provinces: ["50", "50"],
    sample: false,
  },
  tambon: { codes: ["500101", "500102", "500102"], authorities: [0, 0, 1], whole: [1, 0, 0] },
};

describe("drawn areas", () => {
  it("are provinces for regions and tambon for local authorities", () => {
    expect(["region", "province", "local_authority"].map((level) => drawnLevel(level as "region"))).toEqual([
      "province",
      "province",
      "tambon",
    ]);
    expect(drawnFor("district", places)).toBeNull();
  });
  it("take the colour of their region", () => {
    const drawn = drawnFor("region", places);
    expect(drawn && drawnSlots(drawn, new Map([["R1", 4]]), 9)).toEqual({
      codes: ["50", "51"],
      slots: [4, 4],
    });
  });
  it("have no colour of their own where authorities share them", () => {
    const drawn = drawnFor("local_authority", places);
    const slots = new Map([
      ["L1", 3],
      ["L2", 5],
    ]);
    expect(drawn?.get("500102")).toEqual(["L1", "L2"]);
    expect(drawn && drawnSlots(drawn, slots, 9).slots).toEqual([3, 9]);
  });
  it("are left out with their place", () => {
    const drawn = drawnFor("local_authority", places);
    expect(drawn && drawnSlots(drawn, new Map([["L2", 5]]), 9, true)).toEqual({
      codes: ["500102"],
      slots: [9],
    });
  });
});
