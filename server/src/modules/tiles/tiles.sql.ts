import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { FilterOf } from "../collections/collections.schema.ts";

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

/** An uncompressed vector tile; empty bytes where no organization is. */
export async function getOrganizationTile(
  db: Db,
  z: number,
  x: number,
  y: number,
  filter: FilterOf<"organizations">,
): Promise<Buffer> {
  const row = await db.one<{ tile: Buffer }>(
    sql`select tiles.organizations(${z}, ${x}, ${y}, ${JSON.stringify(filter)}::jsonb) as tile`,
  );
  return row.tile;
}
