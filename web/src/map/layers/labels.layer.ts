// Names of areas, larger areas first where room is short.
import type { LayerSpecification } from "maplibre-gl";
import { BOLD, REGULAR } from "../fonts.ts";
import { AREAS, type MapLayer } from "../map-layer.ts";

export const layer: MapLayer = {
  id: "labels",
  order: 60,
  layers: ({ palette, areaTiles, language, level: shown }) => {
    if (!areaTiles) return [];
    const label = (
      level: string,
      zooms: [min: number, max: number],
      sizes: [number, number],
      options: { bold?: boolean; opacity?: number } = {},
    ): LayerSpecification => ({
      id: `label-${level}`,
      type: "symbol",
      source: AREAS,
      "source-layer": "label",
      minzoom: zooms[0],
      maxzoom: zooms[1],
      filter: ["==", ["get", "level"], level],
      layout: {
        "text-field": ["get", language === "th" ? "name_th" : "name_en"],
        "text-font": [options.bold ? BOLD : REGULAR],
        "text-size": ["interpolate", ["linear"], ["zoom"], zooms[0], sizes[0], zooms[1], sizes[1]],
        "text-max-width": 7,
        "text-padding": 4,
        // Thai stacks marks above and below
        "text-line-height": 1.35,
      },
      paint: {
        "text-color": palette.label,
        "text-halo-color": palette.labelHalo,
        "text-halo-width": 1.5,
        "text-opacity": options.opacity ?? 1,
      },
    });
    return [
      label("tambon", [shown === "tambon" ? 9 : 10, 24], [10.5, 14]),
      label("district", [shown === "province" ? 8 : 7, 12], [11, 15], { bold: shown !== "tambon" }),
      label("province", [4, 9], [10, 19], { bold: true }),
    ];
  },
};
