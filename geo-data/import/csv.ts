// Every CSV of the project comes in here: whatever encoding, separator and line ends an office's program wrote.
// What can mean only one thing is turned and said; what can mean two things is refused by file, line and column.
import { CsvError, parse } from "csv-parse/sync";
import { cleanText, UNREADABLE, unscramble, withoutEnd } from "./clean-text.ts";
import { readHeading, type Wanted } from "./csv-heading.ts";
import { decodeFile } from "./decode-text.ts";
import { GeoDataError } from "./errors.ts";
import { MOST, refuseLarge, smaller } from "./most.ts";
import { Notes } from "./notes.ts";
import { quoted, shown } from "./quoted.ts";
import { refuseOther } from "./what-file.ts";

const SEPARATORS = [",", ";", "\t", "|"] as const;
const separatorNames: Record<string, string> = { ";": "semicolons", "\t": "tabs", "|": "upright bars" };
/** A list of codes may be long; a cell of more has lost its quotation mark, or is no table's. */
const MOST_CELL_LETTERS = 20_000;
/** The country has some 75,000 villages. */
const MOST_LINES = 250_000;
const AS_CSV = 'save it as "CSV UTF-8" and load it again.';

export interface CsvRow<Column extends string = string> {
  /** where it begins in the file, counted from 1 */
  line: number;
  cells: Record<Column, string>;
}

interface Line {
  line: number;
  cells: string[];
}

/**
 * Reads a CSV with a heading.
 * @param input the bytes of the file, or its text
 * @param options.file what messages call it
 * @returns a row per line that has something in it; cells are without spaces at their ends
 * @throws GeoDataError naming line and column; also when there is nothing but a heading
 */
export function readCsv<Column extends string>(
  input: Uint8Array | string,
  options: { file: string; notes?: Notes; mayHaveNoLines?: boolean } & Wanted<Column>,
): CsvRow<Column>[] {
  const { file, notes = new Notes() } = options;
  const { records, blank, separator } = splitRecords(input, options, notes);
  if (separatorNames[separator]) notes.add(`${file}: columns are separated by ${separatorNames[separator]}`);
  const [first] = records;
  const rest = records.slice(1);
  if (!first) throw new GeoDataError(`${file} has nothing in it; nothing was loaded.`, "name another file.");
  const heading = readHeading(file, first, rest, options, notes);
  refuseMixed(file, separator, first, rest[0]);
  if (rest.length === 0 && !options.mayHaveNoLines) {
    throw new GeoDataError(
      `${file} has a heading (line ${first.line}) and no line under it; nothing was loaded.`,
      "fill it in, or name another file.",
    );
  }
  if (blank > 0) notes.add(`${file}: ${blank} blank lines left out`);
  return rest.map((record) => readRow(file, record, heading, options, notes));
}

/** The lines of a small CSV by the names in its heading, whatever they are. */
export function parseCsv(text: string): Record<string, string>[] {
  const options = { file: "CSV", columns: [], others: "allowed", mayHaveNoLines: true } as const;
  return readCsv(text, options).map(({ cells }) => cells);
}

function readRow<Column extends string>(
  file: string,
  { line, cells }: Line,
  heading: (string | null)[],
  { mayBeBlank = [] }: Wanted<Column>,
  notes: Notes,
): CsvRow<Column> {
  const beyond = cells.findIndex((cell, at) => (heading[at] ?? null) === null && cell.trim() !== "");
  if (beyond >= 0) {
    throw new GeoDataError(
      `${file} line ${line}: ${quoted(cells[beyond]!)} stands in column ${beyond + 1}, which has no heading ` +
        `(the line has ${cells.length} cells, the heading ${heading.length}).`,
      "put cells that hold a separator into quotes, or give the column a heading; nothing was loaded.",
    );
  }
  const missing = heading.slice(cells.length).filter((column) => column !== null);
  const needed = missing.find((column) => !(mayBeBlank as readonly string[]).includes(column));
  if (needed !== undefined) {
    throw new GeoDataError(
      `${file} line ${line}: ${cells.length} cells where the heading has ${heading.length}; ${needed} is missing.`,
      "complete the line; nothing was loaded.",
    );
  }
  if (missing.length > 0) notes.add("lines that end early taken as blank at their end", `line ${line}`);
  const row = heading.flatMap((column, at) => {
    if (column === null) return [];
    return [[column, readCell(file, line, column, cells[at] ?? "", notes)]];
  });
  return { line, cells: Object.fromEntries(row) as Record<Column, string> };
}

