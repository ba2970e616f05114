// What a link asked for that cannot be shown, and what is shown instead: said on the page, and not kept in the address.
import { meantByBuddhistYear } from "@phuenthi/server/contract/filter";

export type LinkNotice =
  | { kind: "buddhist_year"; asked: number; shown: number }
  /** no year CE that there are figures of; asked as the link has it */
  | { kind: "year"; asked: string; shown: number }
  | { kind: "indicator" | "compare"; asked: string };

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
