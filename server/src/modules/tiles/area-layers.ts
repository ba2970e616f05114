// What TileJSON says of the area tiles, zoom by zoom. geo-data/import/bake/tile-layers.ts bakes them like this; a test holds
// them to it. Layers of records say the same of themselves in the comment of their function (db/tiles/).
import type { TileJson } from "./tiles.schema.ts";

type VectorLayer = TileJson["vector_layers"][number];

/** Baked that far; maps draw closer views from these tiles. */
export const AREA_MAX_ZOOM = 12;

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
