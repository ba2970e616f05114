// What is said beside a figure.
import type { SampleRecords } from "../../modules/vocabulary/vocabulary.schema.ts";
import { codeList } from "../code-list.ts";

export const sampleExtents = codeList<SampleRecords>(
  "sample_records",
  { th: "ข้อมูลสมมุติเบื้องหลัง", en: "How much is made up" },
  {
    all: { th: "ทั้งหมด", en: "all" },
    some: { th: "บางส่วน", en: "some" },
    none: { th: "ไม่มี", en: "none" },
  },
  { uncolored: "it is said in words, beside a figure that has the colour" },
);

/** Whether a place's figure is its own. */
export const certainties = codeList(
  "certainty",
  { th: "ความแน่นอนของตัวเลข", en: "Certainty of figures" },
  {
    exact: { th: "แน่นอน", en: "exact" },
    split: { th: "มีหน่วยที่ถูกแบ่งสัดส่วน", en: "units are divided" },
    unknown: { th: "มีบางส่วนที่ไม่ทราบสัดส่วน", en: "a part is unknown" },
  },
  { uncolored: "it is said in words, beside a figure that has the colour" },
);

/** Whether a unit counts, in the words of any indicator; `stateWording` says which say it more closely. */
export const figureStates = codeList(
  "figure_state",
  { th: "สถานะของตัวเลข", en: "States of figures" },
  {
    counted: { th: "เข้าเกณฑ์ มีผล หรือรายงานแล้ว", en: "Meets the criterion, has a result or was reported" },
    not_counted: {
      th: "ยังไม่เข้าเกณฑ์ ยังไม่มีผล หรือยังไม่มีรายงาน",
      en: "Does not meet the criterion yet, has no result or was not reported yet",
    },
    unknown: { th: "ไม่มีข้อมูล", en: "No data" },
    not_applicable: { th: "ไม่อยู่ในขอบเขตตัวชี้วัด", en: "Outside the indicator's scope" },
  },
  { uncolored: "a map shows them as what its areas are in" },
);
