import { areaThemes } from "./codes/area-theme.codes.ts";
import { code, date, recordKind } from "./record-kind.ts";

export const kind = recordKind({
  id: "cooperation_pilot_area",
  collection: "cooperation_pilot_areas",
  one: { th: "พื้นที่นำร่อง", en: "Pilot area" },
  many: { th: "พื้นที่นำร่อง", en: "Pilot areas" },
  description: {
    th: "พื้นที่นำร่องของกลไกความร่วมมือระดับจังหวัด",
    en: "Areas where a cooperation mechanism tries things out.",
  },
  counted: { th: "แห่ง", en: ["area", "areas"] },
  parent: { kind: "cooperation_mechanism", column: "mechanism_id" },
  place: { of: "area", levels: ["tambon", "district"] },
  life: "lasting",
  period: { from: "started_on" },
  fields: {
    theme: code(areaThemes, "ประเด็น", "Theme", { isFilter: true }),
    started_on: date("เริ่มเมื่อ", "Started on", { isSortable: true }),
  },
});
