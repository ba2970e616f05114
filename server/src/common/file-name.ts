// Names of files that people keep: one for each thing that was asked, and short enough for every disk.
import { createHash } from "node:crypto";

/** Most file systems end at 255 bytes; a browser adds " (1)", a person a word. */
const MOST_BYTES = 200;
/** A part is cut no shorter while another could be cut instead. */
const LEFT_OF_A_PART = 30;

/** kept: the name of a place, cut only when nothing else is left to cut. */
export type NamePart = string | number | null | undefined | { kept: string };

/**
 * Parts joined by hyphens. Whatever a name cannot hold is replaced. Where they are too long, the longest is cut, so that a title
 * does not push out the year or the place; a few digits made of all that was asked then keep the name apart from others.
 * @param ending with its dot
 */
export function fileName(parts: readonly NamePart[], ending: string): string {
  const room = MOST_BYTES - Buffer.byteLength(ending);
  const given = parts
    .map((part) => ({ text: clean(textOf(part)), isKept: typeof part === "object" }))
    .filter(({ text }) => text !== "");
  const whole = given.map(({ text }) => text).join("-");
  if (Buffer.byteLength(whole) <= room) return whole + ending;
  const digits = `-${digitsOf(joined(parts))}`;
  const [longest] = given.filter(({ isKept }) => !isKept).sort((a, b) => b.text.length - a.text.length);
  if (longest) {
    const beside = Buffer.byteLength(whole) - Buffer.byteLength(longest.text);
    longest.text = cut(longest.text, Math.max(room - digits.length - beside, LEFT_OF_A_PART));
  }
  return cut(given.map(({ text }) => text).join("-"), room - digits.length) + digits + ending;
}

const textOf = (part: NamePart) => String((part && typeof part === "object" ? part.kept : part) ?? "");
const joined = (parts: readonly NamePart[]) => parts.map(textOf).join("-");

/** Without separators of paths, what Windows refuses, controls, and signs that reorder or hide what stands beside them. */
const clean = (text: string) =>
  text
    .normalize("NFC")
    .replaceAll(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, "-")
    .replaceAll(/^[-.]+|-+$/g, "");

/** The same for who reads ASCII alone: what was asked in other letters is told apart by the digits. */
export function asciiFileName(parts: readonly NamePart[], ending: string): string {
  const digits = /[^ -~]/.test(joined(parts)) ? digitsOf(joined(parts)) : null;
  return fileName([...parts.map((part) => textOf(part).replaceAll(/[^ -~]+/g, "")), digits], ending);
}

const digitsOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** As many whole words as fit; of a first word that is longer, whole signs, a letter with its vowels and tone marks. */
function cut(text: string, bytes: number): string {
  return beginning(text, bytes, "word") || beginning(text, bytes, "grapheme");
}

function beginning(text: string, bytes: number, granularity: "word" | "grapheme"): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter("th", { granularity }).segment(text)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > bytes) break;
    kept += segment;
  }
  return kept.replace(/-+$/, "");
}
