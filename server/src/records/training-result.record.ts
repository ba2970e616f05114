import { date, flag, recordKind, text } from "./record-kind.ts";

/** Personal data, as the person it is of. */
export const kind = recordKind({
  id: "training_result",
  collection: "training_results",
  one: { th: "ผลการอบรม", en: "Training result" },
  many: { th: "ผลการอบรม", en: "Training results" },
  description: { th: "การอบรมที่ผู้นำเข้ารับ", en: "A training that a leader went through." },
  counted: { th: "ครั้ง", en: ["result", "results"] },
  visibleTo: "nobody",
  parent: { kind: "person", column: "person_id" },
  fields: {
    course_th: text("หลักสูตร", "Course"),
    completed_on: date("อบรมเสร็จเมื่อ", "Completed on"),
    passed: flag("ผ่าน", "Passed"),
  },
});
