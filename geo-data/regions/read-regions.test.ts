import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookupsFolder } from "../import/places.ts";
import { readRegions } from "./read-regions.ts";

const HEADER = "region_code,region_th,region_en,province_code,valid_from,valid_to";
const read = (...lines: string[]) =>
  readRegions([HEADER, ...lines].join("\n"), "regions.csv", ["50", "51", "52"]);

describe("readRegions", () => {
  it("reads dates, empty for no end, and tells which provinces are in no region", () => {
    const { lines, without } = read(
      "R1,เหนือ,North,50,,2020-09-30",
      "R2,ใหม่,New,50,2020-10-01,",
      "R1,เหนือ,North,51,,",
    );
    expect(lines.map((line) => [line.region_code, line.valid_from, line.valid_to])).toEqual([
      ["R1", null, "2020-09-30"],
      ["R2", "2020-10-01", null],
      ["R1", null, null],
    ]);
    expect(without).toEqual(["52"]);
  });
  it.each([
    ["a code that is none", ["X1,เหนือ,North,50,,"], /line 2, region_code: "X1" is not R and a number/],
    [
      "an unknown province",
      ["R1,เหนือ,North,50,,", "R1,เหนือ,North,99,,"],
      /line 3, province_code: "99" is no province/,
    ],
    [
      "a province twice at a time",
      ["R1,เหนือ,North,50,,", "R2,ใต้,South,50,2020-01-01,"],
      /line 3, province_code: "50" is in R1/,
    ],
    [
      "two names of one region",
      ["R1,เหนือ,North,50,,", "R1,ใต้,North,51,,"],
      /line 3, region_th: "ใต้" is another name of R1 than line 2 has/,
    ],
    [
      "an end before the beginning",
      ["R1,เหนือ,North,50,2020-01-01,2019-01-01"],
      /line 2, valid_to: "2019-01-01" is before valid_from/,
    ],
    ["no date", ["R1,เหนือ,North,50,2563,"], /line 2, valid_from/],
  ])("refuses %s, naming the line", (_what, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
  });
  it("ships 77 provinces in five regions: North 17, Northeast 20, South 14", () => {
    const text = readFileSync(join(lookupsFolder, "regions.csv"), "utf8");
    const all = text
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").at(-3) ?? "");
    const { lines } = readRegions(text, "regions.csv", all);
    const count = (code: string) => lines.filter((line) => line.region_code === code).length;
    expect(lines).toHaveLength(77);
    expect(["R1", "R2", "R3", "R4", "R5"].map(count)).toEqual([17, 20, 13, 13, 14]);
  });
});
