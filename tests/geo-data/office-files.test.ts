// Files as offices have them, through the command that an administrator types: what is read says what was turned, what is
// refused says where and what next, and what was loaded before still serves. Small files of our own; those beside the
// repository too, where they are.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@phuenthi/db/migrate";
import { runCommand } from "@phuenthi/geo-data/commands";
import { lookupsFolder } from "@phuenthi/geo-data/import/folders";
import { makeShapefileZip } from "@phuenthi/geo-data/import/shapefile-zip.fixture";
import { toWindows874 } from "@phuenthi/geo-data/import/windows-874.fixture";
import type { MultiPolygon, Position } from "geojson";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { query, withOwnDatabase } from "../helpers/database.ts";

const folder = mkdtempSync(join(tmpdir(), "phuenthi-office-"));
const given =
  [
    join(import.meta.dirname, "../../../shared/cases"),
    join(process.env.GEO_DATA_DIR || ".", "../cases"),
  ].find((path) => existsSync(path)) ?? "";
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

interface Case {
  file: string;
  content: Uint8Array | string;
  /** Of what is said: when read, when refused. */
  says: RegExp;
  refused?: true;
}

/** What the command prints, and its exit code. */
async function load(id: string, path: string): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const keep = (line: unknown) => void lines.push(String(line));
  const out = vi.spyOn(console, "log").mockImplementation(keep);
  const error = vi.spyOn(console, "error").mockImplementation(keep);
  try {
    return { code: await runCommand(["load", id, path]), said: lines.join("\n") };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}

function put({ file, content }: Pick<Case, "file" | "content">): string {
  const path = join(folder, file);
  writeFileSync(path, content);
  return path;
}

function expectRefusal({ code, said }: { code: number; said: string }, { file, says }: Case): void {
  expect(code).toBe(1);
  expect(said).toContain(file);
  expect(said).toMatch(says);
  expect(said).toMatch(/\nNext: [^\n]+$/);
  expect(said).not.toMatch(/\n\s+at /);
}

const shipped = readFileSync(join(lookupsFolder, "regions.csv"), "utf8");
const crlf = shipped.replaceAll("\n", "\r\n");
const heading = shipped.slice(0, shipped.indexOf("\n") + 1);
const regionCases: Case[] = [
  { file: "regions-cp874.csv", content: toWindows874(crlf), says: /text is in Windows-874/ },
  { file: "regions-utf16.csv", content: Buffer.from(`\uFEFF${crlf}`, "utf16le"), says: /text is in UTF-16/ },
  {
    file: "regions-semicolon.csv",
    content: shipped.replaceAll(/,(?! )/g, ";"),
    says: /separated by semicolons/,
  },
  { file: "regions-blank-end.csv", content: `${crlf}\r\n,,,,,\r\n`, says: /are in force/ },
  {
    file: "regions-zwsp.csv",
    content: shipped.replaceAll("เหนือ,", "เหนือ\u200B,"),
    says: /zero-width signs taken out: \d+ \(line 2, region_th/,
  },
  {
    file: "regions-be-dates.csv",
    content: shipped.replaceAll(/,,$/gm, ",2563-10-01,"),
    says: /dates turned to CE: 77 \(line 2, valid_from "2563-10-01" → 2020-10-01/,
  },
  { file: "regions-empty.csv", content: "", says: /nothing in it/, refused: true },
  { file: "regions-header-only.csv", content: heading, says: /no line under it/, refused: true },
  {
    file: "regions-extra-col.csv",
    content: shipped.replace("valid_to", "valid_to,note"),
    says: /line 1: the heading has "note" \(column 7\)/,
    refused: true,
  },
];
regionCases.push(
  {
    file: "regions-blank-middle.csv",
    content: shipped.replace("\n", "\n".repeat(300_000)),
    says: /299999 blank lines left out/,
  },
  { file: "regions-r01.csv", content: shipped.replace("R1,", "R01,"), says: /"R01" → R1/ },
  {
    file: "regions-one.csv",
    content: shipped.split("\n").slice(0, 2).join("\n"),
    says: /leaves 76 of 77 provinces without a region today: 10, 11/,
    refused: true,
  },
);
const grouping = "select region_code, province_code, valid_from, valid_to from region_province order by 2, 1";

describe("geo:load regions", () => {
  it("reads what offices write, and keeps the regions in force where it cannot", {
    timeout: 120_000,
  }, async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      vi.stubEnv("DATABASE_URL", ownerUrl);
      for (const one of [...regionCases, ...theirs(regionCases)]) {
        const before = await query(ownerUrl, grouping);
        const outcome = await load("regions", put(one));
        const after = await query(ownerUrl, grouping);
        if (one.refused) {
          expectRefusal(outcome, one);
          expect(after).toEqual(before);
          continue;
        }
        expect(outcome.said).toMatch(one.says);
        expect(outcome.code).toBe(0);
        expect(after).toHaveLength(77);
        const unseen = await query(ownerUrl, "select 1 from region where name_th ~ '[\u200B\u00A0]'");
        expect(unseen).toEqual([]);
        const late = await query(ownerUrl, "select 1 from region_province where valid_from > '2400-01-01'");
        expect(late).toEqual([]);
      }
    });
  });

  it("ends with exit code 1 as a program, without a stack", async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const cli = join(import.meta.dirname, "../../geo-data/cli.ts");
      const args = ["--import", "tsx", cli, "load", "regions", join(folder, "not-there.csv")];
      const failure = (() => {
        try {
          execFileSync(process.execPath, args, {
            env: { ...process.env, DATABASE_URL: ownerUrl },
            stdio: "pipe",
          });
        } catch (error) {
          return error as { status: number; stderr: Buffer };
        }
        return null;
      })();
      expect(failure?.status).toBe(1);
      expect(failure?.stderr.toString()).toMatch(
        /^There is no file .*not-there\.csv\.\nNext: check the path\.\n$/,
      );
    });
  });
});

