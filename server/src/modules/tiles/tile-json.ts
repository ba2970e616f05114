// What maps of others are told of a set of tiles (TileJSON 3.0).
import type { CurrentBoundary } from "../../common/current-boundary.sql.ts";
import { register } from "../../records/kinds.ts";
import { filterFieldsOf, type RecordFilter } from "../../records/record-contract.ts";
import type { SampleRecords } from "../vocabulary/vocabulary.schema.ts";
import { AREA_MAX_ZOOM, areaLayers } from "./area-layers.ts";
import type { TileJson, TileLayer } from "./tiles.schema.ts";

/** Maps of others show the attribution and nothing else of what is said here. */
const sampleAttribution: Record<SampleRecords, string> = {
  all: "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง (made-up data, not real)",
  some: "บางส่วนเป็นข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง (partly made-up data, not real)",
  none: "",
};

/** @param tiles address of the tiles of all layers */
export function areasTileJson(boundary: CurrentBoundary, tiles: string): TileJson {
  return {
    tilejson: "3.0.0",
    name: "Phuenthi areas",
    description: `Provinces, districts and tambon of boundary version ${boundary.id}: codes and names, never values.`,
    attribution: boundary.attribution,
    sample_boundary: boundary.sample,
    tiles: [`${tiles}/areas/${boundary.id}/{z}/{x}/{y}`],
    minzoom: 0,
    maxzoom: AREA_MAX_ZOOM,
    bounds: boundary.bounds,
    vector_layers: areaLayers,
  };
}

/** Of a layer of records, with a filter in the address of its tiles. */
export function layerTileJson(
  id: string,
  { kind, title, description, minzoom, maxzoom, fields, fields_minzoom }: TileLayer,
  filter: RecordFilter,
  sample: SampleRecords,
  boundary: CurrentBoundary,
  tiles: string,
): TileJson {
  const search = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
  ).toString();
  return {
    tilejson: "3.0.0",
    name: `Phuenthi: ${title}`,
    description: search
      ? `${title} that this filter lets through: ${decodeURIComponent(search.replaceAll("+", " "))}`
      : `${title}, all that have a place on the map.`,
    attribution: [boundary.attribution, sampleAttribution[sample]].filter(Boolean).join(" · "),
    sample_records: sample,
    tiles: [`${tiles}/${id}/{z}/{x}/{y}${search ? `?${search}` : ""}`],
    minzoom,
    maxzoom,
    bounds: boundary.bounds,
    vector_layers: [{ id, description, minzoom, maxzoom, fields, fields_minzoom }],
    filter: Object.keys(filterFieldsOf(register.byId(kind))),
  };
}
