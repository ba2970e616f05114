// One spelling for one name, for lists that the page searches by itself. Its twin is db/functions/fold-text.sql, which says
// what each step is for: tests/db/fold-text.test.ts holds the two together.

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they come along from other programs, and cannot be seen
  /(?:[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u206f\u3000\ufeff.,:;'"\u00b7()/ฯ-]|[\u0300-\u036f]|[\ufe00-\ufe0f])+/g;
const THAI_DIGITS = /[๐-๙]/g;

export function foldText(value: string): string {
  return value
    .normalize("NFKD")
    .replace(UNSEEN, "")
    .toLowerCase()
    .replace(THAI_DIGITS, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/([\u0e48-\u0e4c\u0e4e]+)([\u0e31\u0e34-\u0e3a\u0e47]+)/g, "$2$1")
    .replace(/\u0e4d([\u0e48-\u0e4b]*)\u0e32/g, "$1\u0e33")
    .replace(/\u0e32([\u0e48-\u0e4b]*)\u0e4d/g, "$1\u0e33")
    .replace(/([\u0e32\u0e33])([\u0e48-\u0e4b]+)/g, "$2$1")
    .replaceAll("เเ", "แ")
    .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, "$1");
}

/** The last resort when nothing matches: tone marks, ็ and ์ left out as well. @param folded by foldText */
export function foldTone(folded: string): string {
  return folded.replace(/[\u0e47-\u0e4c]/g, "");
}
