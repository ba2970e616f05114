import { codeList } from "./code-list.ts";
import { areaThemes } from "./codes/area-theme.codes.ts";
import { code, date, longText, optional, recordKind, references, text } from "./record-kind.ts";

const levels = codeList(
  "assembly_level",
  { th: "ระดับของสมัชชา", en: "Levels of assemblies" },
  { province: { th: "จังหวัด", en: "Province" }, tambon: { th: "ตำบล/แขวง", en: "Tambon" } },
  { uncolored: "they stand in an order, which hues would hide" },
);

export const kind = recordKind({
  id: "assembly",
  collection: "assemblies",
  one: { th: "สมัชชา", en: "Assembly" },
  many: { th: "สมัชชา", en: "Assemblies" },
  description: {
    th: "สมัชชาของจังหวัดหรือตำบล ประเด็น มติ และภาคีที่เข้าร่วม",
    en: "Assemblies of a province or a tambon: theme, resolutions and the partners present.",
  },
  counted: { th: "ครั้ง", en: ["assembly", "assemblies"] },
  place: { of: "area", levels: ["province", "tambon"] },
  title: "name",
  period: { from: "held_on" },
  fields: {
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    name_en: optional(text("ชื่อภาษาอังกฤษ", "Name in English")),
    level: code(levels, "ระดับ", "Level", { isComputed: true, isFilter: true }),
    theme: code(areaThemes, "ประเด็น", "Theme", { isFilter: true }),
    held_on: date("จัดเมื่อ", "Held on", { isSortable: true }),
    resolutions_th: optional(longText("มติ", "Resolutions")),
    partner_ids: references("partner", "ภาคีที่เข้าร่วม", "Partners present"),
  },
});
