import type { Db } from "../../db.ts";
import type { KnownKind } from "../../records/register.ts";
import { sql, sqlName } from "../../sql.ts";
import type { SampleRecords } from "../filter/filter.schema.ts";
import type { SourceRef } from "../sources/sources.schema.ts";

export type Standing = {
  sources: SourceRef[];
  sample_records: SampleRecords;
  updated_at: string | null;
};

/** Where the records of a kind and of its parts come from, and when one last changed. */
export function getStanding(db: Db, kind: string): Promise<Standing> {
  return db.one<Standing>(sql`
    select coalesce(jsonb_agg(api.source_ref(id) order by id), '[]') as sources,
      api.sample_extent(array_agg(id)) as sample_records,
      (select to_jsonb(recorded_at) #>> '{}' from data_version where topic = ${kind}) as updated_at
    from api.record_sources(array[${kind}])`);
}

/** The same of areas on the map, or of local authorities. */
export function getPlaceStanding(
  db: Db,
  table: "area_shape" | "local_authority",
): Promise<Standing & { count: number }> {
  const used =
    table === "area_shape"
      ? sql`select source_id from boundary_version where is_current union select source_id from area`
      : sql`select source_id from local_authority`;
  const count =
    table === "area_shape"
      ? sql`select count(*) from area_search`
      : sql`select count(*) from local_authority`;
  return db.one(sql`
    select coalesce(jsonb_agg(api.source_ref(id) order by id), '[]') as sources,
      api.sample_extent(array_agg(id)) as sample_records, (${count}) as count,
      (select to_jsonb(recorded_at) #>> '{}' from data_version where topic = 'boundary') as updated_at
    from source where id in (${used})`);
}

export async function countStanding(db: Db, kind: KnownKind): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    sql`select count(*) as count from ${sqlName("record", `${kind.id}/at`)}(null)`,
  );
  return count;
}
