// Lines between areas: the shown level in full, the levels above it heavier, smaller ones only from close by.
import type { LayerSpecification } from "maplibre-gl";
import { AREAS, levels, type MapLayer } from "../map-layer.ts";

export const layer: MapLayer = {
  id: "boundaries",
  order: 30,
  layers: ({ palette, areaTiles, level: shown }) => {
    if (!areaTiles) return [];
    const depth = levels.indexOf(shown);
    const line = (
      level: (typeof levels)[number],
      minzoom: number,
      width: [number, number],
      opacity: number,
    ): LayerSpecification => ({
      id: `line-${level}`,
      type: "line",
      source: AREAS,
      "source-layer": level,
      minzoom,
      layout: { "line-join": "round", visibility: levels.indexOf(level) <= depth + 1 ? "visible" : "none" },
      paint: {
        "line-color": palette.line,
        "line-opacity": opacity,
        "line-width": ["interpolate", ["exponential", 1.4], ["zoom"], 5, width[0], 12, width[1]],
      },
    });
    return [
      line("tambon", 7, [0.15, 1.1], depth === 2 ? 0.55 : 0.22),
      line("district", depth === 0 ? 7 : 5, [0.25, 1.8], depth >= 1 ? 0.6 : 0.25),
      line("province", 0, [0.6, 2.8], 0.75),
    ];
  },
};
