// Files from Thai offices come as UTF-8, as Excel's UTF-16 or as Windows-874 (TIS-620), seldom with a word about which.
import type { Notes } from "./notes.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-874";

const encodingNames: Record<TextEncoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big end first",
  "windows-874": "Windows-874",
};

/** So much is looked at to tell UTF-16 without a byte-order mark. */
const LOOKED_AT = 4_096;

/** Tells the encoding by the byte-order mark, else by what the bytes form. */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return detectUtf16(bytes) ?? detectThaiEncoding(bytes);
}

/** Half of the bytes of UTF-16 are the block that the letters are of: 0 for Latin, 0E for Thai. */
function detectUtf16(bytes: Uint8Array): TextEncoding | null {
  const looked = bytes.subarray(0, LOOKED_AT & ~1);
  if (looked.length < 4 || looked.length % 2 === 1) return null;
  let [even, odd, latin] = [0, 0, 0];
  looked.forEach((byte, at) => {
    if (byte !== 0 && byte !== 0x0e) return;
    if (at % 2 === 0) even++;
    else odd++;
    if (byte === 0) latin++;
  });
  // separators and digits are in every file, so some of the block bytes are zero
  if (latin === 0) return null;
  if (odd >= looked.length * 0.45 && even < odd / 4) return "utf-16le";
  return even >= looked.length * 0.45 && odd < even / 4 ? "utf-16be" : null;
}

/**
 * Tells UTF-8 from Windows-874 by what the bytes above 127 form. A name cut in the middle of a letter must not
 * turn a whole UTF-8 file into Windows-874, so nine tenths decide.
 */
export function detectThaiEncoding(bytes: Uint8Array): "utf-8" | "windows-874" {
  let high = 0;
  let wellFormed = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let follows = 1;
    while (follows < length && (bytes[at + follows]! & 0xc0) === 0x80) follows++;
    high += follows;
    if (length > 1 && follows === length) wellFormed += length;
    at += follows - 1;
  }
  return wellFormed >= high * 0.9 ? "utf-8" : "windows-874";
}

/** As decodeText, saying so where it is not UTF-8. @param file what notes call it */
export function decodeFile(bytes: Uint8Array, file: string, notes: Notes): string {
  const { text, encoding } = decodeText(bytes);
  if (encoding !== "utf-8") notes.add(`${file}: the text is in ${encodingNames[encoding]}, and was read so`);
  return text;
}

/** The text without a byte-order mark; what no letter stands for becomes U+FFFD, for the reader to name. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const encoding = detectEncoding(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
