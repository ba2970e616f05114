// Where a level says next to nothing of an indicator: it has no figures so fine, or most are too small to be told.
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useQueries } from "@tanstack/react-query";
import { coverageQuery } from "../data/queries.ts";
import { isMostlyWithheld } from "../lib/classes.ts";
import { levelWithin } from "../lib/filter-query.ts";
import { useCoverage, useView } from "./use-view.ts";

/** From fine to coarse. */
const COARSER: readonly CoverageLevel[] = ["district", "province", "region"];

/** @returns the level that was asked for, why it says little, and one that says more (null: none, or not known yet) */
export function useQuietLevel(): {
  asked: CoverageLevel;
  why: "level" | "withheld";
  better: CoverageLevel | null;
} | null {
  const { indicator, fiscalYear, level, wantedLevel, mapless, filter } = useView();
  const { data } = useCoverage();
  const isWithheld = data !== undefined && data.indicator === indicator?.id && isMostlyWithheld(data);
  // none that lies above the places of the filter
  const coarser = COARSER.slice(COARSER.indexOf(level) + 1).filter(
    (one) => levelWithin(one, filter.within, indicator?.levels ?? []) === one,
  );
  const better = useQueries({
    queries: coarser.map((one) => ({
      ...coverageQuery(indicator?.id, fiscalYear, one, filter.within),
      enabled: isWithheld,
      placeholderData: undefined,
    })),
    combine: (answers) =>
      coarser.find((_, i) => {
        const answer = answers[i]?.data;
        return answer !== undefined && !isMostlyWithheld(answer);
      }) ?? null,
  });
  if (!indicator || mapless) return null;
  if (isWithheld && data) return { asked: data.level, why: "withheld", better };
  return indicator.levels.includes(wantedLevel) ? null : { asked: wantedLevel, why: "level", better: level };
}
