import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { crsOfMember } from "../crs.ts";
import { GeoDataError } from "../errors.ts";
import { readJson } from "../json.ts";
import { listed, quoted } from "../quoted.ts";
import type { RawRow, Reader } from "../reader.ts";

/** An object per level, as the source declares them. */
export const read: Reader = ({ source, bytes, file, notes }) => {
  const { objects } = source;
  if (!objects) {
    throw new GeoDataError(
      `Source ${source.id} is TopoJSON but does not say which object holds which level.`,
      `add "objects": { "tambon": …, "district": …, "province": … } to ${source.id}.source.json.`,
    );
  }
  const [value] = readJson(bytes, file, { notes });
  const topology = (value ?? {}) as Topology;
  if (topology.type !== "Topology" || !topology.objects || !Array.isArray(topology.arcs)) {
    throw new GeoDataError(
      `${file} is ${typeof topology.type === "string" ? `a ${quoted(topology.type)}` : "other JSON"}, not TopoJSON with objects and arcs.`,
      `set "format" in ${source.id}.source.json to what the file is; nothing was loaded.`,
    );
  }
  const crs = crsOfMember((topology as { crs?: unknown }).crs);
  if (crs.kind !== "wgs84") {
    // its arcs are shared and may be quantized: turned by the program that made them, or not at all
    const what = crs.kind === "refused" ? crs.why : `is in ${crs.name}, not in WGS 84`;
    throw new GeoDataError(`${file} ${what}.`, "make it anew from lines in WGS 84; nothing was loaded.");
  }
  return {
    tambon: rowsOf(topology, objects.tambon, file),
    district: rowsOf(topology, objects.district, file),
    province: rowsOf(topology, objects.province, file),
  };
};

function rowsOf(topology: Topology, name: string, file: string): RawRow[] {
  const object = topology.objects[name];
  if (object?.type !== "GeometryCollection" || !Array.isArray(object.geometries)) {
    throw new GeoDataError(
      `${file} has no collection "${name}"; it has ${listed(Object.keys(topology.objects)) || "none"}.`,
      'correct "objects" of the source; nothing was loaded.',
    );
  }
  return object.geometries.map((geometry, at) => {
    const place = `feature ${at + 1} of ${name}`;
    const refuse = (what: string) =>
      new GeoDataError(`${file}, ${place}: ${what}.`, "make the file anew; nothing was loaded.");
    if (typeof geometry !== "object" || geometry === null) throw refuse("null stands where a feature should");
    try {
      const { properties, geometry: shape } = feature(topology, geometry) as Feature;
      return { properties: properties ?? {}, geometry: shape ?? null, place };
    } catch {
      throw refuse("it names arcs that the file does not have");
    }
  });
}
