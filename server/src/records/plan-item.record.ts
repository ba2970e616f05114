import { planThemes } from "./codes/ladder.codes.ts";
import { baht, code, count, optional, recordKind, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "plan_item",
  collection: "plan_items",
  one: { th: "รายการในแผน", en: "Plan item" },
  many: { th: "รายการในแผน", en: "Plan items" },
  description: { th: "สิ่งที่แผนพัฒนาชุมชนท้องถิ่นต้องการ", en: "What a plan asks for, thing by thing." },
  counted: { th: "รายการ", en: ["item", "items"] },
  parent: { kind: "plan", column: "plan_id" },
  title: "title",
  fields: {
    item_number: count("ลำดับที่", "Number"),
    theme: code(planThemes, "ด้าน", "Theme", { isFilter: true }),
    title_th: text("ชื่อรายการ", "Title", { isSortable: true }),
    asked_thb: optional(baht("งบประมาณที่เสนอ", "Asked", { isSortable: true })),
  },
});
