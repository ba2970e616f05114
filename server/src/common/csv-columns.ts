// Columns of tables for people and programs. Both languages have the same columns in the same order; codes and ids stand
// beside their words and are the same in both, so either file joins to any other.
import type {
  LocalAuthorityKind,
  PlaceLevel,
  SampleRecords,
} from "../modules/vocabulary/vocabulary.schema.ts";
import { sampleExtents } from "../records/codes/figure.codes.ts";
import { localAuthorityKinds, placeLevels } from "../records/codes/place.codes.ts";
import { type Cell, toCsv } from "./csv.ts";
import { dayWords, type Lang, momentWords } from "./csv-words.ts";

/** `th` and `en` are the headings; a heading in English is a name that programs can use. */
export type Column<Row> = { th: string; en: string; of: (row: Row, lang: Lang) => Cell };

export function csvTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], lang: Lang): string {
  return toCsv(
    columns.map((column) => column[lang]),
    rows.map((row) => columns.map((column) => column.of(row, lang))),
  );
}

type Place = { code: string; level: PlaceLevel; kind?: LocalAuthorityKind | null | undefined };

/** Which place a row is of; its name follows. */
export const placeColumns = <Row extends Place>(): Column<Row>[] => [
  { th: "รหัส", en: "code", of: ({ code }) => code },
  { th: "รหัสระดับ", en: "level", of: ({ level }) => level },
  { th: "ระดับ", en: "level_name", of: ({ level }, lang) => placeLevels.codes[level][lang] },
  { th: "รหัสประเภท อปท.", en: "kind", of: ({ kind }) => kind ?? null },
  {
    th: "ประเภท อปท.",
    en: "kind_name",
    of: ({ kind }, lang) => (kind ? localAuthorityKinds.codes[kind][lang] : null),
  },
];

/** What is said once of a whole table, in every row: a row that is copied elsewhere still says what it is. */
export type Whole = {
  indicator: string;
  title: Record<Lang, string>;
  fiscal_year: number;
  boundary_version: string;
  source_date: string | null;
  as_of: string;
  small_figures_as_of: string | null;
  sources: Record<Lang, string>;
  licences: Record<Lang, string>;
  sample_records: SampleRecords;
};

export const wholeColumns = <Row>(wholeOf: (row: Row) => Whole): Column<Row>[] => {
  const of =
    (cell: (whole: Whole, lang: Lang) => Cell): Column<Row>["of"] =>
    (row, lang) =>
      cell(wholeOf(row), lang);
  return [
    { th: "รหัสตัวชี้วัด", en: "indicator", of: of(({ indicator }) => indicator) },
    { th: "ตัวชี้วัด", en: "indicator_title", of: of(({ title }, lang) => title[lang]) },
    { th: "ปีงบประมาณ (ค.ศ.)", en: "fiscal_year", of: of(({ fiscal_year }) => fiscal_year) },
    { th: "ปีงบประมาณ (พ.ศ.)", en: "fiscal_year_be", of: of(({ fiscal_year }) => fiscal_year + 543) },
    { th: "ชุดแนวเขตการปกครอง", en: "boundary_version", of: of((whole) => whole.boundary_version) },
    {
      th: "ข้อมูลต้นทาง ณ วันที่",
      en: "source_date",
      of: of(({ source_date }, lang) => dayWords(source_date, lang)),
    },
    { th: "ปรับปรุงฐานข้อมูลเมื่อ", en: "as_of", of: of(({ as_of }, lang) => momentWords(as_of, lang)) },
    {
      th: "ตัวเลข 1–4 ที่นำมารวมกัน ณ วันที่",
      en: "small_figures_as_of",
      of: of(({ small_figures_as_of: day }, lang) => (day === null ? null : momentWords(day, lang))),
    },
    { th: "แหล่งข้อมูล", en: "sources", of: of(({ sources }, lang) => sources[lang]) },
    { th: "สัญญาอนุญาต", en: "licences", of: of(({ licences }, lang) => licences[lang]) },
    { th: "รหัสข้อมูลสมมุติ", en: "sample_records", of: of((whole) => whole.sample_records) },
    {
      th: "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง",
      en: "sample_records_name",
      of: of(({ sample_records }, lang) => sampleExtents.codes[sample_records][lang]),
    },
  ];
};
