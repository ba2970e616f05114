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

/** Regions and local authorities by their areas, as ready JSON text. @throws ProblemError boundaries-missing */
export async function getPlacesIndexJson(db: Db): Promise<string> {
  const row = await db.one<{ index: PlacesIndex | null }>(sql`select api.places_index() as index`);
  if (!row.index) throw new ProblemError("boundaries-missing");
  return JSON.stringify(row.index);
}
