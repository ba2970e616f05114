// What the link and the declared indicators make together: which indicator, year and level are on the screen.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useLanguage } from "../address/use-language.ts";
import { useUrl } from "../address/use-url.ts";
import { coverageQuery, indicatorsQuery } from "../data/queries.ts";
import { type Collection, filterQuery, levelWithin } from "../lib/filter-query.ts";
import { levelByZoom } from "../lib/level-by-zoom.ts";
import { zoomSignal } from "../map/map-signals.ts";

/** Shown until the indicators are known; the last year of the framework. */
const LAST_YEAR = 2021;

export function useView() {
  const url = useUrl();
  const language = useLanguage();
  const autoLevel = useSyncExternalStore(zoomSignal.subscribe, () => levelByZoom(zoomSignal.get()));
  const indicators = useQuery(indicatorsQuery);
  const all = indicators.data ?? [];
  const indicator = all.find(({ id }) => id === url.indicator) ?? all[0];
  const years = indicator?.fiscal_years ?? [LAST_YEAR];
  const fiscalYear =
    url.fiscalYear !== null && years.includes(url.fiscalYear) ? url.fiscalYear : Math.max(...years);
  const wantedLevel = url.level ?? autoLevel;
  const { level, mapless } = standingOf(indicator, wantedLevel, url.filter.within);
  return {
    url,
    language,
    indicators: all,
    indicatorsFailed: indicators.error,
    retryIndicators: indicators.refetch,
    indicator,
    fiscalYear,
    level,
    /** why there is no map of the indicator; null where there is one */
    mapless,
    /** before it is fitted to what the indicator has */
    wantedLevel,
    filter: url.filter,
    /** the one filter as query text of a collection, the year on the screen included */
    filterText: (collection: Collection) => filterQuery(collection, url.filter, fiscalYear).toString(),
  };
}

/** The answer on the screen; `isPlaceholderData` while it is still the one before. */
export function useCoverage() {
  const { indicator, fiscalYear, level, mapless, filter } = useView();
  return useQuery(figuresQuery(indicator, fiscalYear, { level, mapless }, filter.within));
}

/**
 * Of the filter's places; of an indicator that is one figure for the whole country, that one, and of one that has none for
 * such places, nothing.
 */
function figuresQuery(
  indicator: IndicatorDeclaration | undefined,
  fiscalYear: number,
  { level, mapless }: Standing,
  within: readonly string[],
) {
  const query = coverageQuery(indicator?.id, fiscalYear, level, mapless === "country" ? [] : within);
  return mapless === "above" ? { ...query, enabled: false, placeholderData: undefined } : query;
}

export type Comparison = NonNullable<ReturnType<typeof useComparison>>;

/** What the second map shows beside the first; null without one. */
export function useComparison() {
  const { url, indicators, wantedLevel, filter } = useView();
  const { compare } = url;
  const indicator = compare ? indicators.find(({ id }) => id === compare.indicator) : undefined;
  const years = indicator?.fiscal_years ?? [];
  const asked = compare?.fiscalYear ?? LAST_YEAR;
  const fiscalYear = years.includes(asked) ? asked : Math.max(...years, 0);
  const standing = standingOf(indicator, wantedLevel, filter.within);
  const coverage = useQuery(figuresQuery(indicator, fiscalYear, standing, filter.within));
  return compare && indicator && indicator.levels.length > 0
    ? { ...compare, ...standing, indicator, fiscalYear, coverage }
    : null;
}

type Standing = {
  level: CoverageLevel;
  /** country: the indicator is one figure for the whole country · above: the filter's places lie below all it has */
  mapless: "country" | "above" | null;
};

/** The level asked for, or the nearest that the indicator has and that lies in the filter's places. */
function standingOf(
  indicator: IndicatorDeclaration | undefined,
  wanted: CoverageLevel,
  within: readonly string[],
): Standing {
  const level = levelWithin(wanted, within, indicator?.levels ?? [wanted]);
  if (level) return { level, mapless: null };
  return { level: wanted, mapless: indicator?.levels.length === 0 ? "country" : "above" };
}
