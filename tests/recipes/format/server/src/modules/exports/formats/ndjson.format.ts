// A feature to a line: for programs that read as it comes.
import { PassThrough } from "node:stream";
import type { ExportFormat } from "../../../common/export-formats.ts";

export const format: ExportFormat = {
  id: "ndjson",
  mediaType: "application/x-ndjson",
  description: "GeoJSON features, one to a line",
  encode: () => new PassThrough(),
};
