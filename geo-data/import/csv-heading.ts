// The heading of a CSV: which column stands where, and a sentence when it is not the heading that is wanted.
import { cleanText } from "./clean-text.ts";
import { GeoDataError } from "./errors.ts";
import type { Notes } from "./notes.ts";
import { quoted, shown } from "./quoted.ts";

/** No list of ours has a tenth of it; a heading of more is no heading. */
const MOST_COLUMNS = 1_000;
/** So many are named in a message. */
const NAMED = 12;

/** Which columns a file must have; others are unknown, and refused, unless allowed. */
export interface Wanted<Column extends string> {
  columns: readonly Column[];
  others?: "allowed";
  /** Columns whose cells may be missing where a line ends early. */
  mayBeBlank?: readonly Column[];
}

interface Line {
  line: number;
  cells: string[];
}

/** Cells are compared so, since spreadsheets and people change case and put spaces. */
const folded = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** @returns the name of each column as it is wanted, null for columns without a heading and anything in them */
export function readHeading(
  file: string,
  first: Line,
  rest: readonly Line[],
  { columns, others }: Wanted<string>,
  notes: Notes,
): (string | null)[] {
  const wanted = new Map(columns.map((column) => [folded(column), column]));
  if (first.cells.length > MOST_COLUMNS) {
    throw new GeoDataError(
      `${file} line ${first.line}: the heading has ${first.cells.length} columns, and no more than ${MOST_COLUMNS} are read.`,
      `the columns are ${columns.join(", ")}: take the others out; nothing was loaded.`,
    );
  }
  const heading = first.cells.map((cell, at) => {
    const name = cleanText(cell, notes, `line ${first.line}, column ${at + 1}`);
    const meant = wanted.get(folded(name));
    if (meant !== undefined && meant !== name)
      notes.add("headings written another way", `${quoted(name)} → ${meant}`);
    return (meant ?? name) || null;
  });
  while (heading.at(-1) === null) heading.pop();
  const where = `${file} line ${first.line}`;
  const twice = heading.findIndex((name, at) => name !== null && heading.indexOf(name) !== at);
  if (twice >= 0) {
    throw new GeoDataError(
      `${where}: the heading has ${shown(heading[twice]!)} twice, in columns ${heading.indexOf(heading[twice]!) + 1} and ${twice + 1}.`,
      "take one out or give it another name; nothing was loaded.",
    );
  }
  refuseOthers(where, first, rest, heading, columns, others === "allowed");
  return heading;
}

function refuseOthers(
  where: string,
  first: Line,
  rest: readonly Line[],
  heading: readonly (string | null)[],
  columns: readonly string[],
  othersAllowed: boolean,
): void {
  const missing = columns.filter((column) => !heading.includes(column));
  const unknown = heading.flatMap((name, at) =>
    name === null || othersAllowed || columns.includes(name) ? [] : [`${quoted(name)} (column ${at + 1})`],
  );
  if (missing.length === 0 && unknown.length === 0) return;
  const found = rest
    .slice(0, 20)
    .find(
      ({ cells }) =>
        columns.length > 0 && columns.every((column) => cells.map(folded).includes(folded(column))),
    );
  if (missing.length > 0 && found) {
    throw new GeoDataError(
      `${where} is not the heading: ${quoted(first.cells.join(" ").trim())}; the heading is line ${found.line}.`,
      `take out what stands above line ${found.line}; nothing was loaded.`,
    );
  }
  const parts = [
    ...(missing.length > 0 ? [`the heading lacks ${missing.join(", ")}`] : []),
    ...(unknown.length > 0
      ? [`the heading has ${some(unknown)}, which ${unknown.length > 1 ? "are" : "is"} unknown`]
      : []),
  ];
  const there = some(
    heading.map((name, at) => `${name === null ? "(blank)" : shown(name)} (column ${at + 1})`),
  );
  const has =
    missing.length > 0 && (othersAllowed || unknown.length === 0) ? `; it has ${there || "nothing"}` : "";
  throw new GeoDataError(
    `${where}: ${parts.join("; ")}${has}.`,
    `the columns are ${columns.join(", ")}: correct the heading${unknown.length > 0 ? ", or take the column out" : ""}; nothing was loaded.`,
  );
}

const some = (names: readonly string[]) =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).join(", ")}, and ${names.length - NAMED} more`
    : names.join(", ");
