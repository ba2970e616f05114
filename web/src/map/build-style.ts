// State → style, pure: the same state gives the same style. Checked with the style-spec's validator.
import type { StyleSpecification } from "maplibre-gl";
import type { MapState } from "./map-layer.ts";
import { mapLayers } from "./map-layers.ts";

export function buildStyle(state: MapState): StyleSpecification {
  return {
    version: 8,
    name: "phuenthi",
    // colours change at once: a class that fades in shows values nobody measured
    transition: { duration: 0, delay: 0 },
    "font-faces": state.fontFaces,
    sources: Object.assign({}, ...mapLayers.map((layer) => layer.sources?.(state) ?? {})),
    layers: mapLayers.flatMap((layer) => layer.layers(state)),
  };
}
