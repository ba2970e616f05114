// Which places the filter lets through, regions and local authorities included.
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useMemo } from "react";
import { usePlaces, useProvincesWithin } from "../data/use-areas.ts";
import { isWithin } from "../lib/filter-query.ts";
import { partsOfPlaces } from "../lib/named-place.ts";

/**
 * @param within the filter's places
 * @returns whether they let a place of the level through, as `isWithin` does an area; null until that is known
 */
export function useLetsThrough(
  level: CoverageLevel,
  within: readonly string[],
): ((code: string) => boolean) | null {
  const isMade = level === "region" || level === "local_authority";
  const places = usePlaces(isMade).data;
  const areas = useProvincesWithin(within);
  return useMemo(() => {
    if (isMade && !places) return null;
    const partsOf = places && isMade ? partsOfPlaces(places) : null;
    return (code) => (partsOf?.get(code) ?? [code]).some((part) => isWithin(part, areas));
  }, [isMade, places, areas]);
}
