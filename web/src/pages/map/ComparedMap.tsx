// The second map of a comparison. It follows the first, and the first follows it.
import type { PaddingOptions } from "maplibre-gl";
import { lazy, type RefObject, useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { updateUrl, usePageShown } from "../../address/use-url.ts";
import type { Drawn } from "../../lib/drawn-areas.ts";
import type { Selected } from "../../map/area-states.ts";
import type { Hit } from "../../map/hits.ts";
import type { MapController } from "../../map/map-controller.ts";
import { hoverSignal, zoomSignal } from "../../map/map-signals.ts";
import type { Comparison } from "../../view/use-view.ts";
import styles from "./ComparedMap.module.css";
import { usePicture } from "./use-picture.ts";

const MapView = lazy(() => import("../../map/MapView.tsx"));

export function ComparedMap({
  comparison,
  first,
  second,
  selected,
  padding,
  onPick,
}: {
  comparison: Comparison;
  first: RefObject<MapController | null>;
  second: RefObject<MapController | null>;
  selected: Selected;
  padding: PaddingOptions;
  onPick: (hit: Hit | null, drawn: Drawn | null) => void;
}) {
  const { formatMessage: t } = useIntl();
  const isShown = usePageShown();
  const picture = usePicture(comparison.coverage.data, comparison.mapless !== null);
  const [position] = useState(() => first.current?.position() ?? null);
  const [isDrawn, setDrawn] = useState(false);

  // after both were given their sides
  // biome-ignore lint/correctness/useExhaustiveDependencies: another padding means another middle
  useEffect(() => {
    if (first.current) second.current?.follow(first.current.sight());
  }, [padding, first, second]);

  return (
    <div className={styles.second} data-compared={isDrawn}>
      <MapView
        state={picture.state}
        classes={picture.classes}
        selected={selected}
        position={position}
        padding={padding}
        title={t({ id: "compare.map" })}
        onController={(controller) => {
          second.current = controller;
          if (first.current) controller?.follow(first.current.sight());
        }}
        events={{
          onSight: (sight) => first.current?.follow(sight),
          onMove: () => {
            // the link says where the first map stands
            const now = first.current?.position();
            if (!now) return;
            zoomSignal.set(now.zoom);
            if (isShown) updateUrl({ position: now }, "replace");
          },
          onHover: (hit) => {
            first.current?.highlight(hit?.type === "area" ? hit.id : null);
            hoverSignal.set(hit);
          },
          onPick: (hit) => onPick(hit, picture.drawn),
          onFirstPicture: () => setDrawn(true),
        }}
      />
    </div>
  );
}
