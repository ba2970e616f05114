import { tagOf } from "../../conditional.ts";
import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import type { ReadyHeads } from "../../ready-answer.ts";
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

/** A tambon on the map: what its shape fills, and what an answer says of it, as JSON text. */
export type AreaBox = {
  boundary: string;
  code: string;
  bbox: [west: number, south: number, east: number, north: number];
  path: string;
  etag: string;
  /** once it was answered */
  ready?: ReadyHeads;
};

/** All of them, in the order of their codes. */
export async function listAreaBoxes(db: Db): Promise<AreaBox[]> {
  const areas = await db.many<AreaBox>(sql`
    with
    ref as materialized (
      select code, json_build_object('code', code, 'level', level, 'name_th', name_th, 'name_en', name_en) as json from area
    )
    select boundary_version.id as boundary, area_shape.area_code as code, bbox,
      json_build_object('tambon', tambon.json, 'district', district.json, 'province', province.json)::text as path
    from area_shape
    join boundary_version on boundary_version.id = boundary_version_id and is_current
    join ref tambon on tambon.code = area_code
    join ref district on district.code = left(area_code, 4)
    join ref province on province.code = left(area_code, 2)
    where area_shape.level = 'tambon'
    order by area_code`);
  for (const area of areas) area.etag = tagOf(area.path);
  return areas;
}

/** The whole shape as WKB. */
export async function findAreaLines(db: Db, boundary: string, code: string): Promise<Buffer> {
  const row = await db.maybeOne<{ wkb: Buffer }>(sql`
    select st_asbinary(geom, 'NDR') as wkb from area_shape
    where boundary_version_id = ${boundary} and area_code = ${code}`);
  // others are being loaded this moment
  if (!row) throw new ProblemError("boundaries-missing");
  return row.wkb;
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
