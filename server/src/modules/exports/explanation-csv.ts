// The lists of an explanation as a table for people: one line per unit, each saying what it is of.
import { type Cell, toCsv } from "../../common/csv.ts";
import {
  dayWords,
  type Lang,
  levelWords,
  momentWords,
  sampleWords,
  stateWords,
} from "../../common/csv-words.ts";
import type { StateWording } from "../indicators/indicators.schema.ts";
import type { ExplanationLine } from "./explanation-csv.sql.ts";

const columns: {
  th: string;
  en: string;
  of: (line: ExplanationLine, lang: Lang, wording: StateWording) => Cell;
}[] = [
  { th: "รหัส", en: "code", of: (line) => line.code },
  { th: "ระดับ", en: "level", of: (line, lang) => levelWords[line.level][lang] },
  { th: "ชื่อ", en: "name", of: (line) => line.name },
  { th: "อำเภอ/เขต", en: "district", of: (line) => line.district },
  { th: "จังหวัด", en: "province", of: (line) => line.province },
  { th: "สถานะ", en: "state", of: (line, lang, wording) => stateWords[wording][line.state][lang] },
  { th: "รหัสเหตุผล", en: "reason_code", of: (line) => line.reason },
  { th: "เหตุผล", en: "reason", of: (line) => line.reason_text },
  { th: "ค่า", en: "value", of: (line) => line.value },
  { th: "ส่วนที่ไม่แสดง น้อยกว่า", en: "withheld_below", of: (line) => line.withheld_below },
  { th: "ตัวชี้วัด", en: "indicator", of: (line) => line.indicator },
  {
    th: "ปีงบประมาณ (พ.ศ.)",
    en: "fiscal_year",
    of: (line, lang) => line.fiscal_year + (lang === "th" ? 543 : 0),
  },
  { th: "ชุดแนวเขตการปกครอง", en: "boundary_version", of: (line) => line.boundary_version },
  { th: "ข้อมูลต้นทาง ณ วันที่", en: "source_date", of: (line, lang) => dayWords(line.source_date, lang) },
  { th: "ปรับปรุงฐานข้อมูลเมื่อ", en: "as_of", of: (line, lang) => momentWords(line.as_of, lang) },
  { th: "แหล่งข้อมูล", en: "sources", of: (line) => line.sources },
  {
    th: "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง",
    en: "sample_records",
    of: (line, lang) => sampleWords[line.sample_records][lang],
  },
];

export function explanationCsv(lines: readonly ExplanationLine[], wording: StateWording, lang: Lang): string {
  return toCsv(
    columns.map((column) => column[lang]),
    lines.map((line) => columns.map((column) => column.of(line, lang, wording))),
  );
}
