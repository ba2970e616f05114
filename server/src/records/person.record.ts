import { recordKind, text } from "./record-kind.ts";

/** Personal data: counted by area, and in no answer. */
export const kind = recordKind({
  id: "person",
  collection: "persons",
  one: { th: "ผู้นำ", en: "Leader" },
  many: { th: "ผู้นำ", en: "Leaders" },
  description: {
    th: "ผู้นำในตำบล ข้อมูลส่วนบุคคล นับเป็นจำนวนตามพื้นที่เท่านั้น",
    en: "Leaders of a tambon. Personal data: only counts by area ever leave.",
  },
  counted: { th: "คน", en: ["person", "persons"] },
  visibleTo: "nobody",
  place: { of: "area", levels: ["tambon"] },
  title: "name",
  fields: { name_th: text("ชื่อ", "Name") },
});
