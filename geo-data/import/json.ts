// JSON out of a file that may be in any encoding, with a sentence that says where it stops being JSON.
import { withoutEnd } from "./clean-text.ts";
import { decodeFile } from "./decode-text.ts";
import { GeoDataError } from "./errors.ts";
import { MOST, refuseLarge, smaller } from "./most.ts";
import { Notes } from "./notes.ts";
import { quoted } from "./quoted.ts";
import { refuseOther } from "./what-file.ts";

const AGAIN = "get the file again, or save it anew as GeoJSON; nothing was loaded.";
/** Begins each text of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = "\x1E";

/**
 * @returns the values of the file: one, or with `sequences` one per line or per record
 * @throws GeoDataError naming line and place
 */
export function readJson(
  bytes: Uint8Array,
  file: string,
  { sequences = false, notes = new Notes() } = {},
): unknown[] {
  refuseOther(bytes, file, "JSON", "unpack it, or export it as GeoJSON in WGS 84, and load that.");
  refuseLarge(file, bytes.length, MOST.json, smaller.json);
  const text = withoutEnd(decodeFile(bytes, file, notes));
  if (text === "") throw new GeoDataError(`${file} has nothing in it; nothing was loaded.`, AGAIN);
  if (text.includes(RECORD_SEPARATOR)) {
    let line = 1;
    const values: unknown[] = [];
    for (const part of text.split(RECORD_SEPARATOR)) {
      if (part.trim() !== "") values.push(parseAt(part, file, line));
      line += placeIn(part, part.length).line - 1;
    }
    return severalOf(values, file, sequences);
  }
  if (isLineDelimited(text)) {
    const values: unknown[] = [];
    for (const { line, number } of linesOf(text)) values.push(parseAt(line, file, number));
    return severalOf(values, file, sequences);
  }
  return [parseAt(text, file, 1)];
}

function severalOf(values: unknown[], file: string, sequences: boolean): unknown[] {
  if (sequences) return values;
  throw new GeoDataError(`${file} has JSON on every line, ${values.length} texts and not one.`, AGAIN);
}

/** More than one line, and the first two are whole objects. */
function isLineDelimited(text: string): boolean {
  const lines = linesOf(text);
  const [first, second] = [lines.next().value, lines.next().value];
  if (!first || !second?.line.trim().startsWith("{")) return false;
  try {
    return typeof JSON.parse(first.line) === "object";
  } catch {
    return false;
  }
}

/** The lines with something in them, one at a time: there may be as many as the file has bytes. */
function* linesOf(text: string): Generator<{ line: string; number: number }, undefined> {
  const ends = /\r\n|\r|\n|$/g;
  let number = 1;
  for (let from = 0; from <= text.length; number++) {
    ends.lastIndex = from;
    const end = ends.exec(text)!;
    const line = text.slice(from, end.index);
    if (line.trim() !== "") yield { line, number };
    if (end[0] === "") return;
    from = end.index + end[0].length;
  }
}

/** Line and character, counted from 1, of a place in the text. */
function placeIn(text: string, at: number): { line: number; character: number } {
  let [line, from] = [1, 0];
  const ends = /\r\n|\r|\n/g;
  for (let end = ends.exec(text); end && end.index + end[0].length <= at; end = ends.exec(text)) {
    line++;
    from = end.index + end[0].length;
  }
  return { line, character: at - from + 1 };
}

function parseAt(text: string, file: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const at = placeOfError(text, cause);
    const { line, character } = placeIn(text, at);
    const place = `${file} line ${firstLine + line - 1}, character ${character}`;
    const isCut = at >= text.trimEnd().length;
    throw new GeoDataError(
      isCut
        ? `${place}: the JSON ends in the middle; the file is not whole.`
        : `${place}: this is not JSON: ${quoted(text.slice(at, at + 30))}.`,
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
