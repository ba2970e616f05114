// The ranked places as a table for people: one line per place, each saying what it is of.
import { type Cell, toCsv } from "../../common/csv.ts";
import { dayWords, type Lang, levelWords, momentWords, sampleWords } from "../../common/csv-words.ts";
import type { Certainty } from "../coverage/coverage.schema.ts";
import type { AreaRef } from "../filter/filter.schema.ts";
import type { GapBasis, GapItem, GapsAnswer } from "./gaps.schema.ts";

const basisWords: Record<GapBasis, Record<Lang, string>> = {
  target: { th: "ค่าเป้าหมายที่จัดสรรให้พื้นที่", en: "share of the target" },
  denominator: { th: "ทั้งหมดที่ควรทำได้", en: "all there is to reach" },
};

const certaintyWords: Record<Certainty, Record<Lang, string>> = {
  exact: { th: "แน่นอน", en: "exact" },
  split: { th: "มีหน่วยที่ถูกแบ่งสัดส่วน", en: "units are divided" },
  unknown: { th: "มีบางส่วนที่ไม่ทราบสัดส่วน", en: "a part is unknown" },
};

type Of = (item: GapItem, lang: Lang, whole: GapsAnswer & { title: Record<Lang, string> }) => Cell;

const named = (place: { name_th: string; name_en: string } | undefined, lang: Lang) =>
  place?.[`name_${lang}`] ?? null;
const above = (item: GapItem, level: AreaRef["level"]) => item.path.find((step) => step.level === level);

const columns: { th: string; en: string; of: Of }[] = [
  { th: "อันดับ", en: "rank", of: (item) => item.rank },
  { th: "รหัส", en: "code", of: (item) => item.code },
  { th: "ระดับ", en: "level", of: (item, lang) => levelWords[item.level][lang] },
  { th: "ชื่อ", en: "name", of: named },
  { th: "อำเภอ/เขต", en: "district", of: (item, lang) => named(above(item, "district"), lang) },
  { th: "จังหวัด", en: "province", of: (item, lang) => named(above(item, "province"), lang) },
  { th: "ยังขาด", en: "left", of: (item) => item.left },
  { th: "สัดส่วนของที่ขาดทั้งหมด", en: "share", of: (item) => item.share },
  { th: "สัดส่วนสะสม", en: "cumulative_share", of: (item) => item.cumulative },
  { th: "ควรทำได้", en: "should", of: (item) => item.should },
  { th: "ทำได้แล้ว", en: "reached", of: (item) => item.reached },
  { th: "ค่าของตัวชี้วัด", en: "value", of: (item) => item.value },
  { th: "ส่วนที่ไม่แสดง น้อยกว่า", en: "withheld_below", of: (item) => item.withheld_below },
  { th: "หน่วยที่ไม่มีข้อมูล", en: "units_without_data", of: (item) => item.unknown },
  { th: "ประชากรตามทะเบียน", en: "persons", of: (item) => item.persons },
  { th: "ความแน่นอนของตัวเลข", en: "certainty", of: (item, lang) => certaintyWords[item.certainty][lang] },
  { th: "เทียบกับ", en: "basis", of: (_, lang, { basis }) => basisWords[basis][lang] },
  { th: "เป้าหมายฉบับที่", en: "target_version", of: (_, _lang, { target }) => target?.version ?? null },
  { th: "ตัวชี้วัด", en: "indicator", of: (_, lang, { title }) => title[lang] },
  {
    th: "ปีงบประมาณ (พ.ศ.)",
    en: "fiscal_year",
    of: (_, lang, { fiscal_year }) => fiscal_year + (lang === "th" ? 543 : 0),
  },
  { th: "ชุดแนวเขตการปกครอง", en: "boundary_version", of: (_, _lang, whole) => whole.boundary_version },
  {
    th: "ข้อมูลต้นทาง ณ วันที่",
    en: "source_date",
    of: (_, lang, { source_date }) => dayWords(source_date, lang),
  },
  { th: "ปรับปรุงฐานข้อมูลเมื่อ", en: "as_of", of: (_, lang, { as_of }) => momentWords(as_of, lang) },
  {
    th: "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง",
    en: "sample_records",
    of: (_, lang, { sample_records }) => sampleWords[sample_records][lang],
  },
];

export function gapsCsv(answer: GapsAnswer, title: Record<Lang, string>, lang: Lang): string {
  const whole = { ...answer, title };
  return toCsv(
    columns.map((column) => column[lang]),
    answer.items.map((item) => columns.map((column) => column.of(item, lang, whole))),
  );
}
