import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { SourceRef } from "../sources/sources.schema.ts";
import type { SampleRecords } from "../vocabulary/vocabulary.schema.ts";

type Standing = {
  /** records that stand now; null where nobody may see them */
  count: number | null;
  sources: SourceRef[];
  sample_records: SampleRecords;
  /** when one last changed, ISO */
  updated_at: string | null;
};

/** How the records of each kind stand; `kind` is its id. */
export function getKindsStanding(db: Db): Promise<(Standing & { kind: string })[]> {
  return db.many(sql`
    select kind, count, sources, sample_records, to_jsonb(updated_at) #>> '{}' as updated_at from api.kinds_standing()
    order by kind collate "C"`);
}

/** How areas on the map stand, or local authorities. */
export function getPlaceStanding(db: Db, table: "area_shape" | "local_authority"): Promise<Standing> {
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
