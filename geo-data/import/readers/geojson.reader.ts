import type { FeatureCollection } from "geojson";
import { GeoDataError } from "../errors.ts";
import type { RawRow } from "../read.ts";
import type { BoundarySource } from "../source.schema.ts";
import { decodeThai } from "../thai-text.ts";

/** One feature per tambon, in WGS 84 as RFC 7946 has it. */
export function readGeoJson(source: BoundarySource, bytes: Uint8Array): RawRow[] {
  const collection = JSON.parse(decodeThai(bytes)) as Partial<FeatureCollection>;
  if (collection.type !== "FeatureCollection" || !collection.features) {
    throw new GeoDataError(
      `Source ${source.id}: the file is not a GeoJSON FeatureCollection.`,
      "save it as one, a feature per tambon.",
    );
  }
  return collection.features.map(({ properties, geometry }) => ({ properties: properties ?? {}, geometry }));
}
