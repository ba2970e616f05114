// What a link asked for that cannot be shown, and what is shown instead: said on the page, and not kept in the address.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { meantByBuddhistYear } from "@phuenthi/server/contract/vocabulary";

export type LinkNotice =
  | { kind: "buddhist_year"; asked: number; shown: number }
  /** no year CE that there are figures of; asked as the link has it */
  | { kind: "year"; asked: string; shown: number }
  | { kind: "indicator" | "compare"; asked: string }
  /** two maps of what has none; asked is the indicator's name */
  | { kind: "compare_mapless"; asked: string };

type Declared = Pick<IndicatorDeclaration, "id" | "levels">;

/**
 * The indicator for which there are no two maps to compare: one that is a single figure for the whole country.
 * @param pair the indicators of both maps
 */
export function maplessOf<One extends Declared>(pair: readonly (One | undefined)[]): One | null {
  return pair.find((one) => one?.levels.length === 0) ?? null;
}

/**
 * @param asked a fiscal year as the link has it
 * @param years those there are figures of
 * @param shown the one on the screen
 */
export function yearNotice(
  asked: string,
  years: readonly number[],
  shown: number,
): Extract<LinkNotice, { shown: number }> | null {
  const year = asked.trim() === "" ? Number.NaN : Number(asked);
  if (years.includes(year)) return null;
  const meant = meantByBuddhistYear(year);
  if (meant !== null && years.includes(meant)) return { kind: "buddhist_year", asked: year, shown: meant };
  return { kind: "year", asked, shown };
}
