import { agencyRungs } from "./codes/ladder.codes.ts";
import { partnerSectors } from "./codes/sector.codes.ts";
import { code, optional, recordKind, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "partner",
  collection: "partners",
  one: { th: "ภาคี", en: "Partner" },
  many: { th: "ภาคี", en: "Partners" },
  description: {
    th: "หน่วยงานหรือภาคีที่บรรจุหรือสนับสนุนรายการในแผนของชุมชน หรือเข้าร่วมสมัชชา",
    en: "Agencies and other partners that include items of community plans, support them or take part in assemblies.",
  },
  counted: { th: "ภาคี", en: ["partner", "partners"] },
  title: "name",
  life: "lasting",
  // which sector it is of decides whether what it includes is linked
  affects: ["partner", "plan"],
  fields: {
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    name_en: optional(text("ชื่อภาษาอังกฤษ", "Name in English")),
    sector: code(partnerSectors, "ภาคส่วน", "Sector", { isFilter: true }),
    rung: optional(code(agencyRungs, "ระดับ", "Level", { isFilter: true })),
  },
});
