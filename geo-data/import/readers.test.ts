// Files as offices have them, by format: read right, or refused in one sentence that names file and place.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { Notes } from "./notes.ts";
import { understand } from "./prepare.ts";
import { readSourceFile } from "./read.ts";
import type { RawRow } from "./reader.ts";
import { makeShapefileZip, type Unusual } from "./shapefile-zip.fixture.ts";
import { makeSmallCountry, rowOf, shapeOf, smallLookups, smallSource } from "./small-country.fixture.ts";
import { type BoundarySource, boundarySource } from "./source.schema.ts";
import { toWindows874 } from "./windows-874.fixture.ts";

const NEXT = /\nNext: [^\n]+$/;

async function load(source: BoundarySource, name: string, content: Uint8Array | string) {
  const path = join(mkdtempSync(join(tmpdir(), "readers-")), name);
  writeFileSync(path, content);
  const notes = new Notes();
  const raw = await readSourceFile(source, { path, sha256: "" }, notes);
  const { areas } = understand(source, raw, smallLookups, { file: name, notes });
  return { areas, notes: notes.lines().join("\n") };
}

/** A .dbf has column names of ten letters. */
const short = (properties: RawRow["properties"]) =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key.replace("district", "d").replace("province", "p"),
      value,
    ]),
  );
const shapefileSource = boundarySource.parse({
  ...smallSource,
  format: "shapefile-zip",
  columns: {
    tambon: smallSource.columns.tambon,
    district: { code: "d_code", name_th: "d_th", name_en: "d_en" },
    province: { code: "p_code", name_th: "p_th", name_en: "p_en" },
  },
});
function loadShapefile(
  unusual: Unusual = {},
  { rows = makeSmallCountry(), encode = utf8, source = shapefileSource } = {},
) {
  const flat = rows.map(({ properties, geometry }) => ({ properties: short(properties), geometry }));
  return load(source, "office.zip", makeShapefileZip(flat, encode, unusual));
}
const utf8 = (text: string): Uint8Array => Buffer.from(text);

