import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLookups } from "./lookups.ts";
import { getSource, listSources } from "./sources.ts";

describe("listSources", () => {
  it("finds every declared source, finest first, the stand-in last", () => {
    expect(listSources().map(({ id }) => id)).toEqual(["codab-full", "codab-20m", "rtsd-2022", "stand-in"]);
  });

  it("says which field of which file is wrong", () => {
    const folder = mkdtempSync(join(tmpdir(), "sources-"));
    writeFileSync(
      join(folder, "mine.source.json"),
      JSON.stringify({ ...getSource("rtsd-2022"), id: "mine", sha256: "x" }),
    );
    expect(() => listSources(folder)).toThrow(/mine\.source\.json is not a source declaration[\s\S]*sha256/);
  });

  it("wants file name and id to agree", () => {
    const folder = mkdtempSync(join(tmpdir(), "sources-"));
    writeFileSync(join(folder, "mine.source.json"), JSON.stringify(getSource("rtsd-2022")));
    expect(() => listSources(folder)).toThrow('mine.source.json declares the id "rtsd-2022"');
  });
});

describe("a declaration", () => {
  const declared = (changes: object) => {
    const folder = mkdtempSync(join(tmpdir(), "sources-"));
    writeFileSync(
      join(folder, "mine.source.json"),
      JSON.stringify({ ...getSource("rtsd-2022"), id: "mine", ...changes }),
    );
    return () => listSources(folder);
  };

  it("names a format that a reader has, and a day of CE", () => {
    expect(declared({ format: "geojson" })).not.toThrow();
    expect(declared({ format: "kml" })).toThrow(
      /format "kml", which nothing reads[\s\S]*geojson, shapefile-zip/,
    );
    expect(declared({ reference_date: "2564-12-31" })).toThrow(/a year of CE, not of พ.ศ./);
  });
});

describe("getSource", () => {
  it("names the sources there are", () => {
    expect(() => getSource("rtsd")).toThrow(/no boundary source "rtsd"[\s\S]*codab-20m, rtsd-2022/);
  });
});

describe("readLookups", () => {
  it("has a reason on every row and no code twice", () => {
    const { nameRepairs, areasWithoutPolygon } = readLookups();
    for (const rows of [nameRepairs, areasWithoutPolygon]) {
      expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    }
    expect(areasWithoutPolygon).toHaveLength(14);
  });
});
