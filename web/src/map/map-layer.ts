// What a file layers/<id>.layer.ts exports as `layer`. The map finds the files by name; nobody keeps a list.
import type { FontFacesSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { AreaLevel } from "../lib/area-name.ts";
import type { Palette } from "./palette.ts";

/** Everything the style depends on. Values of areas are not in it: they travel as feature-state. */
export type MapState = {
  palette: Palette;
  language: "th" | "en";
  /** level that is coloured, hovered and selected */
  level: AreaLevel;
  showPoints: boolean;
  /** TileJSON's addresses of the area tiles, absolute; null until the boundary version is known */
  areaTiles: { tiles: string[]; maxzoom: number } | null;
  organizationTiles: { tiles: string[]; maxzoom: number } | null;
  /** where the person is, from the device; accuracy is a radius */
  here: { lon: number; lat: number; accuracyM: number } | null;
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
};

export const levels = ["province", "district", "tambon"] as const satisfies AreaLevel[];

/** Source of the area tiles and of every feature-state. */
export const AREAS = "areas";
export const ORGANIZATIONS = "organizations";
export const CONTEXT_LAND = "context-land";
