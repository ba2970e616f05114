// The outline of the area under the pointer and of the one selected, by feature-state.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { AREAS, levels, type MapLayer } from "../map-layer.ts";

const when = (name: string, value: number): ExpressionSpecification => [
  "case",
  ["boolean", ["feature-state", name], false],
  value,
  0,
];

export const layer: MapLayer = {
  id: "selection",
  order: 40,
  layers: ({ palette, areaTiles }) =>
    !areaTiles
      ? []
      : levels.flatMap((level): LayerSpecification[] => {
          const common = {
            type: "line",
            source: AREAS,
            "source-layer": level,
            layout: { "line-join": "round" },
          } as const;
          return [
            {
              id: `hover-${level}`,
              ...common,
              paint: { "line-color": palette.label, "line-width": 1.6, "line-opacity": when("hover", 0.9) },
            },
            {
              id: `selected-halo-${level}`,
              ...common,
              paint: {
                "line-color": palette.selectionHalo,
                "line-width": 6,
                "line-opacity": when("selected", 0.9),
              },
            },
            {
              id: `selected-${level}`,
              ...common,
              paint: {
                "line-color": palette.selection,
                "line-width": 2.6,
                "line-opacity": when("selected", 1),
              },
            },
          ];
        }),
};
