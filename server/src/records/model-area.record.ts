import { modelAreaThemes } from "./codes/area-theme.codes.ts";
import { code, optional, recordKind, reference, text, year } from "./record-kind.ts";

export const kind = recordKind({
  id: "model_area",
  collection: "model_areas",
  one: { th: "พื้นที่ต้นแบบ", en: "Model area" },
  many: { th: "พื้นที่ต้นแบบ", en: "Model areas" },
  description: { th: "พื้นที่ต้นแบบที่ผู้อื่นเรียนรู้ได้", en: "Areas that others can learn from." },
  counted: { th: "แห่ง", en: ["area", "areas"] },
  place: { of: "area", levels: ["tambon"] },
  title: "name",
  life: "lasting",
  period: { from: "since_fiscal_year" },
  fields: {
    theme: code(modelAreaThemes, "ด้าน", "Theme", { isFilter: true }),
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    name_en: optional(text("ชื่อภาษาอังกฤษ", "Name in English")),
    since_fiscal_year: year("ตั้งแต่ปีงบประมาณ", "Since fiscal year", { isSortable: true }),
    organization_id: optional(reference("organization", "องค์กรที่ดูแล", "Organization that keeps it")),
  },
});
