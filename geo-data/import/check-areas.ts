// Assertions on codes, names, counts and places. Every problem is a sentence that names the offender.
import { spoiltCode, unscramble } from "./clean-text.ts";
import type { Conformed, Level, NamedArea } from "./conform.ts";
import type { NameRepair } from "./lookups.ts";
import { listed, quoted, shown } from "./quoted.ts";
import type { RawLevels } from "./reader.ts";
import type { BoundarySource } from "./source.schema.ts";
import { UNITS_PER_DEGREE } from "./topology/coverage.ts";

const codeLength: Record<Level, number> = { province: 2, district: 4, tambon: 6 };
const parentOf = { district: "province", tambon: "district" } as const;

/** Thailand in degrees, with a margin. Swapped axes or another projection fall outside. */
const thailand = { west: 97.2, south: 5.5, east: 105.8, north: 20.6 };

export function checkAreas(
  source: BoundarySource,
  areas: Conformed,
  repairs: readonly NameRepair[],
): string[] {
  const levels = ["province", "district", "tambon"] as const;
  return [
    ...areas.problems,
    ...levels.flatMap((level) => checkCodes(level, areas[level], source)),
    ...levels.flatMap((level) => areas[level].flatMap((area) => checkNames(level, area, source, repairs))),
    ...levels.flatMap((level) => checkCount(level, areas[level].length, source)),
    ...checkParents("district", areas),
    ...checkParents("tambon", areas),
    ...checkPlaces(areas),
  ];
}

/** Columns that no row has, and what there is instead. */
export function checkColumns(source: BoundarySource, raw: RawLevels): string[] {
  const lines = new Set<string>();
  for (const level of ["tambon", "district", "province"] as const) {
    const there = new Set(raw[level].flatMap(({ properties }) => Object.keys(properties)));
    const own = raw[level] === raw.tambon && level !== "tambon" ? [] : [level];
    // in flat formats the columns of all three levels stand in one row
    const levels =
      raw.district === raw.tambon && level === "tambon" ? (["tambon", "district", "province"] as const) : own;
    const wanted = levels.flatMap((one) => Object.values(source.columns[one]));
    const missing = wanted.filter((column) => !there.has(column));
    if (missing.length === 0) continue;
    const has = listed([...there], 30) || "none";
    lines.add(`the columns ${missing.join(", ")} are missing; the file has ${has}`);
  }
  return [...lines];
}

/** A code as a sentence has it, whatever the file has. */
const called = (code: string) => shown(code) || "without a code";

function checkCodes(level: Level, areas: readonly NamedArea[], source: BoundarySource): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { code, name_th, place } of areas) {
    const where = `(${place}, ${source.columns[level].code})`;
    const digits = codeLength[level];
    if (!/^[0-9]+$/.test(code) || code.length !== digits) {
      const why = `which is not ${digits} digits${spoiltCode(code, digits)}`;
      problems.push(`${level} ${quoted(name_th)} has the code ${quoted(code)}, ${why} ${where}`);
    }
    if (seen.has(code)) problems.push(`${level} ${called(code)} is there more than once ${where}`);
    seen.add(code);
  }
  return problems;
}

function checkNames(
  level: Level,
  { code, name_th, name_en, place }: NamedArea,
  source: BoundarySource,
  repairs: readonly NameRepair[],
): string[] {
  const problems: string[] = [];
  const name = `${level} ${called(code)}: the Thai name ${quoted(name_th)}`;
  const where = `(${place}, ${source.columns[level].name_th})`;
  // Thai letters, vowels, marks, digits and the few signs that names use (จ.ป.ร., สุไหงโก-ลก)
  if (!/^[\u0E01-\u0E5B][\u0E01-\u0E5B .()-]*$/.test(name_th) || unscramble(name_th)) {
    problems.push(`${name} is blank or not Thai: wrong encoding? ${where}`);
  } else if (/[เแโใไ]$/.test(name_th)) {
    problems.push(`${name} is cut: no word ends with that vowel ${where}`);
  } else if (
    [...name_th].length === source.thai_names_cut_at &&
    !repairs.some((repair) => repair.code === code && repair.name_th === name_th)
  ) {
    problems.push(
      `${name} has exactly ${source.thai_names_cut_at} characters and may be cut: look it up and put it into lookups/name-repairs.csv ${where}`,
    );
  }
  if (!/^[A-Za-z][\x20-\x7E’]*$/.test(name_en)) {
    problems.push(
      `${level} ${called(code)}: the English name ${quoted(name_en)} is blank or not in Latin letters (${place}, ${source.columns[level].name_en})`,
    );
  }
  return problems;
}

function checkCount(level: Level, count: number, source: BoundarySource): string[] {
  const expected = source.expected[level];
  return count === expected
    ? []
    : [`there are ${count} areas of level ${level}, the source declares ${expected}`];
}

function checkParents(level: "district" | "tambon", areas: Conformed): string[] {
  const parentLevel = parentOf[level];
  const parents = new Set(areas[parentLevel].map(({ code }) => code));
  const withChildren = new Set<string>();
  const problems: string[] = [];
  for (const { code } of areas[level]) {
    const parent = code.slice(0, codeLength[parentLevel]);
    withChildren.add(parent);
    if (!parents.has(parent))
      problems.push(`${level} ${called(code)}: its ${parentLevel} ${called(parent)} is not in the source`);
  }
  for (const parent of parents) {
    if (!withChildren.has(parent)) problems.push(`${parentLevel} ${called(parent)} has no ${level}`);
  }
  return problems;
}

function checkPlaces({ tambon }: Conformed): string[] {
  return tambon.flatMap(({ code, place, polygons }) => {
    const stray = polygons.flat(2).find(([x, y]) => !isInThailand(x, y));
    if (!stray) return [];
    const [x, y] = stray;
    const why = isInThailand(y, x) ? "are longitude and latitude swapped?" : "is it in WGS 84?";
    return [
      `tambon ${called(code)} has a point at ${x / UNITS_PER_DEGREE}, ${y / UNITS_PER_DEGREE} (longitude, latitude), outside Thailand: ${why} (${place})`,
    ];
  });
}

function isInThailand(x: number, y: number): boolean {
  const [longitude, latitude] = [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
  return (
    longitude >= thailand.west &&
    longitude <= thailand.east &&
    latitude >= thailand.south &&
    latitude <= thailand.north
  );
}
