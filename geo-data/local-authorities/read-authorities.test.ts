import { describe, expect, it } from "vitest";
import { listLocalAuthoritySources } from "../import/sources.ts";
import type { RegisteredArea } from "./authority.ts";
import { readAuthorities } from "./read-authorities.ts";

const [source] = listLocalAuthoritySources();
const HEADER = "kind,entity_code,name_th,name_en,tambon_code,covered_tambon_codes,lat,lon,url";

const area = (code: string, level: RegisteredArea["level"]): RegisteredArea => ({
  code,
  level,
  name_th: `ก${code}`,
  name_en: `a${code}`,
});
const AREAS = [
  area("10", "province"),
  area("1001", "district"),
  area("100101", "tambon"),
  area("11", "province"),
  area("1101", "district"),
  area("110101", "tambon"),
  area("110102", "tambon"),
  area("110103", "tambon"),
];

const read = (...lines: string[]) => readAuthorities(source!, [HEADER, ...lines].join("\n"), AREAS);
const extents = (list: ReturnType<typeof read>) =>
  list.covered.map((row) => `${row.local_authority_code} ${row.area_code} ${row.extent}`).sort();

describe("readAuthorities", () => {
  it("gives a tambon that one authority names to it whole, one that two name in parts", () => {
    const list = read(
      "TAO,110101,ข,b,110101,110101,,,",
      "TAO,110102,ค,c,110102,110102,,,",
      "ThesabanTambon,1199,ง,d,,110102 110103,,,",
    );
    expect(extents(list)).toEqual([
      "1001 100101 whole",
      "110101 110101 whole",
      "110102 110102 part",
      "1199 110102 part",
      "1199 110103 whole",
    ]);
    expect(list.unmatched).toEqual([]);
  });

  it("does not call a tambon whole where an authority that lists nothing has its seat", () => {
    const list = read("ThesabanTambon,1199,ง,d,,110101,,,", "TAO,110101,ข,b,110101,,,,");
    expect(extents(list)).toContain("1199 110101 part");
    expect(list.unmatched).toContain("subdistrict_organization 110101 ข: the list names no tambon");
  });

  it("gives provincial organizations and Bangkok no tambon, and each Bangkok district its own", () => {
    const list = read("PAO,11,ข,b,,,,,", "Municipality,10,กรุงเทพมหานคร,Bangkok,,,,,");
    expect(list.authorities.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      "1001 bangkok_district",
      "11 provincial_organization",
      "10 bangkok",
    ]);
    expect(extents(list)).toEqual(["1001 100101 whole"]);
  });

  it("says which codes and which tambon did not match", () => {
    const list = read("TAO,110101,ข,b,110101,110101 119999,,,", "TAO,990101,ค,c,990101,990101,,,");
    expect(list.unmatched).toEqual([
      "subdistrict_organization 110101 ข: no tambon 119999 in the register",
      "subdistrict_organization 990101 ค: no province 99 in the register",
      "tambon 110102 ก110102: no authority names it",
      "tambon 110103 ก110103: no authority names it",
    ]);
  });

  it.each([
    ["a kind nobody declared", "Village,1,ก,a,,,,,", /line 2, kind: "Village" is no kind/],
    ["no name", "TAO,110101,,b,,,,,", /line 2, name_th: "" is no Thai name for 110101/],
  ])("refuses %s", (_what, line, message) => {
    expect(() => read(line)).toThrow(message);
  });

  it("refuses a code that comes twice", () => {
    expect(() => read("TAO,110101,ก,b,,,,,", "TAO,110101,ข,b,,,,,")).toThrow(
      /line 3, entity_code: "110101" is there a second time/,
    );
  });
});
