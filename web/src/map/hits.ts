// What lies under a point of the map, of what is drawn there.
import type { Map as MapLibreMap, PointLike } from "maplibre-gl";
import type { AreaLevel } from "../lib/area-name.ts";
import { fillLayerId } from "./layers/coverage.layer.ts";
import { CLUSTER_LAYER, POINT_LAYER } from "./layers/organizations.layer.ts";

/** In pixels of the map. */
export type Hit = { type: "area" | "organization"; id: string; x: number; y: number };

/** An organization's point, else the area of the level; null: nothing there. */
export function hitAt(map: MapLibreMap, point: PointLike, level: AreaLevel): Hit | null {
  const [x, y] = Array.isArray(point) ? point : [point.x, point.y];
  const organization = featuresAt(map, point, POINT_LAYER)[0]?.properties.id as string | undefined;
  if (organization) return { type: "organization", id: organization, x, y };
  const area = featuresAt(map, point, fillLayerId(level))[0]?.id;
  return area === undefined ? null : { type: "area", id: String(area), x, y };
}

/** Longitude and latitude of a cluster of organizations. */
export function clusterAt(map: MapLibreMap, point: PointLike): [number, number] | null {
  const cluster = featuresAt(map, point, CLUSTER_LAYER)[0];
  if (cluster?.geometry.type !== "Point") return null;
  const [lon = 0, lat = 0] = cluster.geometry.coordinates;
  return [lon, lat];
}

function featuresAt(map: MapLibreMap, point: PointLike, layer: string) {
  return map.getLayer(layer) ? map.queryRenderedFeatures(point, { layers: [layer] }) : [];
}