describe("a zipped shapefile", () => {
  it.each<[string, Unusual]>([
    ["endings in capitals", { rename: (name) => name.replace(/\w+$/, (ending) => ending.toUpperCase()) }],
    ["names that differ in case", { rename: (name) => name.replace(/^.*dbf$/, "SMALL_ADM3.DBF") }],
    ["a folder", { rename: (name) => `แนวเขต/2564/${name}` }],
    ["a name in Thai", { name: "ตำบล" }],
    [
      "the files of a Mac",
      {
        beside: {
          "__MACOSX/._small_adm3.shp": strToU8("x"),
          "._small_adm3.shp": strToU8("x"),
          ".DS_Store": strToU8("x"),
        },
      },
    ],
    ["fields filled with NUL", { padding: "\0" }],
    [
      "WKT with line breaks",
      {
        projection:
          'GEOGCS[\r\n  "WGS 84",\r\n  DATUM["WGS_1984",\r\n    SPHEROID["WGS 84",6378137,298.257223563]],\r\n  PRIMEM["Greenwich",0],\r\n  UNIT["degree",0.0174532925199433]]',
      },
    ],
    ["a .cpg", { beside: { "small_adm3.cpg": strToU8("UTF-8\r\n") } }],
  ])("is read with %s", async (_, unusual) => {
    const { areas, notes } = await loadShapefile(unusual);
    expect(areas.tambon[0]).toMatchObject({ code: "100101", name_th: "หนึ่ง", name_en: "Nueng" });
    expect(areas.tambon).toHaveLength(9);
    expect(notes).toBe("");
  });

  it.each(["ANSI 874", "cp874", "874", "TIS-620", "windows-874", "ISO-8859-11"])(
    "is read in Windows-874 with a .cpg of %s",
    async (cpg) => {
      const beside = { "small_adm3.cpg": strToU8(cpg) };
      const { areas, notes } = await loadShapefile({ beside }, { encode: toWindows874 });
      expect(areas.tambon[0]?.name_th).toBe("หนึ่ง");
      expect(notes).toBe("");
    },
  );

  it("says so when its .cpg is wrong", async () => {
    const beside = { "small_adm3.cpg": strToU8("ISO-8859-1") };
    const { areas, notes } = await loadShapefile({ beside }, { encode: toWindows874 });
    expect(areas.tambon[0]?.name_th).toBe("หนึ่ง");
    expect(notes).toContain("the .cpg says ISO-8859-1, the text is in windows-874");
  });

  it("is the one of several layers that the source names, whatever its case", async () => {
    const source = { ...shapefileSource, zip_member: "ADM3" };
    const beside = { "small_adm2.shp": strToU8("x"), "readme.pdf": strToU8("x") };
    const { areas } = await loadShapefile({ beside }, { source });
    expect(areas.tambon).toHaveLength(9);
  });

  it("leaves out rows that are marked as deleted, and says which", async () => {
    const source = { ...shapefileSource, expected: { ...smallSource.expected, tambon: 8 } };
    const rows = makeSmallCountry();
    const { notes, areas } = await loadShapefile(
      {
        break: ({ shp, dbf }) => {
          const last = Buffer.from(dbf);
          last[last.readUInt16LE(8) + 8 * last.readUInt16LE(10)] = 0x2a;
          return { shp, dbf: last };
        },
      },
      { source, rows },
    );
    expect(areas.tambon.map(({ code }) => code)).not.toContain("110102");
    expect(notes).toContain("rows marked as deleted left out: 1 (feature 9)");
  });

  it.each<[string, Unusual, RegExp]>([
    [
      "of several layers none of which is declared",
      { beside: { "other.shp": strToU8("x") } },
      /^office\.zip has 2 shapefiles: small_adm3\.shp, other\.shp\.\nNext: set "zip_member"/,
    ],
    [
      "no shapefile",
      { rename: (name) => name.replace(".shp", ".txt") },
      /^office\.zip has no shapefile in it; it has small_adm3\.txt.*\nNext: zip the \.shp/,
    ],
    [
      "no .prj",
      { rename: (name) => name.replace(".prj", ".qpj") },
      /^office\.zip: small_adm3\.shp comes without its \.prj/,
    ],
    ["no .dbf", { rename: (name) => name.replace(".dbf", ".db") }, /without its \.dbf/],
    [
      "another datum",
      {
        projection:
          'GEOGCS["Indian 1975",DATUM["Indian_1975",SPHEROID["Everest",6377276.345,300.8017]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]',
      },
      /^office\.zip, small_adm3\.shp is in Indian 1975/,
    ],
    [
      "a .shp that is cut",
      { break: ({ shp, dbf }) => ({ shp: shp.slice(0, -900), dbf }) },
      /small_adm3\.shp is damaged/,
    ],
    [
      "a .dbf that is cut",
      { break: ({ shp, dbf }) => ({ shp, dbf: dbf.slice(0, -700) }) },
      /damaged: the \.dbf says it has 9 rows/,
    ],
    [
      "millions of zeros behind its .shp",
      { break: ({ shp, dbf }) => ({ shp: Buffer.concat([shp, Buffer.alloc(4e6)]), dbf }) },
      /damaged: the \.shp has more than the 9 shapes/,
    ],
    ["nothing in its .shp", { break: ({ dbf }) => ({ shp: new Uint8Array(0), dbf }) }, /damaged/],
  ])("is refused with %s", async (_, unusual, message) => {
    await expect(loadShapefile(unusual)).rejects.toThrow(message);
    await expect(loadShapefile(unusual)).rejects.toThrow(NEXT);
  });

  it("names the one that has no shape", async () => {
    const rows = makeSmallCountry();
    rowOf(rows, "100103").geometry = null;
    await expect(loadShapefile({}, { rows })).rejects.toThrow(
      "office.zip (source small-country) was not loaded, and the boundaries in force stay as they are: tambon 100103 has no geometry (feature 3).",
    );
  });

  it("is refused when it is no zip, or the .shp alone", async () => {
    await expect(load(shapefileSource, "a.zip", "no zip")).rejects.toThrow(/a\.zip is not a readable zip/);
    await expect(load(shapefileSource, "a.shp", Buffer.from([0, 0, 0x27, 0x0a]))).rejects.toThrow(
      /the \.shp of a shapefile/,
    );
    await expect(load(shapefileSource, "a.zip", Buffer.from("PK\x03\x04broken"))).rejects.toThrow(
      /a\.zip is not a readable zip/,
    );
  });
});

const collection = (rows = makeSmallCountry(), more = {}) => ({
  type: "FeatureCollection",
  features: rows.map((row) => ({ type: "Feature", ...row })) as unknown[],
  ...more,
});
const loadGeoJson = (content: Uint8Array | string | object) =>
  load(
    smallSource,
    "office.geojson",
    typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
  );

