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

/** A day: พ.ศ. in Thai, ISO else. @param day ISO date */
export const dayWords = (day: string | null, lang: Lang) =>
  day === null || lang === "en" ? day : THAI_DAY.format(new Date(`${day}T00:00:00+07:00`));

/** A moment: in Thai time and พ.ศ. in Thai, ISO else. @param moment ISO time */
export const momentWords = (moment: string, lang: Lang) =>
  lang === "en" ? moment : `${THAI_MOMENT.format(new Date(moment))} น.`;

const day = { day: "numeric", month: "short", year: "numeric", timeZone: "Asia/Bangkok" } as const;
const moment = { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const THAI_DAY = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", day);
const THAI_MOMENT = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", moment);

/** Nothing but small figures: then what they stay below is said in the value's place. */
export const valueOrBelow = (value: number | null, below: number | null) =>
  below !== null && (value ?? 0) === 0 ? `<${below}` : value;
