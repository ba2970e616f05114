// The part of the map that no panel covers: what stands in its middle, and what is kept there.
import type { LngLat, Map as MapLibreMap, PaddingOptions } from "maplibre-gl";
import { duration, MARGIN } from "./map-motion.ts";

/** What stands in the middle of the part that no panel covers. */
export type MapSight = { zoom: number; middle: [lon: number, lat: number] };

export class MapFrame {
  /** showing what another map shows, which tells nobody */
  isFollowing = false;
  /** what was picked last, until a panel has grown over it */
  picked: LngLat | null = null;

  constructor(
    private readonly map: MapLibreMap,
    public padding: PaddingOptions,
  ) {}

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

  sight(padding = this.padding): MapSight {
    const { lng, lat } = this.map.unproject(this.middle(padding));
    return { zoom: this.map.getZoom(), middle: [lng, lat] };
  }

  follow({ zoom, middle }: MapSight): void {
    this.isFollowing = true;
    const { clientWidth, clientHeight } = this.map.getContainer();
    const [x, y] = this.middle();
    this.map.jumpTo({ center: middle, zoom });
    this.map.panBy([clientWidth / 2 - x, clientHeight / 2 - y], { duration: 0 });
    this.isFollowing = false;
  }

  /** In pixels. */
  middle({ top = 0, bottom = 0, left = 0, right = 0 } = this.padding): [number, number] {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return [(clientWidth + left - right) / 2, (clientHeight + top - bottom) / 2];
  }

  /** Where Enter picks; MapView.module.css draws it while the keyboard moves the map. */
  placeCrosshair(): void {
    const [x, y] = this.middle();
    const { style } = this.map.getContainer();
    style.setProperty("--middle-x", `${x}px`);
    style.setProperty("--middle-y", `${y}px`);
  }
}
