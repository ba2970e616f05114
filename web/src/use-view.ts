// What the link and the declared indicators make together: which indicator, year and level are on the screen.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { AreaLevel } from "./lib/area-name.ts";
import { filterQuery } from "./lib/filter-query.ts";
import { levelByZoom } from "./lib/level-by-zoom.ts";
import { zoomSignal } from "./map/map-signals.ts";
import { areaIndexQuery, coverageQuery, indicatorsQuery } from "./queries.ts";
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
  const level = nearestLevel(indicator, url.level ?? autoLevel);
  return {
    url,
    language,
    indicators: all,
    indicatorsFailed: indicators.error,
    retryIndicators: indicators.refetch,
    indicator,
    fiscalYear,
    level,
    filter: url.filter,
    /** the one filter as query text, the year on the screen included */
    filterText: filterQuery(url.filter, fiscalYear).toString(),
  };
}

/** The answer on the screen; `isPlaceholderData` while it is still the one before. */
export function useCoverage() {
  const { indicator, fiscalYear, level } = useView();
  return useQuery(coverageQuery(indicator?.id, fiscalYear, level));
}

/** Names of all areas; asked for only once something needs them. */
export function useAreas(isNeeded: boolean) {
  return useQuery({ ...areaIndexQuery, enabled: isNeeded });
}

function nearestLevel(indicator: IndicatorDeclaration | undefined, wanted: AreaLevel): AreaLevel {
  const levels = indicator?.levels ?? [wanted];
  return levels.includes(wanted) ? wanted : (levels.at(-1) ?? wanted);
}
