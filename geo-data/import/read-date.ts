// A day as offices write it → CE, as ISO. A year in พ.ศ. is known by its size or by Thai words, never taken for CE.
import { plainDigits } from "./clean-text.ts";

const thaiMonths = [
  ["มกราคม", "ม.ค."],
  ["กุมภาพันธ์", "ก.พ."],
  ["มีนาคม", "มี.ค."],
  ["เมษายน", "เม.ย."],
  ["พฤษภาคม", "พ.ค."],
  ["มิถุนายน", "มิ.ย."],
  ["กรกฎาคม", "ก.ค."],
  ["สิงหาคม", "ส.ค."],
  ["กันยายน", "ก.ย."],
  ["ตุลาคม", "ต.ค."],
  ["พฤศจิกายน", "พ.ย."],
  ["ธันวาคม", "ธ.ค."],
];
const englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const BE = 543;
/** No way to write a day has half of it. */
const LONGEST = 60;
const WRITE = "write yyyy-mm-dd";

export type ReadDate = { date: string; turned: boolean } | { refused: string };

/** @param text not blank */
export function readDate(text: string): ReadDate {
  if (text.length > LONGEST) return { refused: `is no date; ${WRITE}` };
  const plain = plainDigits(text)
    .replace(/[T ]00:00(:00(\.0+)?)?Z?$/, "")
    .trim();
  const read = yearFirst(plain) ?? inWords(plain) ?? dayFirst(plain);
  if (!read) return { refused: otherwise(plain) };
  if ("refused" in read) return read;
  const { year, month, day, thai } = read;
  const era = eraOf(year, thai);
  if (era === null) return { refused: `has the year ${year}, which is neither CE nor พ.ศ.; ${WRITE}` };
  const date = iso(year - (era === "BE" ? BE : 0), month, day);
  if (date === null) return { refused: `is no day of the calendar; ${WRITE}` };
  return { date, turned: date !== text };
}

interface Day {
  year: number;
  month: number;
  day: number;
  /** in Thai words, so the year is พ.ศ. */
  thai: boolean;
}

function yearFirst(text: string): Day | null {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]), thai: false };
}

function inWords(text: string): Day | { refused: string } | null {
  const match =
    /^(?:วันที่\s*)?(\d{1,2})[\s-]*([ก-๎.]+?|[A-Za-z]+)[.,]?[\s-]*(พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(\d{4}|\d{2})$/.exec(
      text,
    );
  if (!match) return null;
  const [, day, word = "", eraWord, yearText = ""] = match;
  const bare = (name: string) => name.replace(/\./g, "");
  const thai = thaiMonths.findIndex((names) => names.some((name) => bare(name) === bare(word)));
  const english = englishMonths.indexOf(word.slice(0, 3).toLowerCase());
  if (thai < 0 && (english < 0 || /[ก-๙]/.test(word))) return null;
  const isCe = eraWord?.startsWith("ค") ?? false;
  let year = Number(yearText);
  if (yearText.length === 2) {
    // in Thai words two digits are of พ.ศ. 25xx; beside an English month they may be either
    if (thai < 0 || isCe) return { refused: twoDigits(year, (thai < 0 ? english : thai) + 1, Number(day)) };
    year += 2_500;
  }
  return { year, month: (thai < 0 ? english : thai) + 1, day: Number(day), thai: thai >= 0 && !isCe };
}

function dayFirst(text: string): Day | { refused: string } | null {
  const match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[4]!.length === 2) return { refused: twoDigits(year, month, day) };
  // in Thailand the day comes first; with a year of CE the file may come from elsewhere
  if (eraOf(year, false) === "CE" && day <= 12 && month <= 12 && day !== month) {
    return { refused: `may be ${iso(year, month, day)} or ${iso(year, day, month)}; ${WRITE}` };
  }
  return { year, month, day, thai: false };
}

function twoDigits(year: number, month: number, day: number): string {
  const be = iso(2_500 + year - BE, month, day);
  return `has a year of two digits${be ? ` (${be}, if พ.ศ. ${2_500 + year} is meant)` : ""}; ${WRITE}`;
}

function otherwise(text: string): string {
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text))));
    return `is a spreadsheet's number of a day (${day.toISOString().slice(0, 10)}?); ${WRITE}`;
  }
  if (/^\d{4}$/.test(text)) {
    const year = Number(text);
    return eraOf(year, false) === "BE"
      ? `is only a year, and พ.ศ. ${year} is ${year - BE} CE; ${WRITE}`
      : `is only a year; ${WRITE}`;
  }
  return `is no date; ${WRITE}`;
}

function eraOf(year: number, thai: boolean): "BE" | "CE" | null {
  if (year >= 2_400 && year <= 2_700) return "BE";
  return !thai && year >= 1_850 && year <= 2_150 ? "CE" : null;
}

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
