import type { TransformStyleFunction } from "maplibre-gl";
import { CONTEXT_LAND } from "./map-layer.ts";

/**
 * MapLibre forgets the address of GeoJSON it has fetched, takes the same address for a change and fetches again:
 * the land that is there stays.
 */
export const keepLand: TransformStyleFunction = (before, next) => {
  const land = before?.sources[CONTEXT_LAND];
  return land ? { ...next, sources: { ...next.sources, [CONTEXT_LAND]: land } } : next;
};
