import { amount, count, date, optional, recordKind, text, year } from "./record-kind.ts";

export const kind = recordKind({
  id: "quality_review",
  collection: "quality_reviews",
  one: { th: "การสอบทานคุณภาพ", en: "Quality review" },
  many: { th: "การสอบทานคุณภาพ", en: "Quality reviews" },
  description: {
    th: "การสอบทานคุณภาพขององค์กรในพื้นที่ อปท. โดยคณะสอบทาน",
    en: "Quality reviews of the organizations in a local authority's area, by a body of reviewers.",
  },
  counted: { th: "ครั้ง", en: ["review", "reviews"] },
  place: { of: "local_authority" },
  period: { from: "reviewed_on", to: "valid_until" },
  datedBy: "reviewed_on",
  fields: {
    criteria_version: count("เกณฑ์ฉบับที่", "Version of the criteria"),
    fiscal_year: year("ปีงบประมาณ", "Fiscal year", { isSortable: true }),
    reviewed_on: date("สอบทานเมื่อ", "Reviewed on", { isSortable: true }),
    valid_until: date("มีผลถึง", "Valid until"),
    score: amount("คะแนน", "Score", { unit: { th: "จาก 100", en: "of 100" }, isSortable: true }),
    reviewer_th: text("ผู้สอบทาน", "Reviewed by"),
    evidence: optional(text("หลักฐาน", "Evidence")),
  },
});
