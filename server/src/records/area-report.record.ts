import { datasets, reportStates } from "./codes/report.codes.ts";
import { code, optional, recordKind, text, year } from "./record-kind.ts";

export const kind = recordKind({
  id: "area_report",
  collection: "area_reports",
  one: { th: "รายงานความครบถ้วนของข้อมูล", en: "Report of completeness" },
  many: { th: "รายงานความครบถ้วนของข้อมูล", en: "Reports of completeness" },
  description: {
    th: "พื้นที่รายงานว่าข้อมูลครบถ้วนถึงสิ้นปีงบประมาณ ไม่มีข้อมูลจึงหมายถึงศูนย์ หรือรายงานว่าไม่อยู่ในขอบเขตตัวชี้วัด",
    en: "An area says that its records are complete to the end of a fiscal year, so that none means zero, or that a dataset does not apply there.",
  },
  counted: { th: "ฉบับ", en: ["report", "reports"] },
  place: { of: "area", levels: ["tambon", "province"] },
  period: { from: "fiscal_year", to: "fiscal_year" },
  fields: {
    dataset: code(datasets, "ชุดข้อมูล", "Dataset", { isFilter: true }),
    fiscal_year: year("ปีงบประมาณ", "Fiscal year", { isSortable: true }),
    state: code(reportStates, "สถานะ", "State", { isFilter: true }),
    reason_th: optional(text("เหตุผล", "Reason")),
    reason_en: optional(text("เหตุผลภาษาอังกฤษ", "Reason in English")),
  },
});
