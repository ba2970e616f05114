// Formats of the export door: files modules/exports/formats/<id>.format.ts, found by their names.
import { join } from "node:path";
import type { Transform } from "node:stream";
import type { ZodType } from "zod";
import type { LocalText } from "../modules/vocabulary/vocabulary.schema.ts";
import type { Cell } from "./csv.ts";
import type { Lang } from "./csv-words.ts";
import { loadByName } from "./found-by-name.ts";

type ExportFeature = {
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, Cell>;
};

/** `th` and `en` are the headings; a heading in English is a name that programs can use. */
export type ExportColumn = { th: string; en: string; of: (feature: ExportFeature, lang: Lang) => Cell };

/** What stands once over the whole file. */
export type ExportAbout = {
  /** in English, one word */
  name: string;
  /** members of a GeoJSON collection besides its features */
  head: Record<string, unknown>;
  /** for formats of rows: what each feature's cells are */
  columns: readonly ExportColumn[];
  lang: Lang;
};

export type ExportFormat = {
  /** the ending of the file, too */
  id: string;
  mediaType: string;
  /** as people call it */
  title: LocalText;
  /** what it is and what opens it: beside the choice of a format, and in the description of the API */
  description: LocalText;
  /** headings and words in a language, which whoever asks chooses */
  hasWords: boolean;
  /** of the whole file, in the description of the API; text where there is none */
  schema?: ZodType;
  /** lines of GeoJSON features, one to a line, in; the file's bytes out */
  encode: (about: ExportAbout) => Transform;
};

const files = await loadByName<{ format: ExportFormat }>(
  join(import.meta.dirname, "../modules/exports/formats"),
  "format",
);

/** In the order of their names; GeoJSON first, since everything else is made from it. */
export const exportFormats: readonly ExportFormat[] = [...files.values()]
  .map(({ format }) => format)
  .sort((a, b) => Number(b.id === "geojson") - Number(a.id === "geojson"));

export function getFormat(id: string): ExportFormat {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) throw new Error(`no export format is called ${id}`);
  return format;
}
