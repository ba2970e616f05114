// One cell or name as a person meant it: without signs that nobody sees, Thai vowels in the order they are read.
import type { Notes } from "./notes.ts";
import { quoted, shown } from "./quoted.ts";

/** Zero-width spaces and joiners, soft hyphens, marks of direction, byte-order marks in the middle. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const NO_BREAK_SPACES = /[\u00A0\u2007\u202F]/g;
const THAI_DIGITS = /[๐-๙]/g;
/** What it may not hold: lost letters, control characters and letters of private use. */
export const UNREADABLE = /(?![\t\r\n])\p{Cc}|\p{Co}|\uFFFD/u;

/** @param place where it is, for the notes */
export function cleanText(text: string, notes: Notes, place: string): string {
  let clean = text.normalize("NFC").trim();
  const turn = (pattern: RegExp, to: string | ((found: string) => string), kind: string) => {
    const next = clean.replace(pattern, to as string);
    if (next !== clean) notes.add(kind, `${place} ${quoted(next.trim())}`);
    clean = next;
  };
  turn(INVISIBLE, "", "zero-width signs taken out");
  turn(NO_BREAK_SPACES, " ", "no-break spaces turned into spaces");
  // a sign typed as two, and a tone mark behind the vowel it stands before
  turn(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, "$1\u0E33", "Thai vowels put in order");
  turn(/\u0E33([\u0E48-\u0E4B])/g, "$1\u0E33", "Thai vowels put in order");
  turn(/([\u0E48-\u0E4B])([\u0E31\u0E34-\u0E3A\u0E47])/g, "$2$1", "Thai vowels put in order");
  turn(/\u0E40\u0E40/g, "\u0E41", "Thai vowels put in order");
  turn(/\s+/g, (run) => (/[\r\n]/.test(run) ? " " : run), "line breaks inside cells turned into spaces");
  return clean.replace(/\s+/g, " ").trim();
}

/**
 * The text without what has no letter in it at its end: spaces, line ends, NUL and other control signs. Sign by sign, since a
 * pattern that ends in $ begins anew at each space of a long row of them.
 * @param keep a sign that stays
 */
export function withoutEnd(text: string, keep?: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] !== keep && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

const isBlank = (code: number) =>
  code <= 0x20 || (code >= 0x7f && code <= 0xa0) || (code > 0xff && /\s/.test(String.fromCharCode(code)));

/** Thai digits as 0–9. */
export function plainDigits(text: string): string {
  return text.replace(THAI_DIGITS, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** A code as its publisher meant it: Thai digits, and what spreadsheets put around a number, taken off. */
export function cleanCode(text: string, notes: Notes, place: string): string {
  const code = plainDigits(text)
    .replace(/^'(?=\d)/, "")
    .replace(/^="?(\d+)"?$/, "$1")
    .replace(/^(\d+)\.0*$/, "$1");
  if (code !== text) notes.add("codes written another way", `${place} ${quoted(text)} → ${shown(code)}`);
  return code;
}

/** Why a code is not what it should be, where a spreadsheet is the likely cause; else nothing. */
export function spoiltCode(text: string, digits: number): string {
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(text)) return "; a spreadsheet has made a number of it";
  return /^\d+$/.test(text) && text.length < digits ? "; it may have lost a zero in front" : "";
}

const WINDOWS_874 = new Map<string, number>();
/** With what programs make of its bytes 80 to 9F that take it for ISO 8859-1, as Node 20 does and Node 24 does not. */
const WINDOWS_1252 = new Map<string, number>();
for (let byte = 0; byte < 256; byte++) {
  WINDOWS_874.set(new TextDecoder("windows-874").decode(Uint8Array.of(byte)), byte);
  WINDOWS_1252.set(String.fromCodePoint(byte), byte);
}
[..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].forEach((letter, at) => {
  WINDOWS_1252.set(letter, 0x80 + at);
});

/** UTF-8 that was read as Windows-874 or Windows-1252 and saved again: the text it was, or null. */
export function unscramble(text: string): string | null {
  if (/^\p{ASCII}*$/u.test(text)) return null;
  for (const table of [WINDOWS_874, WINDOWS_1252]) {
    const bytes = [...text].map((letter) => table.get(letter));
    if (bytes.includes(undefined)) continue;
    try {
      const was = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes as number[]));
      if (/[\u0E01-\u0E5B]/.test(was)) return was;
    } catch {
      // no UTF-8: the text is what it seems
    }
  }
  return null;
}
