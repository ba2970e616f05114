// A ring around the record whose card is open, where it has a position: a layer may draw its kind or not.
import { point } from "@turf/turf";
import type { LayerSpecification } from "maplibre-gl";
import type { MapLayer, Sources } from "../map-layer.ts";

const SOURCE = "chosen";

/** @param width of its line, in pixels */
const ring = (id: string, color: string, width: number): LayerSpecification => ({
  id,
  type: "circle",
  source: SOURCE,
  paint: {
    "circle-radius": 15,
    "circle-opacity": 0,
    "circle-stroke-color": color,
    "circle-stroke-width": width,
  },
});

export const layer: MapLayer = {
  id: "chosen",
  order: 65,
  sources: ({ chosen }): Sources =>
    chosen ? { [SOURCE]: { type: "geojson", data: point([...chosen]) } } : {},
  layers: ({ chosen, palette }) =>
    chosen
      ? [ring("chosen-halo", palette.selectionHalo, 6), ring("chosen-ring", palette.selection, 2.6)]
      : [],
};