function readCell(file: string, line: number, column: string, cell: string, notes: Notes): string {
  const place = `line ${line}, ${column}`;
  const refuse = (why: string) =>
    new GeoDataError(`${file} ${place}: ${quoted(cell)} ${why}.`, `open the file it came from and ${AS_CSV}`);
  if (cell.length > MOST_CELL_LETTERS) {
    throw refuse(`has ${cell.length} letters, and no cell has more than ${MOST_CELL_LETTERS}`);
  }
  const was = unscramble(cell.trim());
  if (was) throw refuse(`was saved in the wrong encoding (it was ${quoted(was)})`);
  if (UNREADABLE.test(cell)) throw refuse("has a letter that could not be read: the encodings are mixed");
  return cleanText(cell, notes, place);
}

function splitRecords(
  input: Uint8Array | string,
  { file, columns }: { file: string } & Wanted<string>,
  notes: Notes,
): { records: Line[]; blank: number; separator: string } {
  let text: string;
  refuseLarge(file, input.length, MOST.csv, smaller.csv);
  if (typeof input === "string") text = input.replace(/^\uFEFF/, "");
  else {
    refuseOther(input, file, "a CSV file", AS_CSV);
    text = decodeFile(input, file, notes);
  }
  // padding after a crash, and the end mark of DOS; tabs may be empty cells
  text = `${withoutEnd(text, "\t")}\n`.replace(/\r\n?/g, "\n");
  const told = /^"?sep=(.)"?[^\S\n]*\n/i.exec(text);
  if (told) text = text.slice(told[0].length);
  const formulas = text.replace(/(^|[,;\t|\n])="([^"\n]*)"/g, '$1"$2"');
  if (formulas !== text) notes.add(`${file}: cells of the form ="…" taken as text`);
  const separator = told?.[1] ?? findSeparator(formulas, columns);
  return { ...split(file, formulas, separator, told ? 1 : 0), separator };
}

/** The one that finds most of the wanted columns in the first lines, else the one that makes most columns. */
function findSeparator(text: string, columns: readonly string[]): string {
  const score = (separator: string) => {
    const head = text.trimStart().split("\n", 10);
    const cells = head.map((line) => line.split(separator).map((cell) => cell.replace(/"/g, "").trim()));
    const found = columns.filter((column) =>
      cells.some((line) => line.some((cell) => cell.toLowerCase() === column.toLowerCase())),
    );
    return found.length * 1_000 + (cells[0]?.length ?? 0);
  };
  return SEPARATORS.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** The lines with something in them, and how many have nothing. */
function split(
  file: string,
  text: string,
  delimiter: string,
  linesBefore: number,
): { records: Line[]; blank: number } {
  let end = linesBefore;
  let blank = 0;
  let empty = 0;
  const records: Line[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines, empty_lines }) => {
        end = linesBefore + lines;
        empty = empty_lines;
        if (records.length + blank >= MOST_LINES) throw tooMany(file);
        // a record may go over several lines
        const line = end - cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
        if (cells.some((cell) => cell.trim() !== "")) records.push({ line, cells });
        else blank++;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why = error.code === "CSV_QUOTE_NOT_CLOSED" ? "a quote opens and does not close" : "a stray quote";
    const { line, rest } = nextFilled(text, end - linesBefore);
    refuseMixed(file, delimiter, records[0], records[1] ?? { line: linesBefore + line, cells: [rest] });
    throw new GeoDataError(
      `${file} line ${linesBefore + line}: ${why}: ${shown(rest)}`,
      'put the whole cell into quotes, and write a quote inside it twice (""); nothing was loaded.',
    );
  }
  return { records, blank: blank + empty };
}

/** The heading is separated by one sign and the lines under it by another. */
function refuseMixed(
  file: string,
  separator: string,
  heading: Line | undefined,
  line: Line | undefined,
): void {
  if (!heading || !line || heading.cells.length < 3 || line.cells.length > 1) return;
  const other = SEPARATORS.find(
    (one) => one !== separator && line.cells[0]!.split(one).length >= heading.cells.length - 1,
  );
  if (other === undefined) return;
  const name = (one: string) => separatorNames[one] ?? "commas";
  throw new GeoDataError(
    `${file} line ${line.line} is separated by ${name(other)}, the heading (line ${heading.line}) by ${name(separator)}.`,
    "use one of them in the whole file; nothing was loaded.",
  );
}

const tooMany = (file: string) =>
  new GeoDataError(
    `${file} has more than ${MOST_LINES} lines, and no more are read.`,
    `${smaller.csv}; nothing was loaded.`,
  );

/** The first line after so many that has something in it, counted from 1. */
function nextFilled(text: string, after: number): { line: number; rest: string } {
  let at = 0;
  let line = 1;
  while (at < text.length && (line <= after || text[at] === "\n")) {
    const end = text.indexOf("\n", at);
    if (end < 0) break;
    at = end + 1;
    line++;
  }
  const end = text.indexOf("\n", at);
  return { line, rest: text.slice(at, end < 0 ? undefined : end) };
}
