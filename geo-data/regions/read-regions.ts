// A grouping of provinces into regions, read from CSV: one line per province and time in a region.
import { cleanCode, spoiltCode } from "../import/clean-text.ts";
import { readCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";
import { MOST_NAME_LETTERS } from "../import/most.ts";
import { Notes } from "../import/notes.ts";
import { listed, quoted, shown } from "../import/quoted.ts";
import { readDate } from "../import/read-date.ts";

const COLUMNS = ["region_code", "region_th", "region_en", "province_code", "valid_from", "valid_to"] as const;
type Column = (typeof COLUMNS)[number];

export interface RegionLine {
  region_code: string;
  region_th: string;
  region_en: string;
  province_code: string;
  /** first and last day, null for no end */
  valid_from: string | null;
  valid_to: string | null;
}

/** A province moves seldom: a grouping has a line for each, and a few more. */
const MOST_LINES = 5_000;

/**
 * @param input the file, as bytes or text
 * @param provinces codes of the register; each must be in a region today
 * @throws GeoDataError naming file, line, column and value of the first thing that is wrong
 */
export function readRegions(
  input: Uint8Array | string,
  file: string,
  provinces: readonly string[],
  notes = new Notes(),
): RegionLine[] {
  const lines: (RegionLine & { line: number })[] = [];
  const rows = readCsv(input, { file, columns: COLUMNS, mayBeBlank: ["valid_from", "valid_to"], notes });
  if (rows.length > MOST_LINES) {
    throw new GeoDataError(
      `${file} has ${rows.length} lines, and no more than ${MOST_LINES} are read: a grouping has one for each province.`,
      "name another file; nothing was loaded.",
    );
  }
  for (const { line, cells } of rows) {
    const refuse = (column: Column, why: string, value: string = cells[column]): never => {
      const what = value === "" ? "blank" : quoted(value);
      throw new GeoDataError(
        `${file} line ${line}, ${column}: ${what} ${why}.`,
        "correct the line; nothing was loaded.",
      );
    };
    const code = (column: Column) => cleanCode(cells[column], notes, `line ${line}, ${column}`);
    const day = (column: Column) => {
      const text = cells[column];
      if (/^[-–—]?$/.test(text)) return null;
      const read = readDate(text);
      if ("refused" in read) return refuse(column, read.refused);
      if (read.turned)
        notes.add("dates turned to CE", `line ${line}, ${column} ${quoted(text)} → ${read.date}`);
      return read.date;
    };
    const one = {
      line,
      region_code: regionCode(code("region_code"), `line ${line}, region_code`, notes),
      region_th: cells.region_th,
      region_en: cells.region_en,
      province_code: code("province_code").replace(/^TH(?=\d)/i, ""),
      valid_from: day("valid_from"),
      valid_to: day("valid_to"),
    };
    if (!/^R[1-9][0-9]?$/.test(one.region_code)) refuse("region_code", "is not R and a number, such as R3");
    if (!/[\u0E01-\u0E2E]/.test(one.region_th)) refuse("region_th", "is no Thai name");
    if (!/[A-Za-z]/.test(one.region_en)) refuse("region_en", "is no English name");
    for (const column of ["region_th", "region_en"] as const) {
      const { length } = one[column];
      if (length > MOST_NAME_LETTERS) {
        refuse(column, `has ${length} letters, and no name has more than ${MOST_NAME_LETTERS}`);
      }
    }
    if (!/^[0-9]{2}$/.test(one.province_code)) {
      refuse("province_code", `is no province's code of 2 digits${spoiltCode(one.province_code, 2)}`);
    }
    if (!provinces.includes(one.province_code)) refuse("province_code", "is no province of the register");
    if (one.valid_from && one.valid_to && one.valid_from > one.valid_to) {
      refuse("valid_to", `is before valid_from (${one.valid_from})`);
    }
    const namesake = lines.find(({ region_code }) => region_code === one.region_code);
    for (const column of ["region_th", "region_en"] as const) {
      if (namesake && namesake[column] !== one[column]) {
        refuse(
          column,
          `is another name of ${one.region_code} than line ${namesake.line} has (${shown(namesake[column])})`,
        );
      }
    }
    const twice = lines.find((other) => other.province_code === one.province_code && overlap(other, one));
    if (twice)
      refuse("province_code", `is in ${twice.region_code} at that time already (line ${twice.line})`);
    lines.push(one);
  }
  refuseIncomplete(file, lines, provinces);
  return lines;
}

/** R01 is R1: two codes that differ by a zero would be two regions of one name. */
function regionCode(text: string, place: string, notes: Notes): string {
  const upper = text.toUpperCase();
  const code = upper.replace(/^R0+(?=[1-9])/, "R");
  if (code !== upper) notes.add("codes written another way", `${place} ${quoted(text)} → ${shown(code)}`);
  return code;
}

/** The file takes the place of the whole grouping, so a province that it leaves out would be in no region. */
function refuseIncomplete(file: string, lines: readonly RegionLine[], provinces: readonly string[]): void {
  // in Thailand, where no hour is ever put forward
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const isNow = ({ valid_from, valid_to }: RegionLine) =>
    (valid_from ?? "") <= today && today <= (valid_to ?? "9999");
  const named = new Set(lines.filter(isNow).map((one) => one.province_code));
  const without = provinces.filter((code) => !named.has(code)).toSorted();
  if (without.length === 0) return;
  throw new GeoDataError(
    `${file} leaves ${without.length} of ${provinces.length} provinces without a region today: ${listed(without, 12)}.`,
    "add a line for each: the file replaces the whole grouping, and geo-data/lookups/regions.csv has them all; nothing was loaded.",
  );
}

const overlap = (a: RegionLine, b: RegionLine) =>
  (a.valid_from ?? "") <= (b.valid_to ?? "9999") && (b.valid_from ?? "") <= (a.valid_to ?? "9999");
