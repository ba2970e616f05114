// Brings state, values and the map together; loads the map's code after the first words are on the screen.
import contextLandUrl from "virtual:context-land?url";
import { useQuery } from "@tanstack/react-query";
import type { PaddingOptions } from "maplibre-gl";
import { type CSSProperties, lazy, Suspense, useMemo, useState, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { isAreaCode } from "../lib/area-name.ts";
import { NO_DATA_SLOT, slotsOf } from "../lib/classes.ts";
import { drawnFor, drawnLevel, drawnSlots } from "../lib/drawn-areas.ts";
import { touchesWithin } from "../lib/filter-query.ts";
import { absolute, fontFaces } from "../map/fonts.ts";
import type { AreaClasses, Hit, MapController } from "../map/map-controller.ts";
import type { MapState } from "../map/map-layer.ts";
import { hereSignal, hoverSignal, zoomSignal } from "../map/map-signals.ts";
import { palettes } from "../map/palette.ts";
import { areaTilesQuery } from "../queries.ts";
import { Failure } from "../ui/States.tsx";
import { useFailure } from "../use-failure.ts";
import { useTheme } from "../use-theme.ts";
import { updateUrl } from "../use-url.ts";
import { useCoverage, usePlaces, useProvincesWithin, useView } from "../use-view.ts";
import styles from "./MapStage.module.css";

const MapView = lazy(() => import("../map/MapView.tsx"));

const ORGANIZATION_MAX_ZOOM = 14;

export function MapStage({
  padding,
  onController,
  onPicked,
}: {
  padding: PaddingOptions;
  onController: (controller: MapController | null) => void;
  /** somebody chose something on the map */
  onPicked: () => void;
}) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, language, level, filterText, filter, indicators } = useView();
  const theme = useTheme();
  const tiles = useQuery(areaTilesQuery);
  const coverage = useCoverage();
  const here = useSyncExternalStore(hereSignal.subscribe, hereSignal.get);
  const [isDrawn, setDrawn] = useState(false);

  const coverageLevel = coverage.data?.level ?? level;
  const shownLevel = drawnLevel(coverageLevel);
  const places = usePlaces(coverageLevel === "region" || coverageLevel === "local_authority").data;
  const drawn = useMemo(() => (places ? drawnFor(coverageLevel, places) : null), [places, coverageLevel]);
  const areaTiles = useMemo(
    () => tiles.data && { tiles: tiles.data.tiles.map(onThisOrigin), maxzoom: tiles.data.maxzoom },
    [tiles.data],
  );
  const organizationTiles = useMemo(() => {
    const address = `${location.origin}/api/tiles/organizations/{z}/{x}/{y}`;
    return { tiles: [filterText ? `${address}?${filterText}` : address], maxzoom: ORGANIZATION_MAX_ZOOM };
  }, [filterText]);
  const state = useMemo<MapState>(
    () => ({
      palette: palettes[theme],
      language,
      level: shownLevel,
      showPoints: url.points,
      areaTiles: areaTiles ?? null,
      organizationTiles,
      here,
      contextLandUrl: absolute(contextLandUrl),
      fontFaces,
    }),
    [theme, language, shownLevel, url.points, areaTiles, organizationTiles, here],
  );

  const { data } = coverage;
  const within = useProvincesWithin(filter.within);
  const scale = data && indicators.find(({ id }) => id === data.indicator)?.classes[data.level];
  const classes = useMemo<AreaClasses | null>(() => {
    if (!data || !scale) return null;
    const slots = slotsOf(scale, data);
    const isDrawnForOthers = data.level === "region" || data.level === "local_authority";
    if (isDrawnForOthers && !drawn) return null;
    const shown = drawn
      ? drawnSlots(
          drawn,
          new Map(data.codes.map((code, i) => [code, slots[i] ?? NO_DATA_SLOT])),
          NO_DATA_SLOT,
        )
      : { codes: data.codes, slots };
    return {
      level: drawnLevel(data.level),
      ...shown,
      out: shown.codes.map((code) => !touchesWithin(code, within)),
    };
  }, [data, scale, within, drawn]);

  const pick = (hit: Hit | null) => {
    if (!hit) return updateUrl({ selection: null });
    // a tambon that several authorities share stands for itself
    const [place, ...others] = (hit.type === "area" && drawn?.get(hit.id)) || [];
    const id = place && others.length === 0 ? place : hit.id;
    updateUrl({ selection: { type: hit.type, id } });
    onPicked();
  };

  if (tiles.error && !tiles.data) {
    return (
      <div className={styles.failed}>
        <Failure title={t({ id: "map.failed" })} {...failure(tiles.error, tiles.refetch)} />
      </div>
    );
  }
  return (
    <div
      className={styles.stage}
      data-drawn={isDrawn}
      style={
        {
          "--covered-right": `${padding.right}px`,
          "--covered-bottom": `${padding.bottom}px`,
        } as CSSProperties
      }
    >
      <Suspense fallback={null}>
        <MapView
          state={state}
          classes={classes}
          selected={url.selection?.type === "area" && isAreaCode(url.selection.id) ? url.selection.id : null}
          position={url.position}
          padding={padding}
          title={t({ id: "map.title" })}
          onController={onController}
          events={{
            onMove: (position) => {
              zoomSignal.set(position.zoom);
              updateUrl({ position }, "replace");
            },
            onHover: hoverSignal.set,
            onPick: pick,
            onFirstPicture: () => setDrawn(true),
          }}
        />
      </Suspense>
      {!isDrawn && (
        <p className={styles.waiting} role="status">
          {t({ id: "map.loading" })}
        </p>
      )}
    </div>
  );
}

/** TileJSON names the address the API was asked at; behind a proxy that need not be the page's own. */
const onThisOrigin = (address: string) => address.replace(/^https?:\/\/[^/]+/, location.origin);
