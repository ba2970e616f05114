// A table of registered population, read and held against its own sums.
import { parseCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";
import type { PopulationSource } from "../import/source.schema.ts";

export interface Inhabitants {
  area_code: string;
  persons: number;
  households: number | null;
}

/**
 * @param registered codes of tambon in the register
 * @returns rows of registered tambon, and the codes of the file that the register does not have
 * @throws GeoDataError when the tambon do not add up to each province, or to the published total
 */
export function readPopulation(
  source: PopulationSource,
  text: string,
  registered: ReadonlySet<string>,
): { rows: Inhabitants[]; unmatched: string[] } {
  const { columns, levels } = source;
  const provinces = new Map<string, number>();
  const all: Inhabitants[] = [];
  for (const row of parseCsv(text)) {
    const code = row[columns.code] ?? "";
    const persons = wholeNumber(source, code, row[columns.persons]);
    if (row[columns.level] === levels.province) provinces.set(code, persons);
    if (row[columns.level] !== levels.tambon) continue;
    all.push({ area_code: code, persons, households: wholeNumber(source, code, row[columns.households]) });
  }
  const sums = new Map<string, number>();
  for (const { area_code, persons } of all) {
    const province = area_code.slice(0, 2);
    sums.set(province, (sums.get(province) ?? 0) + persons);
  }
  for (const [code, persons] of provinces) {
    if (sums.get(code) !== persons) {
      throw problem(
        source,
        `the tambon of ${code} add up to ${sums.get(code) ?? 0}, the province has ${persons}`,
      );
    }
  }
  const total = all.reduce((sum, { persons }) => sum + persons, 0);
  if (total !== source.expected_total) {
    throw problem(source, `all tambon add up to ${total}, not to ${source.expected_total}`);
  }
  return {
    rows: all.filter(({ area_code }) => registered.has(area_code)),
    unmatched: all.filter(({ area_code }) => !registered.has(area_code)).map(({ area_code }) => area_code),
  };
}

function wholeNumber(source: PopulationSource, code: string, text = ""): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  throw problem(source, `${code}: "${text}" is no number of persons or households`);
}

const problem = (source: PopulationSource, what: string) =>
  new GeoDataError(
    `${source.file_name} was not loaded: ${what}.`,
    `correct the file, or, when it is right, geo-data/sources/${source.id}.source.json.`,
  );
