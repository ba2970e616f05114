// A grouping of provinces into regions, read from CSV: one line per province and time in a region.
import { cleanCode, spoiltCode } from "../import/clean-text.ts";
import { readCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";
import { Notes } from "../import/notes.ts";
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

/**
 * @param input the file, as bytes or text
 * @param provinces codes of the register
 * @returns the lines, and the provinces that none of them names
 * @throws GeoDataError naming file, line, column and value of the first thing that is wrong
 */
export function readRegions(
  input: Uint8Array | string,
  file: string,
  provinces: readonly string[],
  notes = new Notes(),
): { lines: RegionLine[]; without: string[] } {
  const lines: (RegionLine & { line: number })[] = [];
  const rows = readCsv(input, { file, columns: COLUMNS, mayBeBlank: ["valid_from", "valid_to"], notes });
  for (const { line, cells } of rows) {
    const refuse = (column: Column, why: string, value: string = cells[column]): never => {
      const what = value === "" ? "blank" : JSON.stringify(value);
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
      if (read.turned) notes.add("dates turned to CE", `line ${line}, ${column} "${text}" → ${read.date}`);
      return read.date;
    };
    const one = {
      line,
      region_code: code("region_code").toUpperCase(),
      region_th: cells.region_th,
      region_en: cells.region_en,
      province_code: code("province_code").replace(/^TH(?=\d)/i, ""),
      valid_from: day("valid_from"),
      valid_to: day("valid_to"),
    };
    if (!/^R[0-9]{1,2}$/.test(one.region_code)) refuse("region_code", "is not R and a number, such as R3");
    if (!/[\u0E01-\u0E2E]/.test(one.region_th)) refuse("region_th", "is no Thai name");
    if (!/[A-Za-z]/.test(one.region_en)) refuse("region_en", "is no English name");
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
          `is another name of ${one.region_code} than line ${namesake.line} has (${namesake[column]})`,
        );
      }
    }
    const twice = lines.find((other) => other.province_code === one.province_code && overlap(other, one));
    if (twice)
      refuse("province_code", `is in ${twice.region_code} at that time already (line ${twice.line})`);
    lines.push(one);
  }
  const named = new Set(lines.map((one) => one.province_code));
  return { lines, without: provinces.filter((code) => !named.has(code)) };
}

const overlap = (a: RegionLine, b: RegionLine) =>
  (a.valid_from ?? "") <= (b.valid_to ?? "9999") && (b.valid_from ?? "") <= (a.valid_to ?? "9999");
