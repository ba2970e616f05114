// Words that several tables for people have in common, and that the page has too (tests/server/csv-words.test.ts).
import type { CoverageState } from "../modules/coverage/coverage.schema.ts";
import type { StateWording } from "../modules/indicators/indicators.schema.ts";

export type Lang = "th" | "en";

type Words = Record<Lang, string>;

const noData: Words = { th: "ไม่มีข้อมูล", en: "No data" };
const notReported: Words = { th: "ยังไม่มีรายงาน", en: "Not reported yet" };
const notApplicable: Words = { th: "ไม่อยู่ในขอบเขตตัวชี้วัด", en: "Outside the indicator's scope" };

export const stateWords: Record<StateWording, Record<CoverageState, Words>> = {
  criterion: {
    counted: { th: "เข้าเกณฑ์แล้ว", en: "Meets the criterion" },
    not_counted: { th: "ยังไม่เข้าเกณฑ์", en: "Does not meet the criterion yet" },
    unknown: noData,
    not_applicable: notApplicable,
  },
  result: {
    counted: { th: "มีผลแล้ว", en: "Has a result" },
    not_counted: { th: "ยังไม่มีผล", en: "No result yet" },
    unknown: noData,
    not_applicable: notApplicable,
  },
  report: {
    counted: { th: "รายงานแล้ว", en: "Reported" },
    not_counted: notReported,
    unknown: notReported,
    not_applicable: notApplicable,
  },
  data: {
    counted: { th: "มีข้อมูลแล้ว", en: "Has data" },
    not_counted: noData,
    unknown: noData,
    not_applicable: notApplicable,
  },
};

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
