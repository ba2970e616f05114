// A ring around the record whose card is open, whether a layer draws its kind or not.
import { point } from "@turf/turf";
import type { MapLayer, Sources } from "../map-layer.ts";

const SOURCE = "chosen";

export const layer: MapLayer = {
  id: "chosen",
  order: 65,
  sources: ({ chosen }): Sources =>
    chosen ? { [SOURCE]: { type: "geojson", data: point([...chosen]) } } : {},
  layers: ({ chosen, palette }) =>
    chosen
      ? ([palette.selectionHalo, palette.selection] as const).map((color, at) => ({
          id: at === 0 ? "chosen-halo" : "chosen-ring",
          type: "circle",
          source: SOURCE,
          paint: {
            "circle-radius": 15,
            "circle-opacity": 0,
            "circle-stroke-color": color,
            "circle-stroke-width": at === 0 ? 6 : 2.6,
          },
        }))
      : [],
};
