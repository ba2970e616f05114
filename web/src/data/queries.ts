// The questions the page asks, with the keys their answers are kept under.

import type { PlaceItem } from "@phuenthi/server/contract/places";
import type { TargetChange } from "@phuenthi/server/contract/targets";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import { readAreaIndex } from "../lib/area-index.ts";
import { lacksNames, type NamedExplanation, type NamedProfile, namesFrom } from "../lib/left-out-names.ts";
import type { OrganizationItem } from "../lib/record-types.ts";
import * as api from "./api.ts";

/** Changes only when somebody loads boundaries. */
const RARELY = 60 * 60_000;

export const healthQuery = queryOptions({
  queryKey: ["health"],
  queryFn: ({ signal }) => api.getHealth({ signal }),
});

export const areaTilesQuery = queryOptions({
  queryKey: ["area-tiles"],
  queryFn: ({ signal }) => api.getAreaTiles({ signal }),
  staleTime: RARELY,
});

const TILE_LAYER = "tile-layer";
export const tileLayerQuery = (layer: string) =>
  queryOptions({
    queryKey: [TILE_LAYER, layer],
    queryFn: ({ signal }) => api.getTileLayer(layer, { signal }),
    staleTime: RARELY,
  });

/** What shows marks asks whether they have changed as soon as any answer tells of an edit that the page had not heard of. */
export const keepMarksInStep = (client: QueryClient) =>
  api.lastEdit.subscribe(() => {
    const hasAnswer = ({ state }: { state: { data: unknown } }) => state.data !== undefined;
    void client.invalidateQueries({ queryKey: [TILE_LAYER], predicate: hasAnswer });
  });

export const indicatorsQuery = queryOptions({
  queryKey: ["indicators"],
  queryFn: async ({ signal }) =>
    (await api.listIndicators({ signal })).items.sort((a, b) => a.order - b.order),
  staleTime: RARELY,
});

export const areaIndexQuery = queryOptions({
  queryKey: ["area-index"],
  queryFn: async ({ signal }) => readAreaIndex(await api.getAreaIndex({ signal })),
  staleTime: RARELY,
});

/** Regions and local authorities, and the areas they are made of. */
export const placesIndexQuery = queryOptions({
  queryKey: ["places-index"],
  queryFn: ({ signal }) => api.getPlacesIndex({ signal }),
  staleTime: RARELY,
});

/** What gives these places the names that they lack; the index is asked for only then. */
const namesOf = async (client: QueryClient, places: Parameters<typeof lacksNames>[0]) =>
  namesFrom(lacksNames(places) ? await client.ensureQueryData(placesIndexQuery) : null);

/** How far a set of places reaches. */
export const extentQuery = (places: readonly string[]) =>
  queryOptions({
    queryKey: ["extent", places],
    queryFn: ({ signal }) => api.getExtent(places, { signal }),
    staleTime: RARELY,
  });

export const nicknamesQuery = queryOptions({
  queryKey: ["nicknames"],
  queryFn: async ({ signal }) => (await api.listNicknames({ signal })).items,
  staleTime: RARELY,
});

export const areaQuery = (code: string) =>
  queryOptions({
    queryKey: ["area", code],
    queryFn: ({ signal }) => api.getArea(code, { signal }),
    staleTime: RARELY,
  });

/**
 * The answer before stays on the map until the new one is here: switching never flickers.
 * @param within the set of places that the figures are of; empty: the country
 */
export const coverageQuery = (
  indicator: string | undefined,
  fiscalYear: number,
  level: CoverageLevel,
  within: readonly string[],
) =>
  queryOptions({
    queryKey: ["coverage", indicator, fiscalYear, level, within],
    queryFn: ({ signal }) =>
      api.getCoverage({ indicator: indicator ?? "", fiscalYear, level, within }, { signal }),
    enabled: indicator !== undefined,
    placeholderData: keepPreviousData,
  });

/** A basis that the level does not have gives way to the one it has. */
export const gapsQuery = (question: api.GapQuestion | null) =>
  queryOptions({
    queryKey: ["gaps", question],
    queryFn: async ({ signal, client }) => {
      const asked = question as api.GapQuestion;
      const answer = await api.getGaps(asked, { signal }).catch((error) => {
        const isBasis = error instanceof api.ApiError && error.problem?.errors?.[0]?.field === "basis";
        if (!isBasis) throw error;
        return api.getGaps({ ...asked, basis: null }, { signal });
      });
      return { ...answer, items: (await namesOf(client, answer.items))(answer.items) };
    },
    enabled: question !== null,
    // the figures before stay while a filter or the basis changes, never those of another indicator
    placeholderData: (before) =>
      before && before.indicator === question?.indicator && before.level === question.level
        ? before
        : undefined,
  });

