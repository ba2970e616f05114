import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { GeoDataError } from "../errors.ts";
import type { RawLevels, RawRow } from "../read.ts";
import type { BoundarySource } from "../source.schema.ts";
import { decodeThai } from "../thai-text.ts";

export function readTopoJson(source: BoundarySource, bytes: Uint8Array): RawLevels {
  const { objects } = source;
  if (!objects) {
    throw new GeoDataError(
      `Source ${source.id} is TopoJSON but does not say which object holds which level.`,
      `add "objects": { "tambon": …, "district": …, "province": … } to geo-data/sources/${source.id}.source.json.`,
    );
  }
  const topology = JSON.parse(decodeThai(bytes)) as Topology;
  const rowsOf = (name: string): RawRow[] => {
    const object = topology.objects[name];
    if (object?.type !== "GeometryCollection") {
      throw new GeoDataError(
        `Source ${source.id}: the file has no collection "${name}"; it has ${Object.keys(topology.objects).join(", ")}.`,
        `correct "objects" in geo-data/sources/${source.id}.source.json.`,
      );
    }
    return feature(topology, object).features.map(({ properties, geometry }) => ({
      properties: properties ?? {},
      geometry,
    }));
  };
  return {
    tambon: rowsOf(objects.tambon),
    district: rowsOf(objects.district),
    province: rowsOf(objects.province),
  };
}
