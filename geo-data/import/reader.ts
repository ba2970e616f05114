// What a reader is: readers/<format>.reader.ts, found by file name, exports one of these as `read`.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Geometry } from "geojson";
import type { Notes } from "./notes.ts";
import type { BoundarySource } from "./source.schema.ts";

export interface RawRow {
  properties: Record<string, unknown>;
  geometry: Geometry | null;
  /** What messages call it where it is not simply the next feature, as in "feature 7". */
  place?: string;
}

/** Names of districts and provinces come from rows of their own, or from the tambon's rows. */
export interface RawLevels {
  tambon: RawRow[];
  district: RawRow[];
  province: RawRow[];
}

export interface ReaderInput {
  source: BoundarySource;
  bytes: Uint8Array;
  /** what messages call the file */
  file: string;
  notes: Notes;
  onProgress?: ((line: string) => void) | undefined;
}

/** @throws GeoDataError naming file, place and next step */
export type Reader = (input: ReaderInput) => RawLevels | Promise<RawLevels>;

const SUFFIX = ".reader.ts";
export const readerFile = (format: string) => `./readers/${format}${SUFFIX}`;

export const FORMATS: readonly string[] = readdirSync(join(import.meta.dirname, "readers"))
  .filter((name) => name.endsWith(SUFFIX))
  .map((name) => name.slice(0, -SUFFIX.length));

/** In flat formats each tambon's row names its district and province. */
export const allFromTambon = (tambon: RawRow[]): RawLevels => ({
  tambon,
  district: tambon,
  province: tambon,
});