const square = (west: number, south: number): MultiPolygon => {
  const ring: Position[] = [
    [0, 0],
    [0.1, 0],
    [0.1, 0.1],
    [0, 0.1],
    [0, 0],
  ];
  return {
    type: "MultiPolygon",
    coordinates: [[ring.map(([x, y]) => [round(west + x!), round(south + y!)])]],
  };
};
const round = (value: number) => Number(value.toFixed(7));
const areas = [
  ["500101", "ศรีภูมิ", "Si Phum", square(98.9, 18.7)],
  ["500102", "พระสิงห์", "Phra Sing", square(99, 18.7)],
  ["500201", "ข่วงเปา", "Khuang Pao", square(98.9, 18.8)],
  ["500202", "สบเตี๊ยะ", "Sop Tia", square(99, 18.8)],
] as const;
const rows = areas.map(([code, th, en, geometry]) => ({
  geometry,
  properties: {
    T_CODE: code,
    T_TH: th,
    T_EN: en,
    A_CODE: code.slice(0, 4),
    A_TH: code.startsWith("5001") ? "เมืองเชียงใหม่" : "จอมทอง",
    A_EN: code.startsWith("5001") ? "Mueang Chiang Mai" : "Chom Thong",
    P_CODE: "50",
    P_TH: "เชียงใหม่",
    P_EN: "Chiang Mai",
  },
}));
const features = rows.map((row) => ({ type: "Feature", ...row }));
const geoJson = (changes: object = {}) => JSON.stringify({ type: "FeatureCollection", features, ...changes });
const zipped = (unusual: Parameters<typeof makeShapefileZip>[2] = {}) =>
  makeShapefileZip(rows, (text) => Buffer.from(text), { name: "tambon", ...unusual });
const inCapitals = (text: string) => text.replace(/\w+$/, (ending) => ending.toUpperCase());
const indian =
  'GEOGCS["Indian 1975",DATUM["Indian 1975",SPHEROID["Everest 1830 (1937 Adjustment)",6377276.345,300.8017],TOWGS84[210,814,289,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';

