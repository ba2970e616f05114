// A table of registered population, read and held against its own sums.
import { cleanCode, plainDigits, spoiltCode } from "../import/clean-text.ts";
import { readCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";
import { Notes } from "../import/notes.ts";
import { quoted, shown } from "../import/quoted.ts";
import type { PopulationSource } from "../import/source.schema.ts";

export interface Inhabitants {
  area_code: string;
  persons: number;
  households: number | null;
}

/**
 * @param registered codes of tambon in the register
 * @returns rows of registered tambon, and the codes of the file that the register does not have
 * @throws GeoDataError naming the line, or when the tambon do not add up to each province, or to the published total
 */
export function readPopulation(
  source: PopulationSource,
  input: Uint8Array | string,
  registered: ReadonlySet<string>,
  notes = new Notes(),
): { rows: Inhabitants[]; unmatched: string[] } {
  const { columns, levels, file_name: file } = source;
  const provinces = new Map<string, number>();
  const all = new Map<string, Inhabitants>();
  for (const { line, cells } of readCsv(input, {
    file,
    columns: Object.values(columns),
    others: "allowed",
    notes,
  })) {
    const refuse = (column: string, why: string) =>
      new GeoDataError(
        `${file} line ${line}, ${column}: ${quoted(cells[column]!)} ${why}.`,
        "correct the line; nothing was loaded.",
      );
    const number = (column: string) => {
      const count = wholeNumber(cells[column]!, notes, `line ${line}, ${column}`);
      if (count === null) throw refuse(column, "is no number of persons or households");
      return count;
    };
    const level = cells[columns.level]!;
    if (level !== levels.province && level !== levels.tambon) continue;
    const digits = level === levels.province ? 2 : 6;
    const code = cleanCode(cells[columns.code]!, notes, `line ${line}, ${columns.code}`);
    if (!/^[0-9]+$/.test(code) || code.length !== digits) {
      throw refuse(columns.code, `is no code of ${digits} digits${spoiltCode(code, digits)}`);
    }
    if (all.has(code) || provinces.has(code)) throw refuse(columns.code, "is there a second time");
    const persons = number(columns.persons);
    if (level === levels.province) provinces.set(code, persons);
    else all.set(code, { area_code: code, persons, households: number(columns.households) });
  }
  checkSums(source, provinces, all.values());
  const known = (wanted: boolean) =>
    [...all.values()].filter((row) => registered.has(row.area_code) === wanted);
  return { rows: known(true), unmatched: known(false).map(({ area_code }) => area_code) };
}

function checkSums(
  source: PopulationSource,
  provinces: ReadonlyMap<string, number>,
  all: Iterable<Inhabitants>,
): void {
  const sums = new Map<string, number>();
  let total = 0;
  for (const { area_code, persons } of all) {
    const province = area_code.slice(0, 2);
    sums.set(province, (sums.get(province) ?? 0) + persons);
    total += persons;
  }
  for (const [code, persons] of provinces) {
    if (sums.get(code) !== persons) {
      throw problem(
        source,
        `the tambon of ${code} add up to ${sums.get(code) ?? 0}, the province has ${persons}`,
      );
    }
  }
  if (total !== source.expected_total) {
    throw problem(source, `all tambon add up to ${total}, not to ${source.expected_total}`);
  }
}

/** "1,234", "1234.0" and Thai digits are numbers too; a blank or a dash is none. */
function wholeNumber(text: string, notes: Notes, place: string): number | null {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const plain = plainDigits(text).replace(/\.0+$/, "");
  const digits = /^\d{1,3}(,\d{3})+$/.test(plain) ? plain.replaceAll(",", "") : plain;
  if (!/^[0-9]+$/.test(digits)) return null;
  notes.add("numbers written another way", `${place} ${quoted(text)} → ${shown(digits)}`);
  return Number(digits);
}

const problem = (source: PopulationSource, what: string) =>
  new GeoDataError(
    `${source.file_name} was not loaded: ${what}.`,
    `correct the file, or, when it is right, geo-data/sources/${source.id}.source.json.`,
  );
