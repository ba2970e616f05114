import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import { type Nickname, type PlaceItem, type PlacesIndex, SUGGESTIONS } from "./places.schema.ts";

type PlaceQuestion = { q: string | null; levels: readonly string[]; limit: number; offset: number };
type PlacePage = { items: PlaceItem[]; total: number; suggestions: PlaceItem[] };

/** One page of regions, areas on the map and local authorities: best match first, or in code order without `q`. */
export function listPlaces(db: Db, { q, levels, limit, offset }: PlaceQuestion): Promise<PlacePage> {
  return db.one(sql`
    with found as materialized (
      select code, total, row_number() over () as place
      from api.find_places(${q}, ${levels}::text[], null, ${limit}, ${offset})
    )
    select
      coalesce((select json_agg(api.place_item(code) order by place) from found), '[]') as items,
      coalesce((select max(total) from found), 0) as total,
      coalesce((select json_agg(api.place_item(near.code) order by near.place) from (
        select code, row_number() over () as place
        from api.near_places(${q}, ${levels}::text[], null, ${SUGGESTIONS})
        where ${q !== null && offset === 0} and not exists (select from found)) near), '[]') as suggestions`);
}

export function listNicknames(db: Db): Promise<Nickname[]> {
  return db.many(sql`select name, stands_for, use from place_nickname order by name collate "C"`);
}

type Bounds = [west: number, south: number, east: number, north: number];

/** West, south, east and north of the areas that the places are made of; null where nobody knows of any. */
export async function findExtent(db: Db, places: readonly string[]): Promise<Bounds | null> {
  const { bbox } = await db.one<{ bbox: (number | null)[] }>(sql`
    select json_build_array(min(bbox[1]), min(bbox[2]), max(bbox[3]), max(bbox[4])) as bbox
    from area_shape
    where boundary_version_id = (select id from boundary_version where is_current)
      and area_code in (select unnest(api.place_parts(place)) from unnest(${places}::text[]) place)`);
  return bbox.includes(null) ? null : (bbox as Bounds);
}

/** Regions and local authorities by their areas, as ready JSON text. @throws ProblemError boundaries-missing */
export async function getPlacesIndexJson(db: Db): Promise<string> {
  const row = await db.one<{ index: PlacesIndex | null }>(sql`select api.places_index() as index`);
  if (!row.index) throw new ProblemError("boundaries-missing");
  return JSON.stringify(row.index);
}
