import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import { SUGGESTIONS } from "../places/places.schema.ts";
import type { AreaDetail, AreaItem } from "./areas.schema.ts";

const AREA_LEVELS = ["province", "district", "tambon"];

export type AreaQuestion = {
  q: string | null;
  level: string | null;
  parent: string | null;
  within: string[] | null;
  /** west, south, east, north in degrees */
  bbox: number[] | null;
  limit: number;
  offset: number;
};
type AreaPage = { items: AreaItem[]; total: number; suggestions: AreaItem[] };

/**
 * One page of areas on the map that the filter lets through: in code order, or best match first when `q` is given.
 * Suggestions are what `q` may have meant, where nothing has that name.
 */
export function listAreas(
  db: Db,
  { q, level, parent, within, bbox, limit, offset }: AreaQuestion,
): Promise<AreaPage> {
  const filter = JSON.stringify({ bbox });
  return db.one(sql`
    with found as materialized (
      select code, row_number() over () as place
      from api.find_areas(${q}, ${level}, ${parent}, null, 0)
      where (${within}::text[] is null or code = any ((select api.codes_within(${within}::text[]))::text[]))
        and (${bbox === null} or code = any ((select api.codes_in_box(api.filter_box(${filter}::jsonb)))::text[]))
    )
    select
      coalesce((select json_agg(api.area_item(code) order by place) from (
        select * from found order by place limit ${limit} offset ${offset}) page), '[]') as items,
      (select count(*) from found)::integer as total,
      coalesce((select json_agg(api.area_item(near.code) order by near.place) from (
        select code, row_number() over () as place
        from api.near_places(${q}, ${level === null ? AREA_LEVELS : [level]}::text[], ${parent}, ${SUGGESTIONS})
        where ${q !== null} and not exists (select from found)) near), '[]') as suggestions`);
}

/** @param fiscalYear counts are of its end; null: of now */
export async function findArea(db: Db, code: string, fiscalYear: number | null): Promise<AreaDetail | null> {
  const row = await db.one<{ area: AreaDetail | null }>(
    sql`select api.area_detail(${code}, ${fiscalYear}) as area`,
  );
  return row.area;
}

/** Province, district and tambon at a point (degrees, WGS 84), in that order; null outside the country. */
export async function findAreaPathAt(db: Db, lon: number, lat: number): Promise<AreaItem[] | null> {
  const row = await db.one<{ path: AreaItem[] | null }>(sql`
    select api.area_path(code, true) as path
    from api.tambon_at(${lon}, ${lat}) code`);
  return row.path?.length === 3 ? row.path : null;
}

/** Every area on the map as parallel arrays, in Thai dictionary order within its level. */
export async function getAreaIndexJson(db: Db): Promise<string> {
  const row = await db.one<{ json: string }>(sql`
    select json_build_object(
      'boundary_version', (select id from boundary_version where is_current),
      'codes', coalesce(json_agg(area.code order by place), '[]'),
      'names_th', coalesce(json_agg(area.name_th order by place), '[]'),
      'names_en', coalesce(json_agg(area.name_en order by place), '[]'))::text as json
    from (
      select area.*, row_number() over (order by length(area.code), area.name_th collate "th-x-icu", area.code) as place
      from area join area_search on area_search.area_code = area.code
    ) area`);
  return row.json;
}
