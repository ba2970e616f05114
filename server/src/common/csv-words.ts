// Words that several tables for people have in common.
import type { PlaceLevel } from "../modules/filter/filter.schema.ts";

export type Lang = "th" | "en";

export const levelWords: Record<PlaceLevel, Record<Lang, string>> = {
  country: { th: "ประเทศ", en: "Country" },
  region: { th: "ภาค", en: "Region" },
  province: { th: "จังหวัด", en: "Province" },
  district: { th: "อำเภอ/เขต", en: "District" },
  tambon: { th: "ตำบล/แขวง", en: "Tambon" },
  local_authority: { th: "อปท.", en: "Local authority" },
};

export const yesOrNo = (value: boolean, lang: Lang) =>
  lang === "th" ? (value ? "ใช่" : "ไม่ใช่") : value ? "yes" : "no";

/** Nothing but small figures: then what they stay below is said in the value's place. */
export const valueOrBelow = (value: number | null, below: number | null) =>
  below !== null && (value ?? 0) === 0 ? `<${below}` : value;
