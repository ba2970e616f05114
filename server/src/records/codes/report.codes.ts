import { codeList } from "../code-list.ts";

/** What an area reports on; indicators name theirs. */
export const datasets = codeList(
  "dataset",
  { th: "ชุดข้อมูลที่รายงาน", en: "Datasets that are reported on" },
  {
    organization: { th: "องค์กรชุมชน", en: "Community organizations" },
    plan: { th: "แผนพัฒนาชุมชนท้องถิ่น", en: "Community development plans" },
    housing: { th: "ที่อยู่อาศัย", en: "Housing" },
    leader: { th: "ผู้นำ", en: "Leaders" },
    cooperation: { th: "กลไกความร่วมมือ", en: "Cooperation mechanisms" },
  },
  { uncolored: "they name other records, which have colours of their own" },
);

export const reportStates = codeList(
  "report_state",
  { th: "สถานะของรายงาน", en: "States of reports" },
  {
    complete: { th: "ข้อมูลครบถ้วน", en: "Complete" },
    not_applicable: { th: "ไม่อยู่ในขอบเขตตัวชี้วัด", en: "Not applicable" },
  },
  { uncolored: "a map shows them as what its areas are in" },
);
