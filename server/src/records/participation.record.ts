import { date, recordKind, text } from "./record-kind.ts";

/** Personal data, as the person it is of. */
export const kind = recordKind({
  id: "participation",
  collection: "participations",
  one: { th: "การมีส่วนร่วม", en: "Participation" },
  many: { th: "การมีส่วนร่วม", en: "Participations" },
  description: { th: "กิจกรรมพัฒนาที่ผู้นำมีส่วนร่วม", en: "A part that a leader took in local development." },
  counted: { th: "ครั้ง", en: ["participation", "participations"] },
  visibleTo: "nobody",
  parent: { kind: "person", column: "person_id" },
  fields: {
    activity_th: text("กิจกรรม", "Activity"),
    took_place_on: date("วันที่", "Took place on"),
  },
});
