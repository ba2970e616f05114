// The outline of the area under the pointer and of those selected, by feature-state: dashed where a place has only a part.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { AREAS, levels, type MapLayer } from "../map-layer.ts";

const hovered: ExpressionSpecification = ["boolean", ["feature-state", "hover"], false];
const selected = (how: "whole" | "part"): ExpressionSpecification => [
  "==",
  ["feature-state", "selected"],
  how,
];
const when = (condition: ExpressionSpecification, value: number): ExpressionSpecification => [
  "case",
  condition,
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
              paint: { "line-color": palette.label, "line-width": 1.6, "line-opacity": when(hovered, 0.9) },
            },
            {
              id: `selected-halo-${level}`,
              ...common,
              paint: {
                "line-color": palette.selectionHalo,
                "line-width": 6,
                "line-opacity": when(["any", selected("whole"), selected("part")], 0.9),
              },
            },
            {
              id: `selected-${level}`,
              ...common,
              paint: {
                "line-color": palette.selection,
                "line-width": 2.6,
                "line-opacity": when(selected("whole"), 1),
              },
            },
            {
              id: `selected-part-${level}`,
              ...common,
              paint: {
                "line-color": palette.selection,
                "line-width": 2.6,
                "line-dasharray": [2.4, 1.6],
                "line-opacity": when(selected("part"), 1),
              },
            },
          ];
        }),
};
