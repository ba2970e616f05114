// The three CSV lookups beside this file, read once: sub-regions, council rates and the words of village names.
import { readFileSync } from "node:fs";
import { readCsv } from "../import/csv.ts";

export type Dialect = "north" | "isan" | "central" | "south" | "bangkok";

/** A sub-region of the 2557 council table: label in both languages, share of units (0–1) with a council. */
export interface SubRegion {
  id: string;
  labelTh: string;
  labelEn: string;
  councilRate: number;
}

/** Head + tail (+ suffix) make a village name; a head takes only tails of one of its classes. */
export interface VillageWords {
  heads: Word[];
  tails: Word[];
  suffixes: Word[];
}
export interface Word {
  classes: string[];
  th: string;
  en: string;
}

/** Rows of a CSV beside this file as objects by column. */
function readLookup<Column extends string>(
  file: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const bytes = readFileSync(new URL(file, import.meta.url));
  return readCsv(bytes, { file: `geo-data/sample/${file}`, columns }).map(({ cells }) => cells);
}

/** What a province code that the lookup does not know falls back to: the rate of the whole country. */
const WHOLE_COUNTRY: SubRegion = {
  id: "ทั้งประเทศ",
  labelTh: "ประเทศไทย",
  labelEn: "Thailand",
  councilRate: 4331 / 7455,
};

const subRegions = new Map<string, SubRegion>(
  readLookup("council-rates.csv", ["sub_region", "label_th", "label_en", "councils", "units"]).map((row) => [
    row.sub_region,
    {
      id: row.sub_region,
      labelTh: row.label_th,
      labelEn: row.label_en,
      councilRate: Number(row.councils) / Number(row.units),
    },
  ]),
);

const provinces = new Map(
  readLookup("sub-regions.csv", ["province_code", "sub_region", "dialect"]).map((row) => {
    const subRegion = subRegions.get(row.sub_region);
    if (!subRegion) {
      throw new Error(
        `geo-data/sample/sub-regions.csv: ${row.province_code} names ${row.sub_region}, which council-rates.csv lacks.`,
      );
    }
    return [row.province_code, { subRegion, dialect: row.dialect as Dialect }];
  }),
);

/** Sub-region and naming habit of a province code; the whole country's figures for a code not in the lookup. */
export function findProvinceLookup(provinceCode: string): { subRegion: SubRegion; dialect: Dialect } {
  return provinces.get(provinceCode) ?? { subRegion: WHOLE_COUNTRY, dialect: "central" };
}

/** Codes of the provinces that share a sub-region, in code order. */
export function listProvincesOf(subRegionId: string): string[] {
  return [...provinces]
    .flatMap(([code, { subRegion }]) => (subRegion.id === subRegionId ? [code] : []))
    .sort();
}

/** All sub-regions of the 2557 table. */
export const listSubRegions = (): SubRegion[] => [...subRegions.values()];

const words = readLookup("village-words.csv", ["part", "dialects", "class", "th", "en"]);

function wordsOf(part: string, dialect: Dialect): Word[] {
  return words
    .filter((row) => row.part === part && row.dialects.split("|").includes(dialect))
    .map((row) => ({ classes: row.class.split("|"), th: row.th, en: row.en }));
}

const villageWords = new Map<Dialect, VillageWords>();

/** The words that village names of a dialect are made of. */
export function villageWordsOf(dialect: Dialect): VillageWords {
  let found = villageWords.get(dialect);
  if (!found) {
    found = {
      heads: wordsOf("head", dialect),
      tails: wordsOf("tail", dialect),
      suffixes: wordsOf("suffix", dialect),
    };
    villageWords.set(dialect, found);
  }
  return found;
}
