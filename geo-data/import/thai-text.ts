// Files from Thai offices come as UTF-8 or as Windows-874 (TIS-620), seldom with a word about which.

export type ThaiEncoding = "utf-8" | "windows-874";

/**
 * Tells UTF-8 from Windows-874 by what the bytes above 127 form. A name cut in the middle of a letter must not
 * turn a whole UTF-8 file into Windows-874, so nine tenths decide.
 */
export function detectThaiEncoding(bytes: Uint8Array): ThaiEncoding {
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

export function decodeThai(bytes: Uint8Array): string {
  return new TextDecoder(detectThaiEncoding(bytes)).decode(bytes);
}
