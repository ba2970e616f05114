import type { Db } from "../../db.ts";
import { register } from "../../records/kinds.ts";
import { sql } from "../../sql.ts";
import type { Health } from "./health.schema.ts";

const madeElsewhere = register.all.flatMap(({ id, isReference }) => (isReference ? [id] : []));

/** What it serves, in one round trip; on which versions of what is for those who run it. */
export function getHealth(db: Db): Promise<Omit<Health, "status" | "not_redistributed">> {
  return db.one(sql`
    select
      (select json_build_object(
          'id', boundary_version.id,
          'source', json_build_object('id', source.id, 'title_th', source.title_th, 'title_en', source.title_en,
            'attribution', source.attribution),
          'sample', boundary_version.is_sample,
          'counts', json_build_object('province', province_count, 'district', district_count, 'tambon', tambon_count),
          'bbox', (select json_build_array(min(bbox[1]), min(bbox[2]), max(bbox[3]), max(bbox[4]))
                   from area_shape where boundary_version_id = boundary_version.id and level = 'province'))
        from boundary_version join source on source.id = boundary_version.source_id
        where is_current) as boundary,
      api.sample_extent(array(
        select id from api.record_sources(array(
          select jsonb_array_elements_text(declaration -> 'depends_on') from indicator
          except select unnest(${madeElsewhere}::text[])))
      )) as sample_records`);
}
