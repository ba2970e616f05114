// Brings state, values and the map together; loads the map's code after the first words are on the screen. A second map
// beside or over the first shows another year or indicator: both always show the same ground.
import { useQuery } from "@tanstack/react-query";
import type { PaddingOptions } from "maplibre-gl";
import { type CSSProperties, lazy, Suspense, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { updateUrl, usePageShown } from "../../address/use-url.ts";
import { areaTilesQuery } from "../../data/queries.ts";
import { usePlaces } from "../../data/use-areas.ts";
import { isAreaCode } from "../../lib/area-name.ts";
import { outlinedFor } from "../../lib/authority-tambon.ts";
import type { Drawn } from "../../lib/drawn-areas.ts";
import type { Hit } from "../../map/hits.ts";
import type { MapController } from "../../map/map-controller.ts";
import { hoverSignal, zoomSignal } from "../../map/map-signals.ts";
import { Failure } from "../../ui/States.tsx";
import { useWindowWidth } from "../../ui/use-media.ts";
import { useComparison, useCoverage, useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { CompareDivider } from "./CompareDivider.tsx";
import { ComparedMap } from "./ComparedMap.tsx";
import styles from "./MapStage.module.css";
import { usePicture } from "./use-picture.ts";

const MapView = lazy(() => import("../../map/MapView.tsx"));

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
  const isShown = usePageShown();
  const { url, mapless } = useView();
  const tiles = useQuery(areaTilesQuery);
  const coverage = useCoverage();
  const comparison = useComparison();
  const picture = usePicture(coverage.data, mapless !== null);
  const [isDrawn, setDrawn] = useState(false);
  /** where the line between both maps stands, 0–1 of what no panel covers */
  const [at, setAt] = useState(0.5);
  const first = useRef<MapController>(null);
  const second = useRef<MapController>(null);

  const width = useWindowWidth();
  const isSplit = url.compare?.view === "split";
  const paddings = useMemo(() => {
    if (!isSplit) return { first: padding, second: padding };
    const { left = 0, right = 0 } = padding;
    // each map has the room at its side of the seam
    const seam = left + (width - left - right) * at;
    return { first: { ...padding, right: width - seam }, second: { ...padding, left: seam } };
  }, [padding, isSplit, at, width]);
  const pick = (hit: Hit | null, drawn: Drawn | null) => {
    if (!hit) return updateUrl({ selection: null });
    if (hit.type === "record") updateUrl({ selection: hit.opens });
    else {
      // a tambon that several authorities share stands for itself
      const [place, ...others] = drawn?.get(hit.id) ?? [];
      updateUrl({ selection: { type: "area", id: place && others.length === 0 ? place : hit.id } });
    }
    onPicked();
  };
  const place = url.selection?.type === "area" ? url.selection.id : null;
  const places = usePlaces(place !== null && !isAreaCode(place)).data;
  const selected = useMemo(
    () => (place === null ? { whole: [], part: [] } : outlinedFor(place, places)),
    [place, places],
  );

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
          "--covered-left": `${padding.left}px`,
          "--covered-right": `${padding.right}px`,
          "--covered-bottom": `${padding.bottom}px`,
          "--at": at,
        } as CSSProperties
      }
    >
      <Suspense fallback={null}>
        <div className={styles.first}>
          <MapView
            state={picture.state}
            classes={picture.classes}
            selected={selected}
            position={url.position}
            padding={paddings.first}
            title={t({ id: "map.title" })}
            onController={(controller) => {
              first.current = controller;
              onController(controller);
            }}
            events={{
              onSight: (sight) => second.current?.follow(sight),
              onMove: (position) => {
                zoomSignal.set(position.zoom);
                if (isShown) updateUrl({ position }, "replace");
              },
              onHover: (hit) => {
                second.current?.highlight(hit?.type === "area" ? hit.id : null);
                hoverSignal.set(hit);
              },
              onPick: (hit) => pick(hit, picture.drawn),
              onFirstPicture: () => setDrawn(true),
            }}
          />
        </div>
        {comparison && isDrawn && (
          <ComparedMap
            comparison={comparison}
            first={first}
            second={second}
            selected={selected}
            padding={paddings.second}
            onPick={pick}
          />
        )}
      </Suspense>
      {comparison && isDrawn && <CompareDivider at={at} onMove={setAt} comparison={comparison} />}
      {!isDrawn && (
        <p className={styles.waiting} role="status">
          {t({ id: "map.loading" })}
        </p>
      )}
    </div>
  );
}
