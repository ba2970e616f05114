// The one owner of the MapLibre object. React hands it state and values; it hands back what people do on the map.
import {
  Map as MapLibreMap,
  type PaddingOptions,
  type PointLike,
  ScaleControl,
  setWorkerUrl,
  type VectorTileSource,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { MapPosition } from "../address/search-fields.ts";
import { seenHeaders } from "../data/api.ts";
import { returns } from "../data/recovery.ts";
import { type AreaClasses, AreaStates, type Selected } from "./area-states.ts";
import { buildStyle } from "./build-style.ts";
import { type Hit, hitAt } from "./hits.ts";
import { keepLand } from "./keep-land.ts";
import { MapFrame, type MapSight } from "./map-frame.ts";
import type { MapState } from "./map-layer.ts";
import { type Bounds, duration, HOME, MAX_BOUNDS, reducedMotion, withMargin } from "./map-motion.ts";
import { markImage } from "./mark-images.ts";
import { patternImage } from "./pattern-images.ts";

setWorkerUrl(workerUrl);

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

type Options = {
  state: MapState;
  position: MapPosition | null;
  padding: PaddingOptions;
  events: MapEvents;
  title: string;
};

export class MapController {
  private readonly map: MapLibreMap;
  private readonly areas: AreaStates;
  private readonly frame: MapFrame;
  private readonly events: MapEvents;
  private readonly observer: ResizeObserver;
  private state: MapState;
  private drawnState: MapState;
  private classes: AreaClasses | null = null;
  private selected: Selected = { whole: [], part: [] };
  private styleLoaded = false;
  private scale: ScaleControl | null = null;
  /** sources some of whose tiles did not come */
  private readonly lacking = new Set<string>();
  private readonly ends: (() => void)[] = [];

  constructor(container: HTMLElement, { state, position, padding, events, title }: Options) {
    this.state = state;
    this.drawnState = state;
    this.events = events;
    this.map = new MapLibreMap({
      container,
      style: buildStyle(state),
      transformRequest: (url) => ({ url, headers: seenHeaders() }),
      attributionControl: false,
      maxBounds: MAX_BOUNDS,
      minZoom: 3.5,
      maxZoom: 17,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: reducedMotion() ? 0 : 150,
      locale: { "Map.Title": title },
      ...(position
        ? { center: [position.lon, position.lat], zoom: position.zoom }
        : { bounds: HOME, fitBoundsOptions: { padding: withMargin(padding, container) } }),
    });
    this.areas = new AreaStates(this.map);
    this.frame = new MapFrame(this.map, padding);
    this.map.touchZoomRotate.disableRotation();
    this.nameUnits();
    this.map.setMissingStyleImageResolver((id) => {
      const image = patternImage(id) ?? markImage(id);
      if (image) this.map.addImage(id, image, { pixelRatio: 2 });
    });
    this.listen();
    this.askAgainForTiles();
    this.observer = new ResizeObserver(() => {
      this.map.resize();
      this.frame.placeCrosshair();
    });
    this.observer.observe(container);
  }

  destroy(): void {
    this.observer.disconnect();
    for (const end of this.ends) end();
    this.map.remove();
  }

  /** Style and values together, so that a level never appears without its colours. */
  update(state: MapState, classes: AreaClasses | null, selected: Selected): void {
    const isSpokenAlike = state.language === this.state.language;
    this.state = state;
    if (!isSpokenAlike) this.nameUnits();
    this.classes = classes;
    this.selected = selected;
    this.apply();
  }

  setPadding(padding: PaddingOptions): void {
    this.frame.setPadding(padding);
  }

  setTitle(title: string): void {
    this.map.getCanvas().setAttribute("aria-label", title);
  }

  position(): MapPosition {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  sight(): MapSight {
    return this.frame.sight();
  }

  /** Shows what another map shows, at once and without telling anybody. */
  follow(sight: MapSight): void {
    this.frame.follow(sight);
  }

  /** Outlines an area as if the pointer were on it; null: none. */
  highlight(code: string | null): void {
    this.areas.hover(code);
  }

  moveTo({ zoom, lat, lon }: MapPosition): void {
    this.map.easeTo({ center: [lon, lat], zoom, duration: duration(400) });
  }

  /** Brings the box into the part of the window that no panel covers. */
  fit(bounds: Bounds, maxZoom = 13): void {
    this.map.fitBounds(bounds, {
      padding: withMargin(this.frame.padding, this.map.getContainer()),
      maxZoom,
      duration: duration(700),
    });
  }

  /** @param point longitude, latitude */
  flyTo(point: [number, number], zoom: number): void {
    this.map.flyTo({ center: point, zoom, padding: this.frame.padding, duration: duration(900) });
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

  private listen(): void {
    const { events } = this;
    this.map.on("style.load", () => {
      this.styleLoaded = true;
      this.apply();
    });
    this.map.once("idle", events.onFirstPicture);
    this.map.on("move", () => {
      if (!this.frame.isFollowing) events.onSight(this.sight());
    });
    this.map.on("moveend", () => {
      if (!this.frame.isFollowing) events.onMove(this.position());
    });
    this.map.on("mousemove", ({ point }) => this.hover(point));
    this.map.on("mouseout", () => this.endHover());
    this.map.on("movestart", () => this.endHover());
    this.map.on("click", ({ point }) => this.pick(point));
    this.map.getCanvas().addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.pick(this.frame.middle());
    });
  }

  /** The scale bar says its units in the language of the page; it writes anew only when it is put there. */
  private nameUnits(): void {
    const [meters, kilometers] = this.state.language === "th" ? ["ม.", "กม."] : ["m", "km"];
    Object.assign(this.map._locale, { "ScaleControl.Meters": meters, "ScaleControl.Kilometers": kilometers });
    if (this.scale) this.map.removeControl(this.scale);
    this.scale = new ScaleControl({ maxWidth: 90 });
    this.map.addControl(this.scale, "bottom-right");
  }

  /** A tile that did not come is asked for again when the server is back: the map itself waits until somebody moves it. */
  private askAgainForTiles(): void {
    this.map.on("error", (event) => {
      if ("sourceId" in event && typeof event.sourceId === "string") this.lacking.add(event.sourceId);
    });
    this.ends.push(
      returns.subscribe(() => {
        for (const id of this.lacking) if (this.map.getSource(id)) this.map.refreshTiles(id);
        this.lacking.clear();
      }),
    );
  }

  private apply(): void {
    if (!this.styleLoaded) return;
    // a changed filter, and an edit, change only the address: swapping the source would take the points away for a moment.
    // A source that is still opening has no addresses yet, whatever its type says.
    for (const [id, { tiles }] of Object.entries(this.state.recordTiles)) {
      const source = this.map.getSource<VectorTileSource>(id);
      if (source?.tiles && source.tiles[0] !== tiles[0]) source.setTiles(tiles);
    }
    // before the level is shown, and once more where its source came with the style
    this.areas.paint(this.classes);
    if (this.state !== this.drawnState) {
      this.drawnState = this.state;
      this.map.setStyle(buildStyle(this.state), { diff: true, transformStyle: keepLand });
    }
    this.areas.paint(this.classes);
    this.areas.select(this.selected);
  }

  private hover(point: PointLike): void {
    const hit = hitAt(this.map, point, this.state);
    this.highlight(hit?.type === "area" ? hit.id : null);
    this.map.getCanvas().style.cursor = hit ? "pointer" : "";
    this.events.onHover(hit);
  }

  private endHover(): void {
    this.highlight(null);
    this.events.onHover(null);
  }

  private pick(point: PointLike): void {
    const hit = hitAt(this.map, point, this.state);
    if (hit?.type === "record" && !hit.opens) {
      const zoom = this.map.getZoom() + 2;
      this.map.easeTo({ center: hit.place, zoom, duration: duration(400) });
      return;
    }
    this.frame.picked = this.map.unproject(point);
    this.events.onPick(hit);
  }
}
