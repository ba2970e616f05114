// The frame of the map in React: makes the controller once and hands it what changed.
import type { PaddingOptions } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef } from "react";
import type { MapPosition } from "../address/search-fields.ts";
import type { AreaClasses, Selected } from "./area-states.ts";
import styles from "./MapView.module.css";
import { MapController, type MapEvents } from "./map-controller.ts";
import type { MapState } from "./map-layer.ts";

export type MapViewProps = {
  state: MapState;
  classes: AreaClasses | null;
  selected: Selected;
  /** from the link; a change (the back button) moves the map */
  position: MapPosition | null;
  /** pixels at each side that panels cover */
  padding: PaddingOptions;
  title: string;
  events: MapEvents;
  onController: (controller: MapController | null) => void;
};

export default function MapView(props: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const controller = useRef<MapController>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const { state, position, padding, title, onController } = latest.current;
    const made = new MapController(container.current as HTMLElement, {
      state,
      position,
      padding,
      title,
      events: {
        onSight: (sight) => latest.current.events.onSight(sight),
        onMove: (at) => latest.current.events.onMove(at),
        onHover: (hit) => latest.current.events.onHover(hit),
        onPick: (hit) => latest.current.events.onPick(hit),
        onFirstPicture: () => latest.current.events.onFirstPicture(),
      },
    });
    controller.current = made;
    onController(made);
    return () => {
      controller.current = null;
      onController(null);
      made.destroy();
    };
  }, []);

  const { state, classes, selected, position, padding, title } = props;
  useEffect(() => controller.current?.update(state, classes, selected), [state, classes, selected]);
  useEffect(() => controller.current?.setPadding(padding), [padding]);
  useEffect(() => controller.current?.setTitle(title), [title]);
  useEffect(() => {
    if (!position || !controller.current) return;
    const now = controller.current.position();
    const isHere =
      Math.abs(now.zoom - position.zoom) < 0.02 &&
      Math.abs(now.lat - position.lat) < 0.0005 &&
      Math.abs(now.lon - position.lon) < 0.0005;
    if (!isHere) controller.current.moveTo(position);
  }, [position]);

  return <div ref={container} className={styles.map} />;
}