describe("GeoJSON", () => {
  const lines = collection().features.map((feature) => JSON.stringify(feature));
  it.each<[string, string | Uint8Array | object]>([
    ["UTF-16", Buffer.from(`\uFEFF${JSON.stringify(collection(), null, 2)}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(JSON.stringify(collection(), null, 2), "utf16le")],
    [
      "300,000 spaces before its last bracket",
      JSON.stringify(collection()).replace(/}$/, `${" ".repeat(300_000)}}`),
    ],
    ["300,000 spaces at its end", JSON.stringify(collection()) + " ".repeat(300_000)],
    [
      "300,000 blank lines before its last bracket",
      JSON.stringify(collection()).replace(/}$/, `${"\n".repeat(300_000)}}`),
    ],
    ["a byte-order mark", `\uFEFF${JSON.stringify(collection())}`],
    ["Windows-874", toWindows874(JSON.stringify(collection()))],
    ["a feature per line", lines.join("\n")],
    ["a feature per line, CRLF and a blank one", `${lines.join("\r\n")}\r\n\r\n`],
    ["a text sequence of RFC 8142", lines.map((line) => `\x1E${line}\n`).join("")],
    [
      "an old crs member that says WGS 84",
      collection(undefined, { crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } } }),
    ],
  ])("is read in %s", async (_, content) => {
    const { areas } = await loadGeoJson(content);
    expect(areas.tambon[0]).toMatchObject({ code: "100101", name_th: "หนึ่ง" });
    expect(areas.tambon).toHaveLength(9);
  });

  it("drops heights and measures, and cleans names and codes, saying so", async () => {
    const rows = makeSmallCountry();
    for (const row of rows) {
      for (const ring of shapeOf(rows, String(row.properties.code).slice(2)).coordinates.flat()) {
        for (const point of ring) point.push(12.5);
      }
    }
    rowOf(rows, "100102").properties.th = "สอง\u200B";
    rowOf(rows, "100103").properties.en = "Sam\u00A0";
    const { areas, notes } = await loadGeoJson(collection(rows));
    expect(areas.tambon[1]).toMatchObject({ name_th: "สอง" });
    expect(areas.tambon[0]!.polygons[0]![0]![0]).toHaveLength(2);
    expect(notes).toContain('zero-width signs taken out: 1 (feature 2, th "สอง")');
  });

  it.each([
    ["UTF-16", Buffer.from(`\uFEFF${JSON.stringify(collection())}`, "utf16le")],
    ["Windows-874", toWindows874(JSON.stringify(collection()))],
  ])("says that it is in %s", async (name, content) => {
    expect((await loadGeoJson(content)).notes).toContain(
      `office.geojson: the text is in ${name}, and was read so`,
    );
  });

  const broken = (breakIt: (rows: RawRow[]) => void) => {
    const rows = makeSmallCountry();
    breakIt(rows);
    return collection(rows);
  };
  const geometry = (code: string, value: unknown) =>
    broken((rows) => {
      rowOf(rows, code).geometry = value as RawRow["geometry"];
    });
  it.each<[string, string | Uint8Array | object, RegExp]>([
    [
      "an empty polygon",
      geometry("100103", { type: "Polygon", coordinates: [] }),
      /tambon 100103 has no geometry: its Polygon is empty \(feature 3\)/,
    ],
    [
      "an empty ring",
      geometry("100103", { type: "Polygon", coordinates: [[]] }),
      /tambon 100103 has no geometry: its Polygon is empty/,
    ],
    [
      "an empty MultiPolygon",
      geometry("100103", { type: "MultiPolygon", coordinates: [[]] }),
      /tambon 100103 has no geometry: its MultiPolygon is empty/,
    ],
    [
      "a part that is empty",
      broken((rows) => shapeOf(rows, "110102").coordinates.push([])),
      /tambon 110102 has a MultiPolygon whose part 3 is empty/,
    ],
    ["a geometry that is null", geometry("100103", null), /tambon 100103 has no geometry \(feature 3\)/],
    [
      "a geometry collection",
      geometry("100103", { type: "GeometryCollection", geometries: [] }),
      /tambon 100103 has a GeometryCollection/,
    ],
    [
      "coordinates of another depth",
      geometry("100103", {
        type: "Polygon",
        coordinates: [
          [100, 9],
          [101, 9],
        ],
      }),
      /tambon 100103 has a Polygon whose coordinates/,
    ],
    [
      "coordinates that are null",
      geometry("100103", { type: "Polygon", coordinates: null }),
      /tambon 100103 has a Polygon whose coordinates/,
    ],
    ["a number", "5", /^office\.geojson is other JSON \(5\), not a GeoJSON FeatureCollection/],
    ["a text", '"x"', /^office\.geojson is other JSON \("x"\), not/],
    ["true", "true", /^office\.geojson is other JSON \(true\), not/],
    [
      "a type of a million letters",
      { type: `\x1B[2J${"x".repeat(1e6)}` },
      /^office\.geojson is a "\\u001b\[2Jx{50,60}…", not/,
    ],
    [
      "coordinates nested 200,000 deep",
      JSON.stringify(geometry("100103", { type: "Polygon", coordinates: ["deep"] })).replace(
        '"deep"',
        "[".repeat(200_000) + "]".repeat(200_000),
      ),
      /tambon 100103 has a point that is not two numbers \(longitude, latitude\): lists in lists, thousands deep \(feature 3\)/,
    ],
    [
      "coordinates nested 200,000 deep that are to be turned",
      JSON.stringify({
        ...geometry("100103", { type: "MultiPolygon", coordinates: ["deep"] }),
        crs: { type: "name", properties: { name: "EPSG:32647" } },
      }).replace('"deep"', "[".repeat(200_000) + "]".repeat(200_000)),
      /tambon 100103 has a point that is not two numbers/,
    ],
    ...(
      [
        [["99.0", "18.7"], '["99.0","18.7"]'],
        [[[99.0], 18.7], "[[99],18.7]"],
        [[null, 18.7], "[null,18.7]"],
        [[true, 18.7], "[true,18.7]"],
        [[99.0], "99"],
        [[], "nothing"],
        [[1e308, 18.7], "1e+308, 18.7"],
      ] as [unknown[], string][]
    ).map(([point, shows]): [string, object, RegExp] => [
      `a point of ${JSON.stringify(point)}`,
      geometry("100103", { type: "Polygon", coordinates: [[[100, 9], point, [100.1, 9.1], [100, 9]]] }),
      new RegExp(
        `tambon 100103 has a point that is not two numbers \\(longitude, latitude\\): ${shows.replace(/[[\]+.]/g, "\\$&")} \\(feature 3\\)`,
      ),
    ]),
    [
      "a geometry without a type",
      geometry("100103", { coordinates: [] }),
      /100103 has a geometry that does not say what it is/,
    ],
    [
      "a geometry that is a list",
      geometry("100103", [1, 2]),
      /feature 3: its geometry is \[1,2\], no object/,
    ],
    [
      "a geometry of a strange type",
      geometry("100103", { type: "\nNext: x" }),
      /100103 has a \\nNext: x, not a polygon/,
    ],
    [
      "a name of two million letters",
      broken((rows) => {
        rowOf(rows, "100103").properties.th = "ก".repeat(2e6);
      }),
      /tambon has "ก{60}…" where its code or name should be, of 2000000 letters; no name has more than 200 \(feature 3, th\)/,
    ],
    [
      "a name in a list",
      broken((rows) => {
        rowOf(rows, "100103").properties.th = ["สาม"];
      }),
      /tambon has \["สาม"\] where its code or name should be \(feature 3, th\)/,
    ],
    [
      "a code that is an object",
      broken((rows) => {
        rowOf(rows, "100103").properties.code = { a: 1 };
      }),
      /tambon has \{"a":1\} where its code or name should be \(feature 3, code\)/,
    ],
    [
      "a name that moves the cursor",
      broken((rows) => {
        rowOf(rows, "100103").properties.th = "\x1B[31mสาม\x9B";
      }),
      /the Thai name "\\u001b\[31mสาม\\u009b" is blank or not Thai/,
    ],
    [
      "a crs without a name",
      { ...collection(), crs: { type: "name", properties: { name: "" } } },
      /^office\.geojson has a crs whose name is blank/,
    ],
    [
      "a feature that is null",
      { ...collection(), features: [null, ...collection().features] },
      /^office\.geojson, feature 1: null stands where a feature should/,
    ],
    [
      "a feature that is none",
      { ...collection(), features: [...collection().features, { type: "Point" }] },
      /feature 10: no Feature but/,
    ],
    [
      "columns in small letters",
      broken((rows) => {
        for (const row of rows)
          row.properties = Object.fromEntries(
            Object.entries(row.properties).map(([key, value]) => [key.toUpperCase(), value]),
          );
      }),
      /columns code, th, en, district_code.* are missing; the file has CODE, TH, EN/,
    ],
    [
      "a code spoilt by a spreadsheet",
      broken((rows) => {
        rowOf(rows, "100103").properties.code = "1.00103E+05";
      }),
      /the code "1\.00103E\+05".*spreadsheet.*\(feature 3, code\)/,
    ],
    [
      "another datum",
      collection(undefined, { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4240" } } }),
      /^office\.geojson is in urn:ogc:def:crs:EPSG::4240, Indian 1975/,
    ],
    [
      "another datum in one feature",
      {
        ...collection(),
        features: [
          {
            ...(collection().features[0] as object),
            crs: { type: "name", properties: { name: "EPSG:4240" } },
          },
        ],
      },
      /feature 1: it is in EPSG:4240, Indian 1975/,
    ],
    ["no feature", { type: "FeatureCollection", features: [] }, /without a feature/],
    ["a bare geometry", makeSmallCountry()[0]!.geometry!, /is a bare MultiPolygon, without codes/],
    ["a single feature", collection().features[0] as object, /is one Feature, not/],
    [
      "TopoJSON",
      { type: "Topology", objects: {}, arcs: [] },
      /is TopoJSON, not[\s\S]*"format" of the source/,
    ],
    ["JSON of ArcGIS", { geometryType: "esriGeometryPolygon", features: [] }, /JSON of ArcGIS/],
    [
      "half a file",
      JSON.stringify(collection()).slice(0, -500),
      /^office\.geojson line 1, character \d+: the JSON ends in the middle/,
    ],
    [
      "half a line",
      lines.join("\n").slice(0, -500),
      /^office\.geojson line 9, character \d+: the JSON ends in the middle/,
    ],
    [
      "a word that is no JSON",
      JSON.stringify(collection(), null, 1).replace('"geometry": {', '"geometry": NaN, "x": {'),
      /^office\.geojson line \d+, character \d+: this is not JSON: "NaN/,
    ],
    [
      "a comma too many",
      '{"type": "FeatureCollection",\n "features": [1,]}',
      /line 2, character 17: this is not JSON: "\]}"/,
    ],
    ["nothing", "\uFEFF \r\n", /nothing in it/],
    ["CSV", "code,name\n50,x\n", /line 1, character 1: this is not JSON/],
    ["a web page", "<!DOCTYPE html><html>", /is a web page \(HTML\), not JSON/],
    ["a zip", Buffer.from("PK\x03\x04"), /is a zip, not JSON/],
  ])("is refused with %s", async (_, content, message) => {
    await expect(loadGeoJson(content)).rejects.toThrow(message);
    await expect(loadGeoJson(content)).rejects.toThrow(NEXT);
    // whatever the file has in it
    await expect(loadGeoJson(content)).rejects.not.toThrow(/(?!\n)\p{Cc}/u);
  });
});

describe("TopoJSON", () => {
  const source: BoundarySource = {
    ...smallSource,
    format: "topojson",
    objects: { tambon: "t", district: "d", province: "p" },
  };
  const objects = Object.fromEntries(
    ["t", "d", "p"].map((name) => [name, { type: "GeometryCollection", geometries: [] as unknown[] }]),
  );
  it.each<[string, string | object, RegExp]>([
    ["GeoJSON", collection(), /^office\.topojson is a "FeatureCollection", not TopoJSON/],
    [
      "another object",
      { type: "Topology", arcs: [], objects: { other: objects.t } },
      /has no collection "t"; it has other/,
    ],
    [
      "a null among its features",
      {
        type: "Topology",
        arcs: [],
        objects: { ...objects, t: { type: "GeometryCollection", geometries: [null] } },
      },
      /feature 1 of t: null/,
    ],
    [
      "arcs that are not there",
      {
        type: "Topology",
        arcs: [],
        objects: {
          ...objects,
          t: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[7]] }] },
        },
      },
      /feature 1 of t: it names arcs/,
    ],
    [
      "another datum",
      { type: "Topology", arcs: [], objects, crs: { type: "name", properties: { name: "EPSG:4240" } } },
      /Indian 1975/,
    ],
    ["half a file", '{"type": "Topology", "arcs": [', /ends in the middle/],
  ])("is refused with %s", async (_, content, message) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await expect(load(source, "office.topojson", text)).rejects.toThrow(message);
    await expect(load(source, "office.topojson", text)).rejects.toThrow(NEXT);
  });
});
