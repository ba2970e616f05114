// A feature to a line: for programs that read as it comes.
import { PassThrough } from "node:stream";
import type { ExportFormat } from "../../../common/export-formats.ts";

export const format: ExportFormat = {
  id: "ndjson",
  mediaType: "application/x-ndjson",
  title: { th: "GeoJSON รายบรรทัด", en: "GeoJSON lines" },
  description: { th: "GeoJSON บรรทัดละหนึ่งรายการ สำหรับโปรแกรม", en: "GeoJSON features, one to a line" },
  hasWords: false,
  encode: () => new PassThrough(),
};
