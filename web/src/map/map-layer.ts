// What a file layers/<id>.layer.ts exports as `layer`. The map finds the files by name; nobody keeps a list.
import type { FontFacesSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Selection } from "../address/url-state.ts";
import type { AreaLevel } from "../lib/area-name.ts";
import type { Filter } from "../lib/filter.ts";
import type { Shape } from "./mark-images.ts";
import type { Palette } from "./palette.ts";

export type Texts = { th: string; en: string };
type TileSet = { tiles: string[]; minzoom?: number; maxzoom: number };

/** Everything the style depends on. Values of areas are not in it: they travel as feature-state. */
export type MapState = {
  palette: Palette;
  language: "th" | "en";
  /** level that is coloured, hovered and selected */
  level: AreaLevel;
  /** TileJSON's addresses of the area tiles, absolute; null until the boundary version is known */
  areaTiles: TileSet | null;
  /** tiles of the layers that are switched on, by their ids, with the filter on the screen */
  recordTiles: Readonly<Record<string, TileSet>>;
  /** where the person is, from the device; accuracy is a radius */
  here: { lon: number; lat: number; accuracyM: number } | null;
  /** longitude and latitude of the record whose card is open, where it has any */
  chosen: readonly [number, number] | null;
  contextLandUrl: string;
  fontFaces: FontFacesSpecification;
};

export type Sources = Record<string, SourceSpecification>;

export type MapLayer = {
  id: string;
  /** place in the stack, lowest first */
  order: number;
  sources?: (state: MapState) => Sources;
  layers: (state: MapState) => LayerSpecification[];
  /** of what people switch on and off: it stands in the panel of layers, in the link and under the pointer */
  switch?: LayerSwitch;
};

/** What a tile says of a feature. */
export type Properties = Readonly<Record<string, unknown>>;

export type LayerSwitch = {
  text: Texts;
  /** how links of before said that it is on */
  formerly?: string;
  /** what it draws: its table, its fields of the filter */
  collection: string;
  legend: (of: { theme: Palette["id"]; filter: Filter }) => LegendLine[];
  /** its style layers that answer to the pointer */
  hits: readonly string[];
  hover: (properties: Properties, language: "th" | "en") => { title: string; note?: string };
  /** what a click opens, an area or a record by its kind; null: it shows more by coming closer */
  opens: (properties: Properties) => Selection | null;
};

/** several: the mark of what stands for more than one */
export type LegendLine = { shape: Shape; color: string; text: Texts; several?: boolean };

export const levels = ["province", "district", "tambon"] as const satisfies AreaLevel[];

/** Source of the area tiles and of every feature-state. */
export const AREAS = "areas";
export const CONTEXT_LAND = "context-land";
