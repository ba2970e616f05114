// The one filter as query fields of the API: lists, counts, point tiles and exports all take this same text, each with the
// fields that act on it.
import type { CatalogueFormat } from "@phuenthi/server/contract/catalogue";
import { fieldsOf } from "@phuenthi/server/contract/collections";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { filterFieldsOf } from "@phuenthi/server/records/record-contract";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import { onServer } from "./base.ts";
import { type Filter, ownField } from "./filter.ts";
import { register } from "./kinds.ts";

/** Names of collections: areas, coverage and their like, or a kind's. */
export type Collection = string;
export type FilterField = string;

/** Which fields of the filter choose among what the collection has. */
function fieldsActingOn(collection: Collection): readonly string[] {
  const kind = register.byCollection(collection);
  return kind ? Object.keys(filterFieldsOf(kind)) : (fieldsOf[collection as keyof typeof fieldsOf] ?? []);
}

/** Whether a field of the filter chooses among what the collection has. */
export function actsOn(field: FilterField, collection: Collection): boolean {
  const own = field.split(".");
  if (own.length > 1) return own[0] === collection;
  return fieldsActingOn(collection).includes(field);
}

/**
 * The filter in the API's words, as far as it acts on the collection.
 * @param fiscalYear CE year the fiscal year ends in; null leaves the year open
 */
export const filterQuery = (collection: Collection, filter: Filter, fiscalYear: number | null) =>
  queryOfFields(collection, fieldsActingOn(collection), filter, fiscalYear);

/** The same for what says by itself which fields act on it. @param collection whose own conditions they are */
export function queryOfFields(
  collection: Collection,
  fields: readonly FilterField[],
  filter: Filter,
  fiscalYear: number | null,
): URLSearchParams {
  const said: Record<FilterField, string> = {
    within: filter.within.join(","),
    q: filter.q.trim(),
    fiscal_year: fiscalYear === null ? "" : String(fiscalYear),
  };
  const query = new URLSearchParams();
  for (const field of fields) {
    const value = said[field] ?? filter.own[ownField(collection, field)]?.join(",") ?? "";
    if (value !== "") query.set(field, value);
  }
  return query;
}

export type ExportChoice = {
  /** areas, or a kind's collection */
  what: Collection;
  format: Pick<CatalogueFormat, "id" | "has_words">;
  language: "th" | "en";
  level: CoverageLevel;
  /** id of the indicator whose coverage is joined to each feature, or null */
  indicator: string | null;
};

/** Address that downloads exactly what the table of the same filter lists. */
export function exportUrl(choice: ExportChoice, filter: Filter, fiscalYear: number): string {
  const isAreas = choice.what === "areas";
  // areas are those of the figures: on this page text names records
  const query = filterQuery(isAreas ? "coverage" : choice.what, filter, isAreas ? null : fiscalYear);
  if (isAreas) query.set("level", choice.level);
  if (choice.indicator) {
    query.set("indicator", choice.indicator);
    query.set("fiscal_year", String(fiscalYear));
  }
  if (choice.format.has_words && choice.language !== "th") query.set("lang", choice.language);
  const path = collectionPath({ collection: choice.what });
  return onServer(`/api/export/${path}.${choice.format.id}?${query}`);
}

/** Whether an area is let through: inside, or part of it inside, one of the areas asked for. */
export function isWithin(code: string, within: readonly string[]): boolean {
  return within.length === 0 || within.some((wanted) => code.startsWith(wanted));
}

/** The places of a set that lie in no other of it. */
const apart = (within: readonly string[]) =>
  within.filter((code) => !within.some((other) => other !== code && code.startsWith(other)));

const LEVELS = ["region", "province", "district", "tambon"] as const;

/** 0 for a region … 3 for a tambon; a local authority stands beside tambon. */
function depthOf(code: string): number {
  if (code.startsWith("R")) return 0;
  return code.startsWith("L") ? 3 : code.length / 2;
}

/**
 * The level at which the places of a set can be shown: a filter on districts leaves no province to list.
 * @param levels those there are, from the region down
 * @returns the one wanted, or else the next finer, or the finest; null: all lie above the places
 */
export function levelWithin(
  wanted: CoverageLevel,
  within: readonly string[],
  levels: readonly CoverageLevel[],
): CoverageLevel | null {
  const depth = within.length === 0 ? 0 : Math.min(...within.map(depthOf));
  const below = LEVELS.filter((level, at) => at >= depth && levels.includes(level));
  const isAuthority = wanted === "local_authority";
  if (isAuthority && levels.includes(wanted)) return wanted;
  const finer = isAuthority
    ? undefined
    : below.find((level) => LEVELS.indexOf(level) >= LEVELS.indexOf(wanted));
  return finer ?? below.at(-1) ?? levels.find((level) => level === "local_authority") ?? null;
}

/**
 * The level whose places have others to be ranked with: inside a single place, the next finer than its own.
 * @param level at which the set is shown @param levels those there are, from the region down
 */
export function rankedLevel(
  level: CoverageLevel,
  within: readonly string[],
  levels: readonly CoverageLevel[],
): CoverageLevel {
  const [only, another] = apart(within);
  if (only === undefined || another !== undefined || level === "local_authority") return level;
  const depth = depthOf(only);
  if (LEVELS.indexOf(level) > depth) return level;
  return LEVELS.find((one, at) => at > depth && levels.includes(one)) ?? level;
}
