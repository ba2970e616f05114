import { describe, expect, it } from "vitest";
import { pathOf, readAreaIndex, treeRows, underRegions } from "./area-index.ts";
import { readPlaceQuery } from "./place-query.ts";

const areas = readAreaIndex({
  boundary_version: "v",
  // provinces, then districts, then tambon, as the API sends them
  codes: ["81", "10", "8101", "1004", "8102", "810101", "100402"],
  names_th: ["กระบี่", "กรุงเทพมหานคร", "เมืองกระบี่", "บางรัก", "เขาพนม", "ปากน้ำ", "สีลม"],
  names_en: ["Krabi", "Bangkok", "Mueang Krabi", "Bang Rak", "Khao Phanom", "Pak Nam", "Si Lom"],
});
const codes = (open: string[], typed = "") =>
  treeRows(areas, new Set(open), readPlaceQuery(typed, [])).map((row) => row.area.code);

describe("treeRows", () => {
  it("shows provinces, and the children of what is open", () => {
    expect(codes([])).toEqual(["81", "10"]);
    expect(codes(["81"])).toEqual(["81", "8101", "8102", "10"]);
  });
  it("narrows to what is typed, with the areas above it", () => {
    expect(codes([], "สีลม")).toEqual(["10", "1004", "100402"]);
    expect(codes([], "bang rak")).toEqual(["10", "1004"]);
    expect(codes([], "8101")).toEqual(["81", "8101", "810101"]);
  });
  it("puts the branch with the best match first, else in Thai order", () => {
    // กระบี่ has the word inside, กรุงเทพมหานคร is in its branch exactly
    const like = readAreaIndex({
      boundary_version: "v",
      codes: ["81", "10", "8101", "1004"],
      names_th: ["กระบี่", "กรุงเทพมหานคร", "ใหม่บางรัก", "บางรัก"],
      names_en: ["", "", "", ""],
    });
    const found = (typed: string) =>
      treeRows(like, new Set(), readPlaceQuery(typed, [])).map((row) => row.area.code);
    expect(found("บางรัก")).toEqual(["10", "1004", "81", "8101"]);
    expect(found("บาง")).toEqual(["10", "1004", "81", "8101"]);
    expect(found("รัก")).toEqual(["81", "8101", "10", "1004"]);
  });
  it("opens a match to all of its children", () => {
    expect(codes(["1004"], "บางรัก")).toEqual(["10", "1004", "100402"]);
  });
});

describe("underRegions", () => {
  const region = { code: "R5", name_th: "ใต้", name_en: "South", provinces: ["81"] };
  const tree = underRegions(areas, [region]);
  const shown = (open: string[], typed = "") =>
    treeRows(tree, new Set(open), readPlaceQuery(typed, [])).map((row) => `${row.depth} ${row.area.code}`);

  it("puts provinces into their region, and those in none after the regions", () => {
    expect(shown([])).toEqual(["0 R5", "0 10"]);
    expect(shown(["R5", "81"])).toEqual(["0 R5", "1 81", "2 8101", "2 8102", "0 10"]);
  });
  it("finds a region by its name, and shows the region above what is found", () => {
    expect(shown([], "ภาคใต้")).toEqual(["0 R5"]);
    expect(shown(["R5"], "south")).toEqual(["0 R5", "1 81"]);
    expect(shown([], "ปากน้ำ")).toEqual(["0 R5", "1 81", "2 8101", "3 810101"]);
    expect(treeRows(tree, new Set(), readPlaceQuery("ปากน้ำ", [])).map((row) => row.isMatch)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe("pathOf", () => {
  it("goes from the province down", () => {
    expect(pathOf(areas, "100402").map((area) => area.name_th)).toEqual(["กรุงเทพมหานคร", "บางรัก", "สีลม"]);
  });
});