const boundaryCases: Case[] = [
  { file: "ok.geojson", content: geoJson(), says: /is in force/ },
  { file: "s-ok.zip", content: zipped(), says: /is in force/ },
  { file: "s-upperext.zip", content: zipped({ rename: inCapitals }), says: /is in force/ },
  {
    file: "s-mac.zip",
    content: zipped({ beside: { "__MACOSX/._tambon.shp": new Uint8Array(9) } }),
    says: /is in force/,
  },
  { file: "s-nulpad.zip", content: zipped({ padding: "\0" }), says: /is in force/ },
  {
    file: "s-prj-pretty.zip",
    content: zipped({
      projection:
        'GEOGCS[\n  "WGS 84",\n  DATUM["WGS_1984",\n    SPHEROID["WGS 84",6378137,298.257223563]],\n  UNIT["degree",0.0174532925199433]]',
    }),
    says: /is in force/,
  },
  {
    file: "s-wkt2.zip",
    content: zipped({
      projection:
        'GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],CS[ellipsoidal,2],AXIS["longitude",east],AXIS["latitude",north],ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",4326]]',
    }),
    says: /is in force/,
  },
  {
    file: "s-indian-towgs84.zip",
    content: zipped({ projection: indian }),
    says: /coordinates turned from Indian 1975 \(datum Indian 1975\) into WGS 84 by its own TOWGS84/,
  },
  {
    file: "ndjson.geojson",
    content: features.map((one) => JSON.stringify(one)).join("\n"),
    says: /4 features, each a text of its own/,
  },
  {
    file: "utf16.geojson",
    content: Buffer.from(`\uFEFF${JSON.stringify(JSON.parse(geoJson()), null, 2)}`, "utf16le"),
    says: /is in force/,
  },
  {
    file: "crs-indian1975.geojson",
    content: geoJson({ crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4240" } } }),
    says: /EPSG::4240, Indian 1975, not in WGS 84/,
    refused: true,
  },
  {
    file: "empty-polygon.geojson",
    content: geoJson({
      features: features.with(2, {
        ...features[2]!,
        geometry: { type: "Polygon", coordinates: [] } as never,
      }),
    }),
    says: /tambon 500\d+ has no geometry.*\(feature \d\)/,
    refused: true,
  },
  {
    file: "nullfeature.geojson",
    content: geoJson({ features: [null, ...features] }),
    says: /feature 1: null stands/,
    refused: true,
  },
  {
    file: "lowercase.geojson",
    content: geoJson().replaceAll(/[TAP]_(CODE|TH|EN)/g, (name) => name.toLowerCase()),
    says: /columns T_CODE, T_TH.* are missing; the file has t_code, t_th/,
    refused: true,
  },
];

const moved = (west: number): object[] => features.with(1, { ...features[1]!, geometry: square(west, 18.7) });
const locked = Buffer.from(zipped());
const list = locked.indexOf("PK\x01\x02");
locked.writeUInt16LE(1, list + 8);
const otherwise = Buffer.from(zipped());
otherwise.writeUInt32LE(0, list + 16);
boundaryCases.push(
  {
    file: "spaces.geojson",
    content: geoJson().replace(/}$/, `${" ".repeat(300_000)}}`),
    says: /is in force/,
  },
  {
    file: "overlap.geojson",
    content: geoJson({ features: moved(98.95) }),
    says: /tambon 500101 and 500102 overlap near 98\.\d+, 18\.\d+/,
    refused: true,
  },
  { file: "crc.zip", content: otherwise, says: /is damaged: tambon\.shp was changed/, refused: true },
  { file: "locked.zip", content: locked, says: /tambon\.shp is locked with a password/, refused: true },
  { file: "number.geojson", content: "5", says: /is other JSON \(5\)/, refused: true },
  {
    file: "deep.geojson",
    content: geoJson({
      features: features.with(1, {
        ...features[1]!,
        geometry: { type: "Polygon", coordinates: "deep" } as never,
      }),
    }).replace('"deep"', "[".repeat(200_000) + "]".repeat(200_000)),
    says: /tambon 500102 has a point that is not two numbers/,
    refused: true,
  },
);

/** A declaration as an office writes it, in a folder of its own. */
function declare(id: string, format: string): void {
  const column = (letter: string) => ({
    code: `${letter}_CODE`,
    name_th: `${letter}_TH`,
    name_en: `${letter}_EN`,
  });
  const declared = {
    id,
    title: { th: "ทดสอบ", en: "Test" },
    publisher: "tests",
    licence: "none",
    licence_url: null,
    attribution: "tests",
    url: null,
    sha256: null,
    reference_date: null,
    sample: true,
    fineness: 0,
    format,
    file_name: "office.file",
    bytes: null,
    download_on_first_start: false,
    columns: { tambon: column("T"), district: column("A"), province: column("P") },
    expected: { province: 1, district: 2, tambon: 4 },
  };
  writeFileSync(join(folder, `${id}.source.json`), JSON.stringify(declared));
}

describe("geo:load of boundaries", () => {
  beforeAll(() => {
    declare("office-lines", "geojson");
    declare("office-shapes", "shapefile-zip");
  });
  const serving = `select version.id, count(*)::integer as shapes, min(st_xmin(geom)) as west
    from boundary_version version join area_shape on boundary_version_id = version.id where is_current group by 1`;

  it("reads what offices have, and keeps the boundaries in force where it cannot", {
    timeout: 240_000,
  }, async () => {
    await withOwnDatabase(
      async ({ ownerUrl }) => {
        await migrate({ databaseUrl: ownerUrl });
        vi.stubEnv("DATABASE_URL", ownerUrl);
        vi.stubEnv("GEO_SOURCES_DIR", folder);
        for (const one of [...boundaryCases, ...theirs(boundaryCases)]) {
          const before = await query(ownerUrl, serving);
          const outcome = await load(one.file.endsWith(".zip") ? "office-shapes" : "office-lines", put(one));
          const after = await query(ownerUrl, serving);
          if (one.refused) {
            expectRefusal(outcome, one);
            expect(after).toEqual(before);
            expect(after).toHaveLength(1);
            continue;
          }
          expect(outcome.said).toMatch(one.says);
          expect(outcome.code).toBe(0);
          expect(after).toMatchObject([{ shapes: 7 }]);
          expect(after[0].west).toBeCloseTo(one.file.includes("indian") ? 98.8968 : 98.9, 4);
          const names = await query(
            ownerUrl,
            "select name_th from area where level = 'tambon' order by code",
          );
          expect(names.map(({ name_th }) => name_th)).toEqual(areas.map(([, th]) => th));
        }
      },
      { empty: true },
    );
  });
});

/** The given files of the same names, which must answer alike. */
function theirs(cases: readonly Case[]): Case[] {
  if (given === "") return [];
  return cases
    .filter(({ file }) => existsSync(join(given, file)))
    .map((one) => ({ ...one, content: readFileSync(join(given, one.file)) }));
}

it.skipIf(given === "")("has an answer for each of the given files", () => {
  const files = readdirSync(given).filter((file) => file !== "README.md");
  expect(files.length).toBeGreaterThan(20);
  expect(
    theirs([...regionCases, ...boundaryCases])
      .map(({ file }) => file)
      .sort(),
  ).toEqual(files.sort());
});
