import { date, optional, recordKind, text, year } from "./record-kind.ts";

export const kind = recordKind({
  id: "cooperation_mechanism",
  collection: "cooperation_mechanisms",
  one: { th: "กลไกความร่วมมือระดับจังหวัด", en: "Cooperation mechanism" },
  many: { th: "กลไกความร่วมมือระดับจังหวัด", en: "Cooperation mechanisms" },
  description: {
    th: "กลไกความร่วมมือของจังหวัด พร้อมบันทึกข้อตกลงและแผนงาน",
    en: "A province's cooperation mechanism with its memorandum and work plan.",
  },
  counted: { th: "กลไก", en: ["mechanism", "mechanisms"] },
  place: { of: "province" },
  title: "name",
  life: "lasting",
  period: { from: "established_on" },
  fields: {
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    name_en: optional(text("ชื่อภาษาอังกฤษ", "Name in English")),
    established_on: date("จัดตั้งเมื่อ", "Established on", { isSortable: true }),
    mou_signed_on: optional(date("ลงนามบันทึกข้อตกลง (MoU) เมื่อ", "Memorandum signed on")),
    mou_until: optional(date("บันทึกข้อตกลง (MoU) ถึง", "Memorandum until")),
    mou_evidence: optional(text("หลักฐานของบันทึกข้อตกลง (MoU)", "Evidence of the memorandum")),
    work_plan_first_fiscal_year: optional(year("แผนงาน ปีงบประมาณแรก", "Work plan, first fiscal year")),
    work_plan_last_fiscal_year: optional(year("แผนงาน ปีงบประมาณสุดท้าย", "Work plan, last fiscal year")),
    work_plan_evidence: optional(text("หลักฐานของแผนงาน", "Evidence of the work plan")),
  },
});
