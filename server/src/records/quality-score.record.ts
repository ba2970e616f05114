import { amount, recordKind, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "quality_score",
  collection: "quality_scores",
  one: { th: "คะแนนรายเกณฑ์", en: "Score of a criterion" },
  many: { th: "คะแนนรายเกณฑ์", en: "Scores of criteria" },
  description: {
    th: "คะแนนของแต่ละเกณฑ์ในการสอบทานคุณภาพ เกณฑ์ของแต่ละฉบับอยู่ในตัวชี้วัด organization-quality",
    en: "The score of one criterion of a review; the indicator organization-quality has the criteria of each version.",
  },
  counted: { th: "คะแนน", en: ["score", "scores"] },
  parent: { kind: "quality_review", column: "quality_review_id" },
  // what counts is the score of the whole review
  affects: [],
  fields: {
    criterion: text("เกณฑ์", "Criterion", { isSortable: true }),
    score: amount("คะแนน", "Score", { unit: { th: "จาก 100", en: "of 100" }, isSortable: true }),
  },
});
