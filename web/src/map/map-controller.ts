// The one owner of the MapLibre object. React hands it state and values; it hands back what people do on the map.
import {
  type LngLat,
  Map as MapLibreMap,
  type MapMouseEvent,
  type PaddingOptions,
  type PointLike,
  ScaleControl,
  setWorkerUrl,
  type VectorTileSource,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { MapPosition } from "../address/search-fields.ts";
import { type AreaLevel, levelOfCode } from "../lib/area-name.ts";
import { NO_SLOT } from "../lib/classes.ts";
import { buildStyle } from "./build-style.ts";
import { clusterAt, type Hit, hitAt } from "./hits.ts";
import { keepLand } from "./keep-land.ts";
import { AREAS, type MapState, ORGANIZATIONS } from "./map-layer.ts";
import { type Bounds, duration, HOME, MARGIN, MAX_BOUNDS, reducedMotion, withMargin } from "./map-motion.ts";
import { palettes } from "./palette.ts";
import { patterns } from "./pattern-images.ts";

setWorkerUrl(workerUrl);

/** Slots of one level's areas (lib/classes.ts). An area that is not among them has the land's colour. */
export type AreaClasses = { level: AreaLevel; codes: string[]; slots: number[] };

/** Areas outlined as selected: whole with a line, in part with a dashed one. */
export type Selected = { whole: readonly string[]; part: readonly string[] };

/** What stands in the middle of the part that no panel covers. */
export type MapSight = { zoom: number; middle: [lon: number, lat: number] };

export type MapEvents = {
  /** every frame of a movement of this map's own, not of one it follows */
  onSight: (sight: MapSight) => void;
  /** at the end of a movement of its own */
  onMove: (position: MapPosition) => void;
  onHover: (hit: Hit | null) => void;
  /** null: nothing there */
  onPick: (hit: Hit | null) => void;
  onFirstPicture: () => void;
};

export class MapController {
  private readonly map: MapLibreMap;
  private state: MapState;
  private drawnState: MapState;
  private classes: AreaClasses | null = null;
  private drawnClasses: AreaClasses | null = null;
  /** areas that have a colour now, by level */
  private readonly coloured = new Map<AreaLevel, Set<string>>();
  private selected: Selected = { whole: [], part: [] };
  private hovered: string | null = null;
  private padding: PaddingOptions = { top: 0, bottom: 0, left: 0, right: 0 };
  private picked: LngLat | null = null;
  private styleLoaded = false;
  private isFollowing = false;
  private observer: ResizeObserver;
  private scale: ScaleControl | null = null;

  constructor(
    container: HTMLElement,
    options: {
      state: MapState;
      position: MapPosition | null;
      padding: PaddingOptions;
      events: MapEvents;
      title: string;
    },
  ) {
    const { state, position, padding, events } = options;
    this.state = state;
    this.drawnState = state;
    this.padding = padding;
    this.map = new MapLibreMap({
      container,
      style: buildStyle(state),
      attributionControl: false,
      maxBounds: MAX_BOUNDS,
      minZoom: 3.5,
      maxZoom: 17,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: reducedMotion() ? 0 : 150,
      locale: { "Map.Title": options.title },
      ...(position
        ? { center: [position.lon, position.lat], zoom: position.zoom }
        : { bounds: HOME, fitBoundsOptions: { padding: withMargin(padding, container) } }),
    });
    this.map.touchZoomRotate.disableRotation();
    this.nameUnits();
    this.map.setMissingStyleImageResolver((id) => {
      for (const pattern of Object.values(patterns)) {
        const palette = Object.values(palettes).find((one) => pattern.id(one) === id);
        if (palette) this.map.addImage(id, pattern.pixels(palette), { pixelRatio: 2 });
      }
    });
    this.map.on("style.load", () => {
      this.styleLoaded = true;
      this.apply();
    });
    this.map.once("idle", events.onFirstPicture);
    this.map.on("move", () => {
      if (!this.isFollowing) events.onSight(this.sight());
    });
    this.map.on("moveend", () => {
      if (!this.isFollowing) events.onMove(this.position());
    });
    this.map.on("mousemove", (event) => this.hover(event, events.onHover));
    this.map.on("mouseout", () => this.endHover(events.onHover));
    this.map.on("movestart", () => this.endHover(events.onHover));
    this.map.on("click", (event) => this.pick(event.point, events.onPick));
    const canvas = this.map.getCanvas();
    canvas.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.pick(this.middle(this.padding), events.onPick);
    });
    this.observer = new ResizeObserver(() => {
      this.map.resize();
      this.placeCrosshair();
    });
    this.observer.observe(container);
  }

  destroy(): void {
    this.observer.disconnect();
    this.map.remove();
  }

  /** Style and values together, so that a level never appears without its colours. */
  update(state: MapState, classes: AreaClasses | null, selected: Selected): void {
    const before = this.selected;
    const isSpokenAlike = state.language === this.state.language;
    this.state = state;
    if (!isSpokenAlike) this.nameUnits();
    this.classes = classes;
    this.selected = selected;
    this.apply(before);
  }

  /**
   * What was picked last comes out from under a panel that grew over it; what stands in the middle stays there when a
   * side is given to another map.
   */
  setPadding(padding: PaddingOptions): void {
    const before = this.padding;
    this.padding = padding;
    this.placeCrosshair();
    if (before.left !== padding.left || before.right !== padding.right) {
      const keep = () => this.follow(this.sight(before));
      if (this.map.isMoving()) this.map.once("moveend", keep);
      else keep();
    }
    const { clientHeight } = this.map.getContainer();
    const { top = 0, bottom = 0 } = padding;
    const y = this.picked && this.map.project(this.picked).y;
    this.picked = null;
    if (y === null || y < clientHeight - bottom - MARGIN) return;
    this.map.panBy([0, y - (top + clientHeight - bottom) / 2], { duration: duration(300) });
  }

  /** The scale bar says its units in the language of the page; it writes anew only when it is put there. */
  private nameUnits(): void {
    const [meters, kilometers] = this.state.language === "th" ? ["ม.", "กม."] : ["m", "km"];
    Object.assign(this.map._locale, { "ScaleControl.Meters": meters, "ScaleControl.Kilometers": kilometers });
    if (this.scale) this.map.removeControl(this.scale);
    this.scale = new ScaleControl({ maxWidth: 90 });
    this.map.addControl(this.scale, "bottom-right");
  }

  setTitle(title: string): void {
    this.map.getCanvas().setAttribute("aria-label", title);
  }

  position(): MapPosition {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  sight(padding = this.padding): MapSight {
    const { lng, lat } = this.map.unproject(this.middle(padding));
    return { zoom: this.map.getZoom(), middle: [lng, lat] };
  }

  /** Shows what another map shows, at once and without telling anybody. */
  follow({ zoom, middle }: MapSight): void {
    this.isFollowing = true;
    const { clientWidth, clientHeight } = this.map.getContainer();
    const [x, y] = this.middle(this.padding);
    this.map.jumpTo({ center: middle, zoom });
    this.map.panBy([clientWidth / 2 - x, clientHeight / 2 - y], { duration: 0 });
    this.isFollowing = false;
  }

  /** Outlines an area as if the pointer were on it; null: none. */
  highlight(code: string | null): void {
    if (code === this.hovered) return;
    if (this.hovered) this.mark(this.hovered, { hover: false });
    if (code) this.mark(code, { hover: true });
    this.hovered = code;
  }

  moveTo({ zoom, lat, lon }: MapPosition): void {
    this.map.easeTo({ center: [lon, lat], zoom, duration: duration(400) });
  }

  /** Brings the box into the part of the window that no panel covers. */
  fit(bounds: Bounds, maxZoom = 13): void {
    this.map.fitBounds(bounds, {
      padding: withMargin(this.padding, this.map.getContainer()),
      maxZoom,
      duration: duration(700),
    });
  }

  /** @param point longitude, latitude */
  flyTo(point: [number, number], zoom: number): void {
    this.map.flyTo({
      center: point,
      zoom,
      padding: this.padding,
      duration: duration(900),
    });
  }

  home(): void {
    this.fit(HOME);
  }

  zoomIn(): void {
    this.map.zoomIn({ duration: duration(250) });
  }

  zoomOut(): void {
    this.map.zoomOut({ duration: duration(250) });
  }

  focus(): void {
    this.map.getCanvas().focus();
  }

  /** In pixels, of the part that no panel covers. */
  private middle({ top = 0, bottom = 0, left = 0, right = 0 }: PaddingOptions): [number, number] {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return [(clientWidth + left - right) / 2, (clientHeight + top - bottom) / 2];
  }

  /** Where Enter picks; MapView.module.css draws it while the keyboard moves the map. */
  private placeCrosshair(): void {
    const [x, y] = this.middle(this.padding);
    const { style } = this.map.getContainer();
    style.setProperty("--middle-x", `${x}px`);
    style.setProperty("--middle-y", `${y}px`);
  }

  private apply(selectedBefore: Selected = this.selected): void {
    if (!this.styleLoaded) return;
    const { organizationTiles, showPoints } = this.state;
    // a changed filter changes only the address: swapping the source would take the points away for a moment.
    // A source that is still opening has no addresses yet, whatever its type says.
    const points = this.map.getSource<VectorTileSource>(ORGANIZATIONS);
    if (points?.tiles && showPoints && organizationTiles && points.tiles[0] !== organizationTiles.tiles[0]) {
      points.setTiles(organizationTiles.tiles);
    }
    if (this.map.getSource(AREAS)) this.paintClasses();
    if (this.state !== this.drawnState) {
      this.drawnState = this.state;
      this.map.setStyle(buildStyle(this.state), { diff: true, transformStyle: keepLand });
    }
    if (!this.map.getSource(AREAS)) return;
    this.paintClasses();
    if (selectedBefore !== this.selected) {
      for (const code of [...selectedBefore.whole, ...selectedBefore.part])
        this.mark(code, { selected: null });
    }
    for (const code of this.selected.whole) this.mark(code, { selected: "whole" });
    for (const code of this.selected.part) this.mark(code, { selected: "part" });
  }

  private paintClasses(): void {
    const { classes } = this;
    if (!classes || classes === this.drawnClasses) return;
    this.drawnClasses = classes;
    const colour = (code: string, slot: number | undefined) =>
      this.map.setFeatureState({ source: AREAS, sourceLayer: classes.level, id: Number(code) }, { slot });
    const before = this.coloured.get(classes.level) ?? new Set();
    this.coloured.set(classes.level, new Set(classes.codes));
    classes.codes.forEach((code, i) => {
      colour(code, classes.slots[i]);
      before.delete(code);
    });
    for (const code of before) colour(code, NO_SLOT);
  }

  private mark(code: string, state: { selected?: "whole" | "part" | null; hover?: boolean }): void {
    if (!this.map.getSource(AREAS)) return;
    this.map.setFeatureState({ source: AREAS, sourceLayer: levelOfCode(code), id: Number(code) }, state);
  }

  private hover(event: MapMouseEvent, onHover: MapEvents["onHover"]): void {
    const hit = hitAt(this.map, event.point, this.state.level);
    this.highlight(hit?.type === "area" ? hit.id : null);
    this.map.getCanvas().style.cursor = hit ? "pointer" : "";
    onHover(hit);
  }

  private endHover(onHover: MapEvents["onHover"]): void {
    this.highlight(null);
    onHover(null);
  }

  private pick(point: PointLike, onPick: MapEvents["onPick"]): void {
    const cluster = clusterAt(this.map, point);
    if (cluster) {
      this.map.easeTo({ center: cluster, zoom: this.map.getZoom() + 2, duration: duration(400) });
      return;
    }
    this.picked = this.map.unproject(point);
    onPick(hitAt(this.map, point, this.state.level));
  }
}
