// What the link and the declared indicators make together: which indicator, year and level are on the screen.

import type { Collection } from "@phuenthi/server/contract/collections";
import type { CoverageLevel } from "@phuenthi/server/contract/filter";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { areasOf } from "./lib/authority-tambon.ts";
import { filterQuery } from "./lib/filter-query.ts";
import { levelByZoom } from "./lib/level-by-zoom.ts";
import { zoomSignal } from "./map/map-signals.ts";
import { areaIndexQuery, coverageQuery, indicatorsQuery, placesIndexQuery } from "./queries.ts";
import { useLanguage } from "./use-language.ts";
import { useUrl } from "./use-url.ts";

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
  const level = nearestLevel(indicator, wantedLevel);
  return {
    url,
    language,
    indicators: all,
    indicatorsFailed: indicators.error,
    retryIndicators: indicators.refetch,
    indicator,
    fiscalYear,
    level,
    /** before it is fitted to what the indicator has */
    wantedLevel,
    filter: url.filter,
    /** the one filter as query text of a collection, the year on the screen included */
    filterText: (collection: Collection) => filterQuery(collection, url.filter, fiscalYear).toString(),
  };
}

/** The answer on the screen; `isPlaceholderData` while it is still the one before. */
export function useCoverage() {
  const { indicator, fiscalYear, level } = useView();
  return useQuery(coverageQuery(indicator?.id, fiscalYear, level));
}

/** What the second map shows beside the first; null without one. */
export function useComparison() {
  const { url, indicators, wantedLevel } = useView();
  const { compare } = url;
  const indicator = compare ? indicators.find(({ id }) => id === compare.indicator) : undefined;
  const years = indicator?.fiscal_years ?? [];
  const asked = compare?.fiscalYear ?? LAST_YEAR;
  const fiscalYear = years.includes(asked) ? asked : Math.max(...years, 0);
  const coverage = useQuery(coverageQuery(indicator?.id, fiscalYear, nearestLevel(indicator, wantedLevel)));
  return compare && indicator ? { ...compare, indicator, fiscalYear, coverage } : null;
}

/** Names of all areas; asked for only once something needs them. */
export function useAreas(isNeeded: boolean) {
  return useQuery({ ...areaIndexQuery, enabled: isNeeded });
}

/** Regions and local authorities; asked for only once something needs them. */
export function usePlaces(isNeeded: boolean) {
  return useQuery({ ...placesIndexQuery, enabled: isNeeded });
}

/** The filter's places as areas, as `areasOf`; regions and authorities as they are until those are loaded. */
export function useProvincesWithin(within: readonly string[]): string[] {
  const places = usePlaces(within.some((code) => /^[RL]/.test(code))).data;
  return useMemo(() => (places ? areasOf(places, within) : [...within]), [within, places]);
}

/** The level asked for, or, where the indicator has none so fine, the finest it has. */
function nearestLevel(indicator: IndicatorDeclaration | undefined, wanted: CoverageLevel): CoverageLevel {
  const levels = indicator?.levels ?? [wanted];
  if (levels.includes(wanted)) return wanted;
  return levels.findLast((level) => level !== "local_authority") ?? wanted;
}
