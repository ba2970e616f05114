import { describe, expect, it } from "vitest";
import { checkAreas } from "./check-areas.ts";
import { conform } from "./conform.ts";
import type { RawRow } from "./reader.ts";
import {
  asLevels,
  makeSmallCountry,
  rowOf,
  shapeOf,
  smallLookups,
  smallSource,
} from "./small-country.fixture.ts";

function problemsAfter(breakIt: (rows: RawRow[]) => void): string[] {
  const rows = makeSmallCountry();
  breakIt(rows);
  return checkAreas(
    smallSource,
    conform(smallSource, asLevels(rows), smallLookups.nameRepairs),
    smallLookups.nameRepairs,
  );
}

describe("checkAreas", () => {
  it("has nothing to say about a whole country", () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  it("names a code that is not six digits", () => {
    expect(
      problemsAfter((rows) => {
        rowOf(rows, "100101").properties.code = "TH10010A";
      }),
    ).toContain('tambon "หนึ่ง" has the code "10010A", which is not 6 digits (feature 1, code)');
  });

  it("names a code that is there twice", () => {
    expect(
      problemsAfter((rows) => {
        rowOf(rows, "100102").properties.code = "TH100101";
      }),
    ).toEqual(["tambon 100101 is there more than once (feature 2, code)"]);
  });

  it("names a missing parent", () => {
    const rows = makeSmallCountry();
    const levels = {
      ...asLevels(rows),
      district: rows.filter(({ properties }) => properties.district_code !== "TH1101"),
    };
    const problems = checkAreas(
      smallSource,
      conform(smallSource, levels, smallLookups.nameRepairs),
      smallLookups.nameRepairs,
    );
    expect(problems).toContain("tambon 110101: its district 1101 is not in the source");
    expect(problems).toContain("province 11 has no district");
  });

  it("names the level whose count is wrong", () => {
    expect(problemsAfter((rows) => rows.splice(0, 1))).toEqual([
      "there are 8 areas of level tambon, the source declares 9",
    ]);
  });

  it.each([
    ["ends with a leading vowel", "บ้านน้อยซุ้มขี้เ", "is cut: no word ends with that vowel"],
    ["is as long as the field and not looked up", "ปากพนังฝั่งตะวัน", "has exactly 16 characters and may be cut"],
    ["is blank", " ", "is blank or not Thai"],
    ["was read in the wrong encoding", "à¸«à¸à¸¶à¹", "is blank or not Thai"],
    ["has the mark of a lost letter", "หนึ่\uFFFD", "is blank or not Thai"],
  ])("names a Thai name that %s", (_, name, message) => {
    const problems = problemsAfter((rows) => {
      rowOf(rows, "100101").properties.th = name;
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^tambon 100101: the Thai name/);
    expect(problems[0]).toContain(message);
  });

  it("names an English name that is not in Latin letters", () => {
    expect(
      problemsAfter((rows) => {
        rowOf(rows, "100101").properties.en = "หนึ่ง";
      }),
    ).toEqual(['tambon 100101: the English name "หนึ่ง" is blank or not in Latin letters (feature 1, en)']);
  });

  it("names a shape outside Thailand, as swapped axes make it", () => {
    const problems = problemsAfter((rows) => {
      for (const ring of shapeOf(rows, "100101").coordinates.flat())
        for (const point of ring) point.reverse();
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^tambon 100101 has a point at 9\.0\d*, 99\.9\d* .*outside Thailand: are longitude and latitude swapped\? \(feature 1\)$/,
      ),
    ]);
  });
});
