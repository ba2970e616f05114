import type { ExportFormat } from "../../../common/export-formats.ts";
import { FeatureCollection } from "./feature-collection.ts";

export const format: ExportFormat = {
  id: "geojson",
  mediaType: "application/geo+json",
  description: "GeoJSON FeatureCollection (RFC 7946), WGS 84, at most 6 decimals",
  encode: ({ head }) => new FeatureCollection(head),
};
