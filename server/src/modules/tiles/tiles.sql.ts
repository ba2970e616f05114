import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { FilterOf } from "../collections/collections.schema.ts";

/** "z/x/y" of every baked tile of a boundary version; none when the version is not there. */
export async function listTileKeys(db: Db, version: string): Promise<string[]> {
  const rows = await db.many<{ key: string }>(
    sql`select concat_ws('/', z, x, y) as key from area_tile where boundary_version_id = ${version}`,
  );
  return rows.map((row) => row.key);
}

export async function findAreaTile(
  db: Db,
  version: string,
  z: number,
  x: number,
  y: number,
): Promise<Buffer | null> {
  const row = await db.maybeOne<{ data: Buffer }>(sql`
    select data from area_tile where boundary_version_id = ${version} and z = ${z} and x = ${x} and y = ${y}`);
  return row?.data ?? null;
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
