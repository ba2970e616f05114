// What one map draws of an indicator: its style's state, and the class of each area.
import contextLandUrl from "virtual:context-land?url";
import type { CoverageAnswer } from "@phuenthi/server/contract/coverage";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { areaTilesQuery, recordQuery, tileLayerQuery } from "../../data/queries.ts";
import { usePlaces } from "../../data/use-areas.ts";
import { onServer } from "../../lib/base.ts";
import { NO_DATA_SLOT, slotsOf } from "../../lib/classes.ts";
import { type Drawn, drawnFor, drawnLevel, drawnSlots } from "../../lib/drawn-areas.ts";
import { queryOfFields } from "../../lib/filter-query.ts";
import type { RecordDetail } from "../../lib/record-item.ts";
import type { AreaClasses } from "../../map/area-states.ts";
import { absolute, fontFaces } from "../../map/fonts.ts";
import type { MapState } from "../../map/map-layer.ts";
import { hereSignal } from "../../map/map-signals.ts";
import { palettes } from "../../map/palette.ts";
import { useTheme } from "../../ui/use-theme.ts";
import { useLayers } from "../../view/use-layers.ts";
import { useView } from "../../view/use-view.ts";

const API = location.origin + onServer("/api/");

export type Picture = {
  state: MapState;
  classes: AreaClasses | null;
  /** places by the areas drawn for them; null where areas stand for themselves */
  drawn: Drawn | null;
};

/**
 * @param data undefined until the answer is here: what was drawn before stays
 * @param isMapless there is no map of the indicator: the land without colours
 */
export function usePicture(data: CoverageAnswer | undefined, isMapless: boolean): Picture {
  const { language, level, filter, indicators } = useView();
  const theme = useTheme();
  const tiles = useQuery(areaTilesQuery);
  const here = useSyncExternalStore(hereSignal.subscribe, hereSignal.get);
  const coverageLevel = data?.level ?? level;
  const shownLevel = drawnLevel(coverageLevel);
  const isDrawnForOthers = coverageLevel === "region" || coverageLevel === "local_authority";
  const places = usePlaces(isDrawnForOthers).data;
  const drawn = useMemo(() => (places ? drawnFor(coverageLevel, places) : null), [places, coverageLevel]);
  const areaTiles = useMemo(
    () => tiles.data && { tiles: tiles.data.tiles.map(onThisOrigin), maxzoom: tiles.data.maxzoom },
    [tiles.data],
  );
  const recordTiles = useRecordTiles();
  const chosen = useChosen();
  const state = useMemo<MapState>(
    () => ({
      palette: palettes[theme],
      language,
      level: shownLevel,
      areaTiles: areaTiles ?? null,
      recordTiles,
      here,
      chosen,
      contextLandUrl: absolute(contextLandUrl),
      fontFaces,
    }),
    [theme, language, shownLevel, areaTiles, recordTiles, here, chosen],
  );

  const isFiltered = filter.within.length > 0;
  const scale = data && indicators.find(({ id }) => id === data.indicator)?.classes[data.level];
  const classes = useMemo<AreaClasses | null>(() => {
    if (isMapless) return { level: shownLevel, codes: [], slots: [] };
    if (!data || !scale) return null;
    const slots = slotsOf(scale, data);
    if (isDrawnForOthers && !drawn) return null;
    const shown = drawn
      ? drawnSlots(
          drawn,
          new Map(data.codes.map((code, i) => [code, slots[i] ?? NO_DATA_SLOT])),
          NO_DATA_SLOT,
          isFiltered,
        )
      : { codes: data.codes, slots };
    return { level: drawnLevel(data.level), ...shown };
  }, [data, scale, isFiltered, drawn, isDrawnForOthers, isMapless, shownLevel]);
  return { state, classes, drawn };
}

function useChosen(): MapState["chosen"] {
  const { selection } = useView().url;
  const isRecord = selection !== null && selection.type !== "area";
  const { data } = useQuery({
    ...recordQuery<RecordDetail>(selection?.type ?? "", selection?.id ?? ""),
    enabled: isRecord,
  });
  return (isRecord && data?.position) || null;
}

/** Of the layers that are switched on, with what of the filter acts on each. */
function useRecordTiles(): MapState["recordTiles"] {
  const { filter, fiscalYear } = useView();
  const { on } = useLayers();
  const described = useQueries({
    queries: on.map(({ id }) => tileLayerQuery(id)),
    combine: (answers) => answers.map(({ data }) => data),
  });
  return useMemo(
    () =>
      Object.fromEntries(
        on.flatMap(({ id, switch: { collection } }, i) => {
          const layer = described[i];
          if (!layer) return [];
          const { tiles, version, minzoom, maxzoom, filter: fields = [] } = layer;
          const query = queryOfFields(collection, fields, filter, fiscalYear).toString();
          // what stands behind # is not sent: the map asks again where it changes, and what has not changed costs a 304
          const withFilter = (address: string) =>
            `${onThisOrigin(address)}${query && `?${query}`}#${version}`;
          return [[id, { tiles: tiles.map(withFilter), minzoom, maxzoom }]];
        }),
      ),
    [on, described, filter, fiscalYear],
  );
}

/** TileJSON names the address the API was asked at; behind a proxy that need not be the page's own. */
const onThisOrigin = (address: string) => address.replace(/^.*\/api\/(?=tiles\/)/, API);
