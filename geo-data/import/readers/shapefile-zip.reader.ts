import { unzipSync } from "fflate";
import { read } from "shapefile";
import { GeoDataError } from "../errors.ts";
import type { RawRow } from "../read.ts";
import type { BoundarySource } from "../source.schema.ts";
import { detectThaiEncoding } from "../thai-text.ts";

/** Reads one shapefile out of a zip; text as UTF-8 or Windows-874, whichever the bytes are. */
export async function readShapefileZip(source: BoundarySource, bytes: Uint8Array): Promise<RawRow[]> {
  const wanted = source.zip_member ?? "";
  const members = openZip(source, bytes, wanted);
  const shapes = Object.keys(members).filter((name) => name.endsWith(".shp"));
  const [name] = shapes;
  if (name === undefined || shapes.length > 1) {
    throw new GeoDataError(
      `Source ${source.id}: ${shapes.length === 0 ? "no" : shapes.length} shapefiles in the zip have "${wanted}" in their name.`,
      `set "zip_member" in geo-data/sources/${source.id}.source.json to a part of the one name that is meant.`,
    );
  }
  const member = (ending: string): Uint8Array => {
    const found = members[name.replace(/\.shp$/, ending)];
    if (!found)
      throw new GeoDataError(
        `Source ${source.id}: ${name} comes without its ${ending}.`,
        "get the whole zip.",
      );
    return found;
  };
  const projection = new TextDecoder().decode(member(".prj"));
  if (!/^GEOGCS\[.*WGS[ _]?(19)?84/i.test(projection)) {
    throw new GeoDataError(
      `Source ${source.id}: ${name} is not in WGS 84 degrees (EPSG:4326) but in ${projection.slice(0, 60)}….`,
      "reproject it first: ogr2ogr -t_srs EPSG:4326 out.shp in.shp",
    );
  }
  const table = member(".dbf");
  const { features } = await read(member(".shp"), table, { encoding: detectThaiEncoding(table) });
  return features.map(({ properties, geometry }) => ({ properties: properties ?? {}, geometry }));
}

function openZip(source: BoundarySource, bytes: Uint8Array, wanted: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name }) => name.includes(wanted) && /\.(shp|dbf|prj)$/.test(name),
    });
  } catch (cause) {
    throw new GeoDataError(
      `Source ${source.id}: the file is not a readable zip (${cause instanceof Error ? cause.message : cause}).`,
      "download it again.",
    );
  }
}
