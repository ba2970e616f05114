// A country of nine tambon for tests: a grid of wavy squares, an enclave and an island, in Thailand's waters.
// Each test breaks one thing of it.
import type { MultiPolygon, Position } from "geojson";
import type { Lookups } from "./lookups.ts";
import type { RawLevels, RawRow } from "./reader.ts";
import { type BoundarySource, boundarySource } from "./source.schema.ts";

const WEST = 100;
const SOUTH = 9;
const SIDE = 0.2;

export const smallSource: BoundarySource = boundarySource.parse({
  id: "small-country",
  title: { th: "ประเทศเล็ก", en: "Small country" },
  publisher: "tests",
  licence: "none",
  licence_url: null,
  attribution: "tests",
  url: null,
  sha256: null,
  reference_date: null,
  sample: true,
  redistributable: true,
  fineness: 0,
  format: "geojson",
  file_name: "small.geojson",
  bytes: null,
  download_on_first_start: false,
  code_prefix: "TH",
  columns: {
    tambon: { code: "code", name_th: "th", name_en: "en" },
    district: { code: "district_code", name_th: "district_th", name_en: "district_en" },
    province: { code: "province_code", name_th: "province_th", name_en: "province_en" },
  },
  thai_names_cut_at: 16,
  expected: { province: 2, district: 3, tambon: 9 },
});

export const smallLookups: Lookups = {
  provenance: {
    id: "small-lookups",
    title: { th: "แก้ไข", en: "Repairs" },
    publisher: "tests",
    licence: "none",
    licence_url: null,
    attribution: "tests",
    url: null,
    sha256: null,
    reference_date: null,
    sample: true,
    redistributable: true,
  },
  nameRepairs: [
    {
      code: "110101",
      found: "นิคมสร้างตนเองลำ",
      name_th: "นิคมสร้างตนเองลำโดมน้อย",
      reason: "cut at 16 characters",
    },
  ],
  areasWithoutPolygon: [
    {
      code: "100105",
      name_th: "ใหม่",
      name_en: "Mai",
      shape_code: "100104",
      reason_th: "แยกภายหลัง",
      reason_en: "split later",
    },
  ],
  fingerprint: "small",
};

const districts = {
  "1001": { th: "พระนคร", en: "Phra Nakhon" },
  "1002": { th: "ดุสิต", en: "Dusit" },
  "1101": { th: "เมืองเล็ก", en: "Mueang Lek" },
} as const;
const provinces = { "10": { th: "กรุงเทพมหานคร", en: "Bangkok" }, "11": { th: "เล็ก", en: "Lek" } } as const;

type DistrictCode = keyof typeof districts;
type ProvinceCode = keyof typeof provinces;

/** Rows as a flat file gives them, with P-codes ("TH…"). */
export function makeSmallCountry(): RawRow[] {
  const enclave = wavyRing(WEST + SIDE * 1.3, SOUTH + SIDE * 1.3, SIDE * 0.4);
  return [
    row("100101", "หนึ่ง", "Nueng", [[square(0, 0)]]),
    row("100102", "สอง", "Song", [[square(0, 1)]]),
    row("100103", "สาม", "Sam", [[square(1, 0)]]),
    row("100104", "สี่", "Si", [[square(1, 1), enclave]]),
    row("100201", "จ.ป.ร.", "Cho Po Ro", [[square(2, 0)]]),
    row("100202", "สุไหงโก-ลก", "Su-ngai Kolok", [[square(2, 1)]]),
    row("100203", "กลาง", "Klang", [[enclave]]),
    row("110101", "นิคมสร้างตนเองลำ", "Lam Dom Noi", [[square(3, 0)]]),
    row("110102", "เกาะ", "Ko", [
      [square(3, 1)],
      [wavyRing(WEST + SIDE * 4.05, SOUTH + SIDE * 1.5, SIDE * 0.1)],
    ]),
  ];
}

export const asLevels = (tambon: RawRow[]): RawLevels => ({ tambon, district: tambon, province: tambon });

/** The polygon of a row, to be broken by a test. */
export const shapeOf = (rows: RawRow[], code: string): MultiPolygon =>
  rowOf(rows, code).geometry as MultiPolygon;

export function rowOf(rows: RawRow[], code: string): RawRow {
  const found = rows.find(({ properties }) => properties.code === `TH${code}`);
  if (!found) throw new Error(`no row ${code}`);
  return found;
}

function row(code: string, th: string, en: string, coordinates: Position[][][]): RawRow {
  const district = code.slice(0, 4) as DistrictCode;
  const province = code.slice(0, 2) as ProvinceCode;
  return {
    properties: {
      code: `TH${code}`,
      th,
      en,
      district_code: `TH${district}`,
      district_th: districts[district].th,
      district_en: districts[district].en,
      province_code: `TH${province}`,
      province_th: provinces[province].th,
      province_en: provinces[province].en,
    },
    geometry: structuredClone({ type: "MultiPolygon", coordinates }),
  };
}

const square = (column: number, line: number): Position[] =>
  wavyRing(WEST + column * SIDE, SOUTH + line * SIDE, SIDE);

/** A square whose sides wave; the wave depends on the place alone, so neighbours have the same points. */
function wavyRing(west: number, south: number, side: number): Position[] {
  const [east, north] = [west + side, south + side];
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const ring: Position[] = [];
  corners.slice(1).forEach(([toX, toY], index) => {
    const [fromX, fromY] = corners[index] as [number, number];
    for (let step = 0; step < 20; step++) {
      const share = step / 20;
      const x = fromX + (toX! - fromX) * share;
      const y = fromY + (toY! - fromY) * share;
      const wave = step === 0 ? 0 : side * 0.02 * Math.sin((x + y) * 400);
      ring.push(fromX === toX ? [round(x + wave), round(y)] : [round(x), round(y + wave)]);
    }
  });
  return [...ring, ring[0]!];
}

const round = (value: number): number => Number(value.toFixed(7));
