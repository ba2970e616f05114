import { amount, count, date, optional, recordKind, text, year } from "./record-kind.ts";

export const kind = recordKind({
  id: "kpi_report",
  collection: "kpi_reports",
  one: { th: "รายงานตัวชี้วัดขององค์กร", en: "KPI report" },
  many: { th: "รายงานตัวชี้วัดขององค์กร", en: "KPI reports" },
  description: {
    th: "ตัวชี้วัดของสถาบันตามที่รายงานในแต่ละไตรมาส ไม่แยกตามพื้นที่",
    en: "KPIs of the institution as reported for a quarter; they have no area.",
  },
  counted: { th: "ฉบับ", en: ["report", "reports"] },
  period: { from: "fiscal_year", to: "fiscal_year" },
  datedBy: "reported_on",
  fields: {
    indicator_id: text("ตัวชี้วัด", "Indicator", { isFilter: true }),
    fiscal_year: year("ปีงบประมาณ", "Fiscal year", { isSortable: true }),
    quarter: count("ไตรมาส", "Quarter"),
    numerator: amount("ตัวตั้ง", "Numerator"),
    denominator: amount("ตัวหาร", "Denominator"),
    evidence: optional(text("หลักฐาน", "Evidence")),
    reported_on: date("รายงานเมื่อ", "Reported on", { isSortable: true }),
  },
});
