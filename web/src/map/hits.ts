// What lies under a point of the map, of what is drawn there.
import type { Map as MapLibreMap, PointLike } from "maplibre-gl";
import type { Selection } from "../address/url-state.ts";
import type { AreaLevel } from "../lib/area-name.ts";
import { fillLayerId } from "./layers/coverage.layer.ts";
import type { LayerSwitch } from "./map-layer.ts";
import { switchedLayers } from "./map-layers.ts";

/** In pixels of the map. */
type At = { x: number; y: number };
type AreaHit = At & { type: "area"; id: string };
/** A record, or several as one. */
type RecordHit = At & {
  type: "record";
  hover: ReturnType<LayerSwitch["hover"]>;
  /** null: several, which come apart from closer by */
  opens: Selection | null;
  /** longitude and latitude */
  place: [number, number];
};
export type Hit = AreaHit | RecordHit;

/** What a layer that is switched on has there, the topmost first, else the area of the level; null: nothing there. */
export function hitAt(
  map: MapLibreMap,
  point: PointLike,
  { level, language }: { level: AreaLevel; language: "th" | "en" },
): Hit | null {
  const [x, y] = Array.isArray(point) ? point : [point.x, point.y];
  for (const { switch: shown } of switchedLayers) {
    const feature = featuresAt(map, point, shown.hits)[0];
    if (feature?.geometry.type !== "Point") continue;
    const { properties, geometry } = feature;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const hover = shown.hover(properties, language);
    return { type: "record", hover, opens: shown.opens(properties), place: [lon, lat], x, y };
  }
  const area = featuresAt(map, point, [fillLayerId(level)])[0]?.id;
  return area === undefined ? null : { type: "area", id: String(area), x, y };
}

function featuresAt(map: MapLibreMap, point: PointLike, ids: readonly string[]) {
  const layers = ids.filter((id) => map.getLayer(id));
  return layers.length > 0 ? map.queryRenderedFeatures(point, { layers }) : [];
}
