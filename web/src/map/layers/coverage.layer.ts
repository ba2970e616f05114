// Areas coloured by class. The class travels as feature-state `slot` (see lib/classes.ts), never in the paint:
// switching an indicator changes no expression and therefore rebuilds nothing.
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { NO_DATA_SLOT, NO_SLOT, NOT_APPLICABLE_SLOT } from "../../lib/classes.ts";
import { AREAS, levels, type MapLayer, type Sources } from "../map-layer.ts";
import type { Palette } from "../palette.ts";

/** Drawn by the map once per theme, see hatch-image.ts. */
export const hatchImage = (palette: Palette) => `hatch-${palette.id}`;
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
              // shows only where the class layer above is see-through: areas without data
              id: `no-data-${level}`,
              type: "fill",
              ...common,
              layout,
              paint: { "fill-pattern": hatchImage(palette) },
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
    NO_DATA_SLOT,
    "rgba(0,0,0,0)",
    NOT_APPLICABLE_SLOT,
    palette.notApplicable,
    palette.land,
  ] as unknown as ExpressionSpecification;
}
