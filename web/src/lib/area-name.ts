// How areas are called: the prefix of their level, and Bangkok's exceptions (เขต, แขวง, and no จังหวัด).

type Language = "th" | "en";
type Named = { code: string; name_th: string; name_en: string };
export type AreaLevel = "province" | "district" | "tambon";

const BANGKOK = "10";

/** Whether a code is of an area, not of a region (R1) or a local authority (L…). */
export const isAreaCode = (code: string) => /^\d+$/.test(code);

/** A code's level is its length: 2, 4 or 6 digits. */
export function levelOfCode(code: string): AreaLevel {
  return code.length <= 2 ? "province" : code.length === 4 ? "district" : "tambon";
}

function isInBangkok(code: string): boolean {
  return code.startsWith(BANGKOK);
}

/** The name alone, as on the map. */
export function bareName(area: Named, language: Language): string {
  return language === "th" ? area.name_th : area.name_en || area.name_th;
}

/** ตำบลบางรัก, แขวงสีลม, อำเภอปาย, เขตบางรัก, จังหวัดตรัง, กรุงเทพมหานคร, ภาคใต้ · Tambon …, … District, … Province */
export function fullName(area: Named, language: Language): string {
  const name = bareName(area, language);
  if (area.code.startsWith("R")) return language === "th" ? `ภาค${name}` : `${name} region`;
  const bangkok = isInBangkok(area.code);
  const level = levelOfCode(area.code);
  if (level === "province" && bangkok) return name;
  if (language === "th") {
    const prefix = {
      province: "จังหวัด",
      district: bangkok ? "เขต" : "อำเภอ",
      tambon: bangkok ? "แขวง" : "ตำบล",
    };
    return prefix[level] + name;
  }
  if (level === "province") return `${name} Province`;
  if (level === "district") return `${name} District`;
  return `${bangkok ? "Khwaeng" : "Tambon"} ${name}`;
}

/** ตำบล › อำเภอ › จังหวัด, smallest first. @param path areas from the province down */
export function pathText(path: readonly Named[], language: Language): string {
  return path
    .map((area) => fullName(area, language))
    .reverse()
    .join(" › ");
}
