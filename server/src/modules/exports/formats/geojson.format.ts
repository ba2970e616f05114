import type { ExportFormat } from "../../../common/export-formats.ts";
import { featureCollection } from "../exports.schema.ts";
import { FeatureCollection } from "./feature-collection.ts";

export const format: ExportFormat = {
  id: "geojson",
  mediaType: "application/geo+json",
  title: { th: "GeoJSON", en: "GeoJSON" },
  description: {
    th: "GeoJSON (RFC 7946) พิกัด WGS 84 ทศนิยมไม่เกิน 6 ตำแหน่ง เปิดได้ใน QGIS และโปรแกรมแผนที่ทั่วไป",
    en: "GeoJSON FeatureCollection (RFC 7946) for QGIS and other map programs: WGS 84, at most 6 decimals",
  },
  hasWords: false,
  schema: featureCollection,
  encode: ({ head }) => new FeatureCollection(head),
};
