// The ranked places as a table for people: one line per place, each saying what it is of.
import type { FileNames } from "../../common/attachment.ts";
import { type Column, csvTable, placeColumns, type Whole, wholeColumns } from "../../common/csv-columns.ts";
import type { Lang } from "../../common/csv-words.ts";
import { certainties } from "../../records/codes/figure.codes.ts";
import { placeLevels } from "../../records/codes/place.codes.ts";
import type { AreaRef } from "../vocabulary/vocabulary.schema.ts";
import type { GapBasis, GapItem, GapsAnswer } from "./gaps.schema.ts";
import type { GapQuestion, TableLabels } from "./gaps.sql.ts";

const basisWords: Record<GapBasis, Record<Lang, string>> = {
  target: { th: "ค่าเป้าหมายที่จัดสรรให้พื้นที่", en: "share of the target" },
  denominator: { th: "ทั้งหมดที่ควรทำได้", en: "all there is to reach" },
};

type Row = GapItem & { answer: GapsAnswer; labels: TableLabels };

const named = (place: { name_th: string | null; name_en: string | null } | undefined, lang: Lang) =>
  place?.[`name_${lang}`] || null;
const above = (row: Row, level: AreaRef["level"]) => row.path.find((step) => step.level === level);

const columns: Column<Row>[] = [
  { th: "อันดับ", en: "rank", of: (row) => row.rank },
  ...placeColumns<Row>(),
  { th: "ชื่อ", en: "name", of: named },
  { th: "อำเภอ/เขต", en: "district", of: (row, lang) => named(above(row, "district"), lang) },
  { th: "จังหวัด", en: "province", of: (row, lang) => named(above(row, "province"), lang) },
  { th: "ยังขาด", en: "left", of: (row) => row.left },
  // what both shares are of
  { th: "ยังขาดรวมทุกแห่ง", en: "left_of_all", of: ({ answer }) => answer.totals.left },
  { th: "สัดส่วนของที่ขาดทั้งหมด", en: "share", of: (row) => row.share },
  { th: "สัดส่วนสะสม", en: "cumulative_share", of: (row) => row.cumulative },
  { th: "ควรทำได้", en: "should", of: (row) => row.should },
  { th: "ทำได้แล้ว", en: "reached", of: (row) => row.reached },
  { th: "ค่าของตัวชี้วัด", en: "value", of: (row) => row.value },
  { th: "หน่วย", en: "unit", of: ({ labels }, lang) => labels.unit[lang] },
  { th: "ส่วนที่ไม่แสดง น้อยกว่า", en: "withheld_below", of: (row) => row.withheld_below },
  { th: "หน่วยที่ไม่มีข้อมูล", en: "units_without_data", of: (row) => row.unknown },
  { th: "ประชากรตามทะเบียน", en: "persons", of: (row) => row.persons },
  { th: "รหัสความแน่นอน", en: "certainty", of: (row) => row.certainty },
  {
    th: "ความแน่นอนของตัวเลข",
    en: "certainty_name",
    of: (row, lang) => certainties.codes[row.certainty][lang],
  },
  { th: "รหัสฐานเปรียบเทียบ", en: "basis", of: ({ answer }) => answer.basis },
  { th: "เทียบกับ", en: "basis_name", of: ({ answer }, lang) => basisWords[answer.basis][lang] },
  { th: "เป้าหมายฉบับที่", en: "target_version", of: ({ answer }) => answer.target?.version ?? null },
  ...wholeColumns<Row>(({ answer, labels }): Whole => ({ ...answer, ...labels })),
];

/** @param isNamed whether local authorities are: their list may be one that is not handed on */
export function gapsCsv(answer: GapsAnswer, labels: TableLabels, lang: Lang, isNamed: boolean): string {
  const isOpen = isNamed || answer.level !== "local_authority";
  return csvTable(
    columns,
    answer.items.map((item) => ({ ...item, ...(!isOpen && { name_th: "", name_en: "" }), answer, labels })),
    lang,
  );
}

/** @param places names of the places asked within, where they are few; their codes stand beside them in any case */
export function gapsName(
  { indicator, level, basis, within, fiscalYear }: GapQuestion,
  { title }: TableLabels,
  places: readonly string[],
  lang: Lang,
): FileNames {
  const codes = within ?? [];
  const language = lang === "en" ? lang : null;
  const against = { target: "เทียบเป้าหมาย", denominator: "เทียบทั้งหมด" }[basis];
  const kept = places.map((name) => ({ kept: name }));
  return {
    thai: [
      "ยังขาด",
      title.th,
      placeLevels.codes[level].th,
      against,
      "ปีงบ",
      fiscalYear + 543,
      ...kept,
      ...codes,
      language,
    ],
    ascii: ["gaps", indicator, level, basis, `fy${fiscalYear}`, ...codes, language],
  };
}
