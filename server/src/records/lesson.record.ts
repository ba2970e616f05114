import { date, longText, optional, recordKind, reference, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "lesson",
  collection: "lessons",
  one: { th: "บทเรียนจากชุมชน", en: "Lesson" },
  many: { th: "บทเรียนจากชุมชน", en: "Lessons" },
  description: { th: "บทเรียนที่ถอดจากงานในพื้นที่", en: "Lessons written down from work in an area." },
  counted: { th: "เรื่อง", en: ["lesson", "lessons"] },
  place: { of: "area", levels: ["tambon"] },
  title: "title",
  period: { from: "published_on" },
  fields: {
    title_th: text("ชื่อเรื่อง", "Title", { isSortable: true }),
    summary_th: longText("สาระสำคัญ", "Summary", { shownIn: ["card", "export", "form"] }),
    published_on: date("เผยแพร่เมื่อ", "Published on", { isSortable: true }),
    model_area_id: optional(reference("model_area", "พื้นที่ต้นแบบ", "Model area")),
  },
});
