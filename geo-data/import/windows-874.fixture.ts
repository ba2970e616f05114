/** Thai text as offices' older programs write it: one byte per letter, U+0E01 at A1. */
export function toWindows874(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    return code < 0x80 ? code : code - 0x0e00 + 0xa0;
  });
}
