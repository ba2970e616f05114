// Writes one boundary version. Called inside a transaction: all of it becomes visible at once, or none.
import type pg from "pg";
import type { Lookups } from "../lookups.ts";
import type { Prepared } from "../prepare.ts";
import type { BoundarySource, Provenance } from "../source.schema.ts";
import { copyRows } from "./copy.ts";
import { pointToEwkb, polygonsToEwkb } from "./ewkb.ts";

export interface Version {
  id: string;
  sha256: string;
}

export async function writeVersion(
  client: pg.ClientBase,
  version: Version,
  source: BoundarySource,
  lookups: Lookups,
  prepared: Prepared,
  onProgress: (line: string) => void = () => {},
): Promise<void> {
  await writeSource(client, source, version.sha256);
  await writeSource(client, lookups.provenance, null);
  await retireVersions(client, version.id);
  const { areas } = prepared;
  await client.query(
    `insert into boundary_version (id, source_id, is_sample, is_current, province_count, district_count, tambon_count)
     values ($1, $2, $3, true, $4, $5, $6)`,
    [version.id, source.id, source.sample, areas.province.length, areas.district.length, areas.tambon.length],
  );
  onProgress("writing the register of areas");
  await writeAreas(client, source, lookups, prepared);
  onProgress("writing shapes");
  await writeShapes(client, version.id, prepared);
  onProgress(`writing ${prepared.tiles.length} tiles`);
  await copyRows(client, "area_tile (boundary_version_id, z, x, y, data)", tileRows(version.id, prepared));
  onProgress("bringing search and achievements in line");
  await client.query("select api.refresh_register()");
}

/** Thai and English. */
const inBoth = (words: Provenance["publisher"]): [string, string] =>
  typeof words === "string" ? [words, words] : [words.th, words.en];

/** Adds or corrects the row of table `source`. */
export async function writeSource(
  client: pg.ClientBase,
  source: Provenance,
  sha256: string | null,
): Promise<void> {
  await client.query(
    `insert into source (id, title_th, title_en, publisher_th, publisher_en, licence_th, licence_en, licence_url, attribution,
       url, sha256, reference_date, is_sample, is_redistributable)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (id) do update set title_th = excluded.title_th, title_en = excluded.title_en,
       publisher_th = excluded.publisher_th, publisher_en = excluded.publisher_en, licence_th = excluded.licence_th,
       licence_en = excluded.licence_en, licence_url = excluded.licence_url, attribution = excluded.attribution, url = excluded.url, sha256 = excluded.sha256,
       reference_date = excluded.reference_date, is_sample = excluded.is_sample,
       is_redistributable = excluded.is_redistributable, recorded_at = now()`,
    [
      source.id,
      source.title.th,
      source.title.en,
      ...inBoth(source.publisher),
      ...inBoth(source.licence),
      source.licence_url,
      source.attribution,
      source.url,
      sha256,
      source.reference_date,
      source.sample,
      source.redistributable,
    ],
  );
}

/** The version in force until now keeps its tiles, for pages that are open; older ones go. */
async function retireVersions(client: pg.ClientBase, newId: string): Promise<void> {
  await client.query("delete from boundary_version where not is_current or id = $1", [newId]);
  await client.query("delete from area_shape");
  await client.query("delete from area_band");
  await client.query("update boundary_version set is_current = false where is_current");
}

/** Rows of `area` are added and renamed, never deleted: records point at them. */
async function writeAreas(
  client: pg.ClientBase,
  source: BoundarySource,
  lookups: Lookups,
  { areas }: Prepared,
): Promise<void> {
  await client.query(
    "create temporary table incoming_area (code text, level text, name_th text, name_en text, source_id text) on commit drop",
  );
  const drawn = new Set(areas.tambon.map(({ code }) => code));
  const districts = new Set(areas.district.map(({ code }) => code));
  const undrawn = lookups.areasWithoutPolygon.filter(
    ({ code }) => !drawn.has(code) && districts.has(code.slice(0, 4)),
  );
  const rows = (["province", "district", "tambon"] as const).flatMap((level) =>
    areas[level].map(({ code, name_th, name_en }) => [code, level, name_th, name_en, source.id]),
  );
  rows.push(
    ...undrawn.map(({ code, name_th, name_en }) => [code, "tambon", name_th, name_en, lookups.provenance.id]),
  );
  await copyRows(client, "incoming_area", rows);
  // by length of code, so that a parent is there before its children
  await client.query(
    `insert into area (code, level, parent_code, name_th, name_en, source_id)
     select code, level, nullif(left(code, length(code) - 2), ''), name_th, name_en, source_id
     from incoming_area order by length(code), code
     on conflict (code) do update
       set name_th = excluded.name_th, name_en = excluded.name_en, source_id = excluded.source_id`,
  );
  await client.query("delete from area_alias");
  await copyRows(
    client,
    "area_alias (code, shape_code, reason_th, reason_en, source_id)",
    undrawn
      .filter(({ shape_code }) => drawn.has(shape_code))
      .map(({ code, shape_code, reason_th, reason_en }) => [
        code,
        shape_code,
        reason_th,
        reason_en,
        lookups.provenance.id,
      ]),
  );
}

async function writeShapes(client: pg.ClientBase, versionId: string, prepared: Prepared): Promise<void> {
  const { shapes, coverage, bands } = prepared;
  // through a table of the session, so that the database measures the areas on the ellipsoid
  await client.query(
    `create temporary table incoming_shape (area_code text, level text, geom geometry(MultiPolygon, 4326),
       point geometry(Point, 4326), bbox double precision[]) on commit drop`,
  );
  const shapeRows = function* () {
    for (const { code, level, polygons, point, bbox } of shapes) {
      yield [code, level, polygonsToEwkb(polygons, coverage.arcs), pointToEwkb(point), `{${bbox.join(",")}}`];
    }
  };
  await copyRows(client, "incoming_shape", shapeRows());
  await client.query(
    `insert into area_shape (boundary_version_id, area_code, level, geom, point, bbox, area_m2)
     select $1, area_code, level, geom, point, bbox, st_area(geom::geography) from incoming_shape`,
    [versionId],
  );
  const bandRows = function* () {
    for (const { minZoom, arcs } of bands) {
      for (const { code, polygons } of shapes)
        yield [versionId, code, minZoom, polygonsToEwkb(polygons, arcs)];
    }
  };
  await copyRows(client, "area_band (boundary_version_id, area_code, min_zoom, geom)", bandRows());
}

function* tileRows(versionId: string, { tiles }: Prepared) {
  for (const { z, x, y, data } of tiles) yield [versionId, z, x, y, `\\x${data.toString("hex")}`];
}
