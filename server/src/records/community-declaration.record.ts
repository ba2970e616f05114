import { date, optional, recordKind, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "community_declaration",
  collection: "community_declarations",
  one: { th: "เจตนารมณ์ชุมชน", en: "Community declaration" },
  many: { th: "เจตนารมณ์ชุมชน", en: "Community declarations" },
  description: {
    th: "เจตนารมณ์ที่ชุมชนในพื้นที่ประกาศร่วมกัน",
    en: "Declarations of intent by communities of an area.",
  },
  counted: { th: "ฉบับ", en: ["declaration", "declarations"] },
  place: { of: "area", levels: ["tambon", "district", "province"] },
  title: "title",
  period: { from: "declared_on" },
  fields: {
    title_th: text("ชื่อ", "Title", { isSortable: true }),
    declared_on: date("ประกาศเมื่อ", "Declared on", { isSortable: true }),
    evidence: optional(text("หลักฐาน", "Evidence")),
  },
});
