// Records as points, neighbours as one with their number: source and style that layers of records have in common.
import type { CodeWords } from "@phuenthi/server/records/code-list";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Selection } from "../address/url-state.ts";
import { REGULAR } from "./fonts.ts";
import type { LegendLine, MapLayer, MapState, Properties, Texts } from "./map-layer.ts";
import { markId, type Shape } from "./mark-images.ts";
import { type Palette, palettes } from "./palette.ts";

/** One colour for each value of a field, light and dark. */
export type Colors = Record<string, { light: string; dark: string; text: Texts }>;

/** Of codes that have some, in the order of their list. */
export const colorsOf = ({ codes }: { codes: Record<string, CodeWords> }): Colors =>
  Object.fromEntries(
    Object.entries(codes).flatMap(([code, { th, en, colors }]) =>
      colors ? [[code, { light: colors[0], dark: colors[1], text: { th, en } }]] : [],
    ),
  );

const isOne: ExpressionSpecification = ["==", ["get", "count"], 1];

/** The colour of a field's value, that of many where it has none. @param as what is drawn in it, when not the colour itself */
export const byValue = (
  field: string,
  colors: Colors,
  palette: Palette,
  as: (color: string) => string = (color) => color,
) =>
  [
    "match",
    ["get", field],
    ...Object.entries(colors).flatMap(([value, color]) => [value, as(color[palette.id])]),
    as(palette.cluster),
  ] as unknown as ExpressionSpecification;

/** What a tile set of records is drawn from, while its layer is switched on. */
export const recordSource =
  (id: string): NonNullable<MapLayer["sources"]> =>
  ({ recordTiles }) => {
    const tiles = recordTiles[id];
    return tiles ? { [id]: { type: "vector", ...tiles } } : {};
  };

/**
 * A mark for each point, larger and with a number where it stands for several. Marks of several layers, and the tambon's
 * name, stand at the same point: each has a place of its own beside it.
 * @param field whose value gives the colour; several values together have the colour of many
 * @param several the field that says how many values there are
 * @param beside pixels from the point, right and down
 */
export function recordMarks(
  { palette, recordTiles }: MapState,
  {
    id,
    shape,
    field,
    several,
    colors,
    beside,
  }: { id: string; shape: Shape; field: string; several: string; colors: Colors; beside: [number, number] },
): LayerSpecification[] {
  if (!recordTiles[id]) return [];
  const image = (color: string) => markId(shape, color, palette.labelHalo);
  const size = (one: number): ExpressionSpecification => [
    "case",
    isOne,
    one,
    ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 0.85, 5, 1.1, 20, 1.5],
  ];
  return [
    {
      id,
      type: "symbol",
      source: id,
      "source-layer": id,
      layout: {
        "icon-image": [
          "case",
          [">", ["get", several], 1],
          image(palette.cluster),
          byValue(field, colors, palette, image),
        ],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 5, size(0.5), 11, size(0.75), 15, size(0.95)],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "text-field": ["case", isOne, "", ["to-string", ["get", "count"]]],
        "text-font": [REGULAR],
        "text-size": 10.5,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
        "symbol-sort-key": ["get", "count"],
      },
      paint: { "icon-translate": beside, "text-translate": beside, "text-color": palette.clusterText },
    },
  ];
}

/** A line of the legend for each value, and one for the mark of several. */
export const legendOf = (
  shape: Shape,
  colors: Colors,
  theme: Palette["id"],
  severalAre: Texts,
): LegendLine[] => [
  ...Object.values(colors).map((color) => ({ shape, color: color[theme], text: color.text })),
  { shape, color: palettes[theme].cluster, text: severalAre, several: true },
];

/** What the value of all that a mark stands for is called; nothing where they have several. */
export const valueText = (
  properties: Properties,
  { field, several, colors }: { field: string; several: string; colors: Colors },
  language: "th" | "en",
): string | undefined =>
  Number(properties[several]) === 1 ? colors[textOf(properties, field) ?? ""]?.text[language] : undefined;

/** The place that all lie in, where it is one. */
export const placeOf = (properties: Properties): Selection | null => {
  const id = textOf(properties, "area_code");
  return id ? { type: "area", id } : null;
};

export const countOf = (properties: Properties) => Number(properties.count);
export const textOf = (properties: Properties, name: string) =>
  typeof properties[name] === "string" ? (properties[name] as string) : null;
