import type { Geometry } from "geojson";
import { crsOfMember, turnGeometry } from "../crs.ts";
import { GeoDataError } from "../errors.ts";
import { readJson } from "../json.ts";
import { MOST_FEATURES } from "../most.ts";
import { quoted, quotedJson, shown } from "../quoted.ts";
import { allFromTambon, type RawRow, type Reader } from "../reader.ts";

const AS_COLLECTION = "save it as a FeatureCollection, a feature per tambon; nothing was loaded.";

/** One feature per tambon, in WGS 84 as RFC 7946 has it: a collection, or features on lines of their own. */
export const read: Reader = ({ bytes, file, notes }) => {
  const texts = readJson(bytes, file, { sequences: true, notes });
  if (texts.length > 1) notes.add(`${file}: ${texts.length} features, each a text of its own`);
  const features = texts.length > 1 ? texts : featuresOf(texts[0], file);
  const crs = crsOfMember(texts.length === 1 ? (texts[0] as { crs?: unknown }).crs : undefined);
  if (crs.kind === "refused") throw new GeoDataError(`${file} ${crs.why}.`, crs.next);
  if (crs.kind === "turned") notes.add(`${file}: coordinates ${crs.how}`);
  return allFromTambon(
    features.map((feature, at) => {
      const row = rowOf(feature, `feature ${at + 1}`, file);
      return crs.kind === "turned" ? { ...row, geometry: turnGeometry(row.geometry, crs.turn) } : row;
    }),
  );
};

function featuresOf(value: unknown, file: string): unknown[] {
  const collection = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (collection.type === "FeatureCollection" && Array.isArray(collection.features)) {
    if (collection.features.length > MOST_FEATURES) {
      throw new GeoDataError(
        `${file} has ${collection.features.length} features, and no more than ${MOST_FEATURES} are read.`,
        AS_COLLECTION,
      );
    }
    if (collection.features.length > 0) return collection.features;
    throw new GeoDataError(`${file} is a FeatureCollection without a feature.`, "name another file.");
  }
  const is = (what: string, next = AS_COLLECTION) =>
    new GeoDataError(`${file} is ${what}, not a GeoJSON FeatureCollection.`, next);
  if (collection.type === "Topology") {
    throw is("TopoJSON", 'set "format" of the source to topojson, with its "objects"; nothing was loaded.');
  }
  if ("geometryType" in collection || "spatialReference" in collection) {
    throw is("JSON of ArcGIS (Esri)", "export it with f=geojson; nothing was loaded.");
  }
  if (collection.type === "Feature") throw is("one Feature");
  if (collection.type === "FeatureCollection") throw is('a FeatureCollection without "features"');
  if ("coordinates" in collection || "geometries" in collection) {
    throw is(
      `a bare ${typeof collection.type === "string" ? shown(collection.type) : "geometry"}, without codes and names`,
    );
  }
  throw is(
    Array.isArray(value)
      ? "a list"
      : typeof collection.type === "string"
        ? `a ${quoted(collection.type)}`
        : `other JSON (${quotedJson(value, 20)})`,
  );
}

function rowOf(value: unknown, place: string, file: string): RawRow {
  const refuse = (what: string) =>
    new GeoDataError(
      `${file}, ${place}: ${what}.`,
      "take it out of the file or complete it; nothing was loaded.",
    );
  if (value === null) throw refuse("null stands where a feature should");
  if (typeof value !== "object" || (value as { type?: unknown }).type !== "Feature") {
    throw refuse(`no Feature but ${quotedJson(value)}`);
  }
  const { properties, geometry } = value as { properties?: unknown; geometry?: unknown };
  for (const part of [value, geometry]) {
    const crs = crsOfMember((part as { crs?: unknown } | null | undefined)?.crs);
    if (crs.kind !== "wgs84") {
      const what = crs.kind === "refused" ? crs.why : `is in ${crs.name}, a system of its own`;
      throw new GeoDataError(
        `${file}, ${place}: it ${what}.`,
        "save all features in one system, WGS 84, without a crs of their own; nothing was loaded.",
      );
    }
  }
  const isObject = typeof geometry === "object" && !Array.isArray(geometry);
  if (geometry !== null && geometry !== undefined && !isObject) {
    throw refuse(`its geometry is ${quotedJson(geometry)}, no object with a type and coordinates`);
  }
  return {
    properties: typeof properties === "object" && properties !== null ? { ...properties } : {},
    geometry: (geometry ?? null) as Geometry | null,
    place,
  };
}
