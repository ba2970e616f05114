// JSON out of a file that may be in any encoding, with a sentence that says where it stops being JSON.
import { decodeText } from "./decode-text.ts";
import { GeoDataError } from "./errors.ts";
import { refuseOther } from "./what-file.ts";

const AGAIN = "get the file again, or save it anew as GeoJSON; nothing was loaded.";
/** Begins each text of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = "\x1E";

/**
 * @returns the values of the file: one, or with `sequences` one per line or per record
 * @throws GeoDataError naming line and place
 */
export function readJson(bytes: Uint8Array, file: string, { sequences = false } = {}): unknown[] {
  refuseOther(bytes, file, "JSON", "unpack it, or export it as GeoJSON in WGS 84, and load that.");
  const text = decodeText(bytes).text.replace(/[\0\s]+$/, "");
  if (text.trim() === "") throw new GeoDataError(`${file} has nothing in it; nothing was loaded.`, AGAIN);
  if (text.includes(RECORD_SEPARATOR)) {
    let line = 1;
    const values: unknown[] = [];
    for (const part of text.split(RECORD_SEPARATOR)) {
      if (part.trim() !== "") values.push(parseAt(part, file, line));
      line += part.split("\n").length - 1;
    }
    return severalOf(values, file, sequences);
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (isLineDelimited(lines)) {
    const values = lines.flatMap((line, at) => (line.trim() === "" ? [] : [parseAt(line, file, at + 1)]));
    return severalOf(values, file, sequences);
  }
  return [parseAt(text, file, 1)];
}

function severalOf(values: unknown[], file: string, sequences: boolean): unknown[] {
  if (sequences) return values;
  throw new GeoDataError(`${file} has JSON on every line, ${values.length} texts and not one.`, AGAIN);
}

/** More than one line, and the first two are whole objects. */
function isLineDelimited(lines: readonly string[]): boolean {
  const [first, second] = lines.filter((line) => line.trim() !== "");
  if (first === undefined || second === undefined || !second.trim().startsWith("{")) return false;
  try {
    return typeof JSON.parse(first) === "object";
  } catch {
    return false;
  }
}

function parseAt(text: string, file: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const at = placeOfError(text, cause);
    const before = text.slice(0, at).split(/\r\n|\r|\n/);
    const place = `${file} line ${firstLine + before.length - 1}, character ${before.at(-1)!.length + 1}`;
    const isCut = at >= text.trimEnd().length;
    throw new GeoDataError(
      isCut
        ? `${place}: the JSON ends in the middle; the file is not whole.`
        : `${place}: this is not JSON: ${JSON.stringify(text.slice(at, at + 30))}.`,
      AGAIN,
    );
  }
}

/** Not every message of the engine has a position: where there is none, it is found by halving. */
function placeOfError(text: string, error: unknown): number {
  const told = positionIn(error, text.length);
  if (told !== null) return told;
  // the shortest beginning that fails by what it holds, and not by ending too early
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      JSON.parse(text.slice(0, middle));
      good = middle;
    } catch (cause) {
      const at = positionIn(cause, middle);
      if (at !== null && at >= middle) good = middle;
      else bad = middle;
    }
  }
  return bad - 1;
}

function positionIn(error: unknown, length: number): number | null {
  const message = error instanceof Error ? error.message : "";
  if (/^Unexpected end of JSON/.test(message)) return length;
  const told = /at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message);
  return told ? Number(told[1]) : null;
}
