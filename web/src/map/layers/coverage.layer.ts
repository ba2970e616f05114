// Areas coloured by class. The class travels as feature-state `slot` (see lib/classes.ts), never in the paint:
// switching an indicator changes no expression and therefore rebuilds nothing.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { NO_DATA_SLOT, NO_SLOT, NOT_APPLICABLE_SLOT, WITHHELD_SLOT } from "../../lib/classes.ts";
import { AREAS, levels, type MapLayer, type Sources } from "../map-layer.ts";
import type { Palette } from "../palette.ts";
import { patterns } from "../pattern-images.ts";

export const fillLayerId = (level: string) => `fill-${level}`;

export const layer: MapLayer = {
  id: "coverage",
  order: 20,
  sources: ({ areaTiles }): Sources => (areaTiles ? { [AREAS]: { type: "vector", ...areaTiles } } : {}),
  layers: ({ palette, areaTiles, level: shown }) =>
    !areaTiles
      ? []
      : levels.flatMap((level): LayerSpecification[] => {
          const common = { source: AREAS, "source-layer": level };
          const layout = { visibility: level === shown ? "visible" : "none" } as const;
          return [
            {
              // shows only where the layers above are see-through: areas without data
              id: `no-data-${level}`,
              type: "fill",
              ...common,
              layout,
              paint: { "fill-pattern": patterns.noData.id(palette) },
            },
            {
              // a pattern takes no feature-state, its opacity does
              id: `withheld-${level}`,
              type: "fill",
              ...common,
              layout,
              paint: {
                "fill-pattern": patterns.withheld.id(palette),
                "fill-opacity": ["case", ["==", ["feature-state", "slot"], WITHHELD_SLOT], 1, 0],
                "fill-antialias": false,
              },
            },
            {
              id: fillLayerId(level),
              type: "fill",
              ...common,
              layout,
              paint: { "fill-color": slotColor(palette), "fill-antialias": false },
            },
          ];
        }),
};

/** Land colour until the value is known, and where there is none to show. */
function slotColor(palette: Palette): ExpressionSpecification {
  return [
    "match",
    ["coalesce", ["feature-state", "slot"], NO_SLOT],
    ...palette.ramp.flatMap((color, slot) => [slot, color]),
    [NO_DATA_SLOT, WITHHELD_SLOT],
    "rgba(0,0,0,0)",
    NOT_APPLICABLE_SLOT,
    palette.notApplicable,
    palette.land,
  ] as unknown as ExpressionSpecification;
}
