// Every indicator of a place beside its declaration, in the year of the link; the targets' page and the profile show it.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useQuery } from "@tanstack/react-query";
import { useUrl } from "../address/use-url.ts";
import { indicatorsQuery, overviewQuery } from "../data/queries.ts";

/** @param place TH, a region, an area or a local authority */
export function useOverview(place: string) {
  const url = useUrl();
  const declared = useQuery(indicatorsQuery);
  const years = [...new Set((declared.data ?? []).flatMap((one) => one.fiscal_years))].sort((a, b) => b - a);
  const year = url.fiscalYear && years.includes(url.fiscalYear) ? url.fiscalYear : (years[0] ?? null);
  const overview = useQuery(overviewQuery(place, year));
  const byId = new Map((declared.data ?? []).map((one) => [one.id, one]));
  const pairs = (overview.data?.items ?? []).flatMap((item): [OverviewItem, IndicatorDeclaration][] => {
    const indicator = byId.get(item.indicator);
    return indicator ? [[item, indicator]] : [];
  });
  return { ...overview, error: overview.error ?? declared.error, years, year, pairs };
}
