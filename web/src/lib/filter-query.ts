// The one filter as query fields of the API: lists, counts, point tiles and exports all take this same text, each with the
// fields that act on it.
import { type Collection, type FilterField, fieldsOf } from "@phuenthi/server/contract/collections";
import type { CoverageLevel } from "@phuenthi/server/contract/filter";
import { onServer } from "./base.ts";
import type { Filter } from "./url-state.ts";

/** Whether a field of the filter chooses among what the collection has. */
export function actsOn(field: FilterField, collection: Collection): boolean {
  return (fieldsOf[collection] as readonly FilterField[]).includes(field);
}

/**
 * The filter in the API's words, as far as it acts on the collection.
 * @param fiscalYear CE year the fiscal year ends in; null leaves the year open
 */
export function filterQuery(
  collection: Collection,
  filter: Filter,
  fiscalYear: number | null,
): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: FilterField, value: string) => {
    if (value !== "" && actsOn(name, collection)) query.set(name, value);
  };
  set("within", filter.within.join(","));
  set("kind", filter.kind.join(","));
  set("state", filter.state.join(","));
  set("best_state", filter.best_state.join(","));
  set("granted", filter.granted ?? "");
  set("q", filter.q.trim());
  if (fiscalYear !== null) set("fiscal_year", String(fiscalYear));
  return query;
}

export type ExportChoice = {
  what: "areas" | "organizations" | "plans";
  level: CoverageLevel;
  /** id of the indicator whose coverage is joined to each feature, or null */
  indicator: string | null;
};

/** Address that downloads exactly what the table of the same filter lists. */
export function exportUrl(choice: ExportChoice, filter: Filter, fiscalYear: number): string {
  const isAreas = choice.what === "areas";
  // areas are those of the figures: on this page text names organizations and plans
  const query = filterQuery(isAreas ? "coverage" : choice.what, filter, isAreas ? null : fiscalYear);
  if (isAreas) query.set("level", choice.level);
  if (choice.indicator) {
    query.set("indicator", choice.indicator);
    query.set("fiscal_year", String(fiscalYear));
  }
  return onServer(`/api/export/${choice.what}.geojson?${query}`);
}

/** Whether an area is let through: inside, or part of it inside, one of the areas asked for. */
export function isWithin(code: string, within: readonly string[]): boolean {
  return within.length === 0 || within.some((wanted) => code.startsWith(wanted));
}

/** Whether anything of the area is let through: `isWithin`, or an area above one that was asked for. */
export function touchesWithin(code: string, within: readonly string[]): boolean {
  return isWithin(code, within) || within.some((wanted) => wanted.startsWith(code));
}

const LEVELS = ["region", "province", "district", "tambon"] as const;

/** The level a table of areas can show: a filter on districts leaves no province to list. */
export function tableLevel(shown: CoverageLevel, within: readonly string[]): CoverageLevel {
  if (within.length === 0 || shown === "local_authority") return shown;
  const depth = Math.min(...within.map(depthOf));
  return LEVELS[Math.max(depth, LEVELS.indexOf(shown))] ?? shown;
}

/** Place in LEVELS; a local authority is made of tambon. */
const depthOf = (code: string) => (code.startsWith("R") ? 0 : code.startsWith("L") ? 3 : code.length / 2);
