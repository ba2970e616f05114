import { count, date, optional, recordKind } from "./record-kind.ts";

export const kind = recordKind({
  id: "population",
  collection: "population",
  one: { th: "ประชากรตามทะเบียน", en: "Registered population" },
  many: { th: "ประชากรตามทะเบียน", en: "Registered population" },
  description: {
    th: "จำนวนประชากรและครัวเรือนตามทะเบียนของตำบล ตามที่เผยแพร่",
    en: "Registered persons and households of a tambon on a day, as published.",
  },
  counted: { th: "แถว", en: ["row", "rows"] },
  place: { of: "area", levels: ["tambon"] },
  period: { from: "reference_date", byCalendarYear: true },
  datedBy: "reference_date",
  isReference: true,
  fields: {
    reference_date: date("ณ วันที่", "On", { isSortable: true }),
    persons: count("ประชากร", "Persons", { unit: { th: "คน", en: "persons" }, isSortable: true }),
    households: optional(
      count("ครัวเรือน", "Households", { unit: { th: "ครัวเรือน", en: "households" }, isSortable: true }),
    ),
  },
});
