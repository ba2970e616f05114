import type { Db } from "../../db.ts";
import type { RecordFilter } from "../../records/record-contract.ts";
import { sql } from "../../sql.ts";

/** A baked tile, gzip bytes; null where nothing is, undefined when the boundary version is not served (any more). */
export async function findAreaTile(
  db: Db,
  version: string,
  z: number,
  x: number,
  y: number,
): Promise<Buffer | null | undefined> {
  const { is_served, data } = await db.one<{ is_served: boolean; data: Buffer | null }>(sql`
    select exists (select from area_tile where boundary_version_id = ${version}) as is_served,
      (select data from area_tile where boundary_version_id = ${version} and z = ${z} and x = ${x} and y = ${y}) as data`);
  return is_served ? data : undefined;
}

/** Every layer of records, by its id, with what its function says of it. */
export const listTileLayers = (db: Db) =>
  db.many<{ id: string; declaration: string | null }>(sql`select id, declaration from api.tile_layers()`);

/** An uncompressed vector tile; empty bytes where nothing is. @param layer one of those above */
export async function getTile(
  db: Db,
  layer: string,
  z: number,
  x: number,
  y: number,
  filter: RecordFilter,
): Promise<Buffer> {
  const row = await db.one<{ tile: Buffer }>(
    sql`select api.tile(${layer}, ${z}, ${x}, ${y}, ${JSON.stringify(filter)}::jsonb) as tile`,
  );
  return row.tile;
}