/** @param fiscalYear null: the latest declared @param code an area's, or "TH" */
export const explanationQuery = (indicator: string | undefined, fiscalYear: number | null, code: string) =>
  queryOptions({
    queryKey: ["explanation", indicator, fiscalYear, code],
    queryFn: async ({ signal, client }): Promise<NamedExplanation> => {
      const answer = await api.getExplanation(indicator ?? "", fiscalYear, code, { signal });
      const { counted, not_counted, unknown, not_applicable } = answer;
      const named = await namesOf(client, [...counted, ...not_counted, ...unknown, ...not_applicable]);
      return {
        ...answer,
        counted: named(counted),
        not_counted: named(not_counted),
        unknown: named(unknown),
        not_applicable: named(not_applicable),
      };
    },
    enabled: indicator !== undefined,
  });

/** @param code a tambon's */
export const similarQuery = (indicator: string, fiscalYear: number, code: string) =>
  queryOptions({
    queryKey: ["similar", indicator, fiscalYear, code],
    queryFn: ({ signal }) => api.getSimilar(indicator, fiscalYear, code, { signal }),
  });

/** Every indicator of a place; waits until the year is known. */
export const overviewQuery = (place: string, fiscalYear: number | null) =>
  queryOptions({
    queryKey: ["overview", place, fiscalYear],
    queryFn: ({ signal }) => api.getOverview(place, fiscalYear, { signal }),
    enabled: fiscalYear !== null,
    placeholderData: keepPreviousData,
  });

export const targetQuery = (indicator: string, version: number | null) =>
  queryOptions({
    queryKey: ["target", indicator, version],
    queryFn: ({ signal }) => api.getTarget(indicator, version, { signal }),
  });

/** What a change would write; the one before stays until the new one is here. */
export const targetPreviewQuery = (indicator: string, change: TargetChange | null) =>
  queryOptions({
    queryKey: ["target-preview", indicator, change],
    queryFn: ({ signal }) => api.previewTarget(indicator, change as TargetChange, { signal }),
    enabled: change !== null,
    placeholderData: keepPreviousData,
  });

/** What is on record of a place at the end of a fiscal year; waits until the year is known. */
export const profileQuery = (place: string, fiscalYear: number | null) =>
  queryOptions({
    queryKey: ["profile", place, fiscalYear],
    queryFn: async ({ signal, client }): Promise<NamedProfile> => {
      const answer = await api.getProfile(place, fiscalYear as number, { signal });
      const { neighbours } = answer;
      return { ...answer, neighbours: neighbours && (await namesOf(client, neighbours))(neighbours) };
    },
    enabled: fiscalYear !== null,
    placeholderData: (before) => (before?.place.code === place ? before : undefined),
  });

const PAGE = 100;

export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: ({ signal }) => api.getCatalogue({ signal }),
  staleTime: RARELY,
});

/** @param kind id of a kind of record @param search the one filter as query text @param sort null: as the list is by itself */
export const recordsQuery = <Item>(kind: string, search: string, sort: string | null = null, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ["records", kind, search, sort, limit],
    queryFn: ({ pageParam, signal }) =>
      api.listRecords<Item>(kind, { search, sort, limit, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const recordQuery = <Detail>(kind: string, id: string) =>
  queryOptions({
    queryKey: ["record", kind, id],
    queryFn: ({ signal }) => api.getRecord<Detail>(kind, id, { signal }),
  });

/** How many of each group the search shows. */
export type SearchLimits = { areas: number; authorities: number; organizations: number };

export const searchQuery = (q: string, limits: SearchLimits) =>
  queryOptions({
    queryKey: ["search", q, limits],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ q }).toString();
      const [areas, authorities, organizations] = await Promise.all([
        api.searchPlaces(q, AREA_LEVELS, limits.areas, { signal }),
        api.searchPlaces(q, ["local_authority"], limits.authorities, { signal }),
        api.listRecords<OrganizationItem>(
          "organization",
          { search, limit: limits.organizations },
          { signal },
        ),
      ]);
      return { q, areas, authorities, organizations, suggestions: suggestionsOf(areas, authorities) };
    },
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });

/** Places that may have been meant where none has the name: as the search has them. */
export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ["suggestions", q],
    queryFn: async ({ signal }) =>
      suggestionsOf(
        ...(await Promise.all([
          api.searchPlaces(q, AREA_LEVELS, 1, { signal }),
          api.searchPlaces(q, ["local_authority"], 1, { signal }),
        ])),
      ),
    enabled: q !== "",
  });

const AREA_LEVELS: readonly CoverageLevel[] = ["region", "province", "district", "tambon"];

type PlaceList = Awaited<ReturnType<typeof api.searchPlaces>>;

function suggestionsOf(areas: PlaceList, authorities: PlaceList): PlaceItem[] {
  if (areas.total + authorities.total > 0) return [];
  return [...areas.suggestions, ...authorities.suggestions].slice(0, 5);
}
