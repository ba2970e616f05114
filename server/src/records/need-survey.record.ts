import { count, optional, recordKind, text, year } from "./record-kind.ts";

const households = {
  unit: { th: "ครัวเรือน", en: "households" },
  isSensitive: true,
};

export const kind = recordKind({
  id: "need_survey",
  collection: "need_surveys",
  one: { th: "การสำรวจข้อมูลความเดือดร้อน", en: "Housing need survey" },
  many: { th: "การสำรวจข้อมูลความเดือดร้อน", en: "Housing need surveys" },
  description: {
    th: "การสำรวจข้อมูลความเดือดร้อนด้านที่อยู่อาศัยของตำบล จำนวนครัวเรือนของแต่ละครั้งไม่เปิดเผย ตัวชี้วัดใช้จำนวนครัวเรือนที่เดือดร้อนจากการสำรวจล่าสุดของตำบล",
    en: "Surveys of housing need in a tambon. Households of a single survey are not told; indicators are divided by those in need, as a tambon's latest survey has them.",
  },
  counted: { th: "ครั้ง", en: ["survey", "surveys"] },
  place: { of: "area", levels: ["tambon"] },
  period: { from: "fiscal_year" },
  // a survey has a fiscal year and no day
  datedBy: "fiscal_year",
  fields: {
    fiscal_year: year("ปีงบประมาณ", "Fiscal year", { isSortable: true }),
    evidence: optional(text("หลักฐาน", "Evidence")),
    households_surveyed: count("ครัวเรือนที่สำรวจ", "Households surveyed", { ...households, isUntold: true }),
    households_in_need: count("ครัวเรือนที่เดือดร้อน", "Households in need", households),
  },
});
