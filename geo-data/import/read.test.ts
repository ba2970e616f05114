import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { topology } from "topojson-server";
import { describe, expect, it } from "vitest";
import type { FoundFile } from "./find-file.ts";
import { understand } from "./prepare.ts";
import { readSourceFile } from "./read.ts";
import { makeShapefileZip } from "./shapefile-zip.fixture.ts";
import { makeSmallCountry, smallLookups, smallSource } from "./small-country.fixture.ts";
import type { BoundarySource } from "./source.schema.ts";
import { toWindows874 } from "./windows-874.fixture.ts";

function saved(content: Uint8Array | string): FoundFile {
  const path = join(mkdtempSync(join(tmpdir(), "read-")), "file");
  writeFileSync(path, content);
  return { path, sha256: createHash("sha256").update(content).digest("hex") };
}

/** Short field names, since a .dbf allows ten letters. */
const shapefileSource: BoundarySource = {
  ...smallSource,
  format: "shapefile-zip",
  columns: {
    tambon: { code: "c3", name_th: "t3", name_en: "e3" },
    district: { code: "c2", name_th: "t2", name_en: "e2" },
    province: { code: "c1", name_th: "t1", name_en: "e1" },
  },
};
const shapefileRows = () =>
  makeSmallCountry().map(({ properties: own, geometry }) => ({
    geometry,
    properties: {
      c3: own.code,
      t3: own.th,
      e3: own.en,
      c2: own.district_code,
      t2: own.district_th,
      e2: own.district_en,
      c1: own.province_code,
      t1: own.province_th,
      e1: own.province_en,
    },
  }));

describe("readSourceFile", () => {
  it.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["Windows-874", toWindows874],
  ])("reads a zipped shapefile in %s", async (_, encode) => {
    const raw = await readSourceFile(shapefileSource, saved(makeShapefileZip(shapefileRows(), encode)));
    const { areas } = understand(shapefileSource, raw, smallLookups);
    expect(areas.tambon.map(({ name_th }) => name_th).slice(4)).toEqual([
      "จ.ป.ร.",
      "สุไหงโก-ลก",
      "กลาง",
      "นิคมสร้างตนเองลำโดมน้อย",
      "เกาะ",
    ]);
    expect(areas.tambon.at(-1)!.polygons).toHaveLength(2);
  });

  it("says so when the zip has no such shapefile, or is none", async () => {
    const zip = makeShapefileZip(shapefileRows(), toWindows874);
    const other = { ...shapefileSource, zip_member: "adm9" };
    await expect(readSourceFile(other, saved(zip))).rejects.toThrow('no shapefiles in the zip have "adm9"');
    await expect(readSourceFile(shapefileSource, saved("no zip"))).rejects.toThrow("not a readable zip");
  });

  it("reads GeoJSON", async () => {
    const features = makeSmallCountry().map((row) => ({ type: "Feature", ...row }));
    const raw = await readSourceFile(
      smallSource,
      saved(JSON.stringify({ type: "FeatureCollection", features })),
    );
    expect(understand(smallSource, raw, smallLookups).areas.province).toHaveLength(2);
  });

  it("reads TopoJSON, with the levels as objects of their own", async () => {
    const source: BoundarySource = {
      ...smallSource,
      format: "topojson",
      objects: { tambon: "t", district: "d", province: "p" },
    };
    const features = makeSmallCountry().map((row) => ({
      type: "Feature" as const,
      ...row,
      geometry: row.geometry!,
    }));
    const collection = { type: "FeatureCollection" as const, features };
    // one row per parent, as a file with dissolved levels has
    const once = (column: string) => ({
      ...collection,
      features: features.filter(
        ({ properties }, index) =>
          features.findIndex((other) => other.properties[column] === properties[column]) === index,
      ),
    });
    const file = topology({ t: collection, d: once("district_code"), p: once("province_code") }, 1e6);
    const raw = await readSourceFile(source, saved(JSON.stringify(file)));
    const { areas, coverage } = understand(source, raw, smallLookups);
    expect(areas.district.map(({ name_en }) => name_en)).toEqual(["Phra Nakhon", "Dusit", "Mueang Lek"]);
    expect(coverage.areas).toHaveLength(9);
  });
});
