// Names of files that people keep: one for each thing that was asked, and short enough for every disk.
import { createHash } from "node:crypto";

/** Most file systems end at 255 bytes; a browser adds " (1)", a person a word. */
const MOST_BYTES = 200;
/** A part is cut no shorter while another could be cut instead. */
const LEFT_OF_A_PART = 30;

export type NamePart = string | number | null | undefined;

/**
 * Parts joined by hyphens. Whatever a name cannot hold is replaced. Where they are too long, the longest is cut, so that a title
 * does not push out the year; a few digits made of all that was asked then keep the name apart from others.
 * @param ending with its dot
 */
export function fileName(parts: readonly NamePart[], ending: string): string {
  const room = MOST_BYTES - Buffer.byteLength(ending);
  const given = parts.map((part) => clean(String(part ?? ""))).filter((part) => part !== "");
  const whole = given.join("-");
  if (Buffer.byteLength(whole) <= room) return whole + ending;
  const digits = `-${digitsOf(parts.join("-"))}`;
  const longest = given.reduce((best, part, at) => (part.length > (given[best]?.length ?? 0) ? at : best), 0);
  const part = given[longest] ?? "";
  const beside = Buffer.byteLength(whole) - Buffer.byteLength(part);
  given[longest] = cut(part, Math.max(room - digits.length - beside, LEFT_OF_A_PART));
  return cut(given.join("-"), room - digits.length) + digits + ending;
}

/** Without separators of paths, what Windows refuses, controls, and signs that reorder or hide what stands beside them. */
const clean = (text: string) =>
  text
    .normalize("NFC")
    .replaceAll(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, "-")
    .replaceAll(/^[-.]+|-+$/g, "");

/** The same for who reads ASCII alone: what was asked in other letters is told apart by the digits. */
export function asciiFileName(parts: readonly NamePart[], ending: string): string {
  const digits = /[^ -~]/.test(parts.join("")) ? digitsOf(parts.join("-")) : null;
  return fileName([...parts.map((part) => String(part ?? "").replaceAll(/[^ -~]+/g, "")), digits], ending);
}

const digitsOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** As many whole signs, a letter with its vowels and tone marks, as fit. */
function cut(text: string, bytes: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter("th", { granularity: "grapheme" }).segment(text)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > bytes) break;
    kept += segment;
  }
  return kept.replace(/-+$/, "");
}
