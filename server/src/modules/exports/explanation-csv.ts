// The lists of an explanation as a table for people: one line per unit, each saying what it is of.
import type { FileNames } from "../../common/attachment.ts";
import { type Column, csvTable, placeColumns, type Whole, wholeColumns } from "../../common/csv-columns.ts";
import { type Lang, stateWords } from "../../common/csv-words.ts";
import { type StateWording, stateWording } from "../indicators/indicators.schema.ts";
import type { ExplanationLine, ExplanationQuestion, Subject } from "./explanation-csv.sql.ts";

const wholeOf = (line: ExplanationLine): Whole => ({
  ...line,
  title: { th: line.indicator_title, en: line.indicator_title },
  sources: { th: line.sources, en: line.sources },
  licences: { th: line.licences, en: line.licences },
});

const columnsOf = (wording: StateWording): Column<ExplanationLine>[] => [
  ...placeColumns<ExplanationLine>(),
  { th: "ชื่อ", en: "name", of: (line) => line.name },
  { th: "อำเภอ/เขต", en: "district", of: (line) => line.district },
  { th: "จังหวัด", en: "province", of: (line) => line.province },
  { th: "รหัสสถานะ", en: "state", of: (line) => line.state },
  { th: "สถานะ", en: "state_name", of: (line, lang) => stateWords[wording][line.state][lang] },
  { th: "รหัสเหตุผล", en: "reason_code", of: (line) => line.reason },
  { th: "เหตุผล", en: "reason", of: (line) => line.reason_text },
  { th: "ค่า", en: "value", of: (line) => line.value },
  { th: "หน่วย", en: "unit", of: (line) => line.unit },
  { th: "ตัวหาร", en: "denominator", of: (line) => line.denominator },
  { th: "ส่วนที่ไม่แสดง น้อยกว่า", en: "withheld_below", of: (line) => line.withheld_below },
  // what of the unit lies in the place: two whole numbers, so that its parts add up exactly
  { th: "ส่วนในพื้นที่ (ตัวตั้ง)", en: "weight_numerator", of: (line) => line.weight_numerator },
  { th: "ส่วนในพื้นที่ (ตัวหาร)", en: "weight_denominator", of: (line) => line.weight_denominator },
  ...wholeColumns(wholeOf),
];

/** @param isNamed whether local authorities are: their list may be one that is not handed on */
export function explanationCsv(
  lines: readonly ExplanationLine[],
  wording: StateWording,
  lang: Lang,
  isNamed: boolean,
): string {
  const isClosed = (line: ExplanationLine) => !isNamed && line.level === "local_authority";
  return csvTable(
    columnsOf(wording),
    lines.map((line) => (isClosed(line) ? { ...line, name: null } : line)),
    lang,
  );
}

export function explanationName(
  { indicator, fiscalYear, states, lang }: ExplanationQuestion,
  { place, declaration }: Subject,
): FileNames {
  const words = stateWords[stateWording(declaration)];
  const language = lang === "en" ? lang : null;
  const name = { kept: place.name_th };
  const lists = states?.map((state) => words[state].th) ?? [];
  return {
    thai: [declaration.short_title.th, place.code, name, ...lists, "ปีงบ", fiscalYear + 543, language],
    ascii: ["explain", indicator, place.code, ...(states ?? []), `fy${fiscalYear}`, language],
  };
}
