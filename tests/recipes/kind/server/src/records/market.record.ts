import { codeList } from "./code-list.ts";
import { code, count, date, optional, recordKind, references, text } from "./record-kind.ts";

const produce = codeList(
  "produce",
  { th: "ผลผลิต", en: "Produce" },
  {
    food: { th: "อาหาร", en: "Food", colors: ["#7a5200", "#e8c07a"] },
    craft: { th: "หัตถกรรม", en: "Craft", colors: ["#3f6212", "#c5e07a"] },
  },
);

export const kind = recordKind({
  id: "market",
  collection: "markets",
  one: { th: "ตลาดชุมชน", en: "Community market" },
  many: { th: "ตลาดชุมชน", en: "Community markets" },
  description: { th: "ตลาดที่ชุมชนดูแล", en: "Markets that communities keep." },
  counted: { th: "แห่ง", en: ["market", "markets"] },
  place: { of: "area", levels: ["tambon"], isPoint: true },
  title: "name",
  variant: "produce",
  life: "lasting",
  period: { from: "opened_on" },
  fields: {
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    produce: code(produce, "ผลผลิต", "Produce", { isFilter: true }),
    opened_on: optional(date("เปิดเมื่อ", "Opened on", { isSortable: true })),
    stall_count: optional(count("แผงขาย", "Stalls", { isSortable: true })),
    organization_count: count("จำนวนผู้ขาย", "Number of sellers", { isComputed: true }),
    organization_ids: references("organization", "ผู้ขาย", "Sellers"),
  },
});
