// From the bytes of a source to rows of properties with a geometry, whatever the format.
import { readFileSync } from "node:fs";
import type { Geometry } from "geojson";
import type { FoundFile } from "./find-file.ts";
import { readGeoJson } from "./readers/geojson.reader.ts";
import { readShapefileZip } from "./readers/shapefile-zip.reader.ts";
import { readStandIn } from "./readers/stand-in.reader.ts";
import { readTopoJson } from "./readers/topojson.reader.ts";
import type { BoundarySource } from "./source.schema.ts";

export interface RawRow {
  properties: Record<string, unknown>;
  geometry: Geometry | null;
}

/** Names of districts and provinces come from rows of their own, or from the tambon's rows. */
export interface RawLevels {
  tambon: RawRow[];
  district: RawRow[];
  province: RawRow[];
}

/** @param file null only for the stand-in, which has none */
export async function readSourceFile(
  source: BoundarySource,
  file: FoundFile | null,
  onProgress?: (line: string) => void,
): Promise<RawLevels> {
  if (source.format === "stand-in") return allFromTambon(await readStandIn(onProgress));
  if (file === null) throw new Error(`Source ${source.id} has a file; give it.`);
  const bytes = readFileSync(file.path);
  switch (source.format) {
    case "topojson":
      return readTopoJson(source, bytes);
    case "shapefile-zip":
      return allFromTambon(await readShapefileZip(source, bytes));
    case "geojson":
      return allFromTambon(readGeoJson(source, bytes));
  }
}

const allFromTambon = (tambon: RawRow[]): RawLevels => ({ tambon, district: tambon, province: tambon });
