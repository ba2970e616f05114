// Every layer of the map, found by name: layers/<id>.layer.ts.
import type { LayerSwitch, MapLayer } from "./map-layer.ts";

const files = import.meta.glob<MapLayer>("./layers/*.layer.ts", { eager: true, import: "layer" });

/** From the ground up. */
export const mapLayers: readonly MapLayer[] = Object.values(files).sort((a, b) => a.order - b.order);

export type SwitchedLayer = MapLayer & { switch: LayerSwitch };

/** Those that people switch on and off, the topmost first. */
export const switchedLayers: readonly SwitchedLayer[] = mapLayers
  .filter((layer): layer is SwitchedLayer => layer.switch !== undefined)
  .toReversed();
