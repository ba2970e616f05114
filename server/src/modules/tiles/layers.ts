// What TileJSON says of the tiles, zoom by zoom. geo-data/import/bake/tile-layers.ts bakes the areas like this, and
// db/tiles/organizations.sql makes the organizations; tests hold each to what is said here.
import type { TileJson } from "./tiles.schema.ts";

type VectorLayer = TileJson["vector_layers"][number];

/** Baked that far; maps draw closer views from these tiles. */
export const AREA_MAX_ZOOM = 12;
export const ORGANIZATION_MAX_ZOOM = 14;

const PROPERTIES_FROM_ZOOM = 9;
const names = { code: "String", name_th: "String", name_en: "String" };

const polygons = (id: string, of: string, minzoom: number): VectorLayer => ({
  id,
  description:
    `Outlines of ${of}. Below zoom ${PROPERTIES_FROM_ZOOM} a feature carries its id alone, which is its code as a ` +
    `number; from zoom ${PROPERTIES_FROM_ZOOM} code, name_th and name_en too.`,
  minzoom,
  maxzoom: AREA_MAX_ZOOM,
  fields: names,
  fields_minzoom: {
    code: PROPERTIES_FROM_ZOOM,
    name_th: PROPERTIES_FROM_ZOOM,
    name_en: PROPERTIES_FROM_ZOOM,
  },
});

export const areaLayers: VectorLayer[] = [
  polygons("province", "provinces", 0),
  polygons("district", "districts (อำเภอ, เขต)", 4),
  polygons("tambon", "tambon (ตำบล, แขวง)", 4),
  {
    id: "label",
    description:
      "One point per area to write its name at: provinces at every zoom, districts from zoom 7, tambon from zoom 9.",
    minzoom: 0,
    maxzoom: AREA_MAX_ZOOM,
    fields: { level: "String", ...names },
    fields_minzoom: {},
  },
];

const SINGLE_FROM_ZOOM = 11;

export const organizationLayers: VectorLayer[] = [
  {
    id: "organizations",
    description:
      `Below zoom ${SINGLE_FROM_ZOOM} neighbours are one point: count says how many, kind the most frequent kind, and ` +
      `id and name_th are there where count is 1 alone. From zoom ${SINGLE_FROM_ZOOM} every organization is a point of ` +
      "its own, with id and name_th, and count is 1. sample_records says how many of them are made up, not real: all, some " +
      "or none.",
    minzoom: 0,
    maxzoom: ORGANIZATION_MAX_ZOOM,
    fields: { count: "Number", kind: "String", sample_records: "String", id: "String", name_th: "String" },
    fields_minzoom: { id: SINGLE_FROM_ZOOM, name_th: SINGLE_FROM_ZOOM },
  },
];
