import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import { type Nickname, SUGGESTIONS } from "./places.schema.ts";

type PlaceQuestion = { q: string | null; levels: readonly string[]; limit: number; offset: number };
/** `items` and `suggestions` are lists as JSON text. */
type PlacePage = { items: string; count: number; total: number; suggestions: string };

// looked up one by one: joined, the planner would read all places for a few
const itemsOf = sql`coalesce('[' || string_agg((select item from place_search where place_search.code = found.code), ','
  order by found.place) || ']', '[]')`;

/** One page of regions, areas on the map and local authorities: best match first, or in code order without `q`. */
export async function listPlaces(db: Db, { q, levels, limit, offset }: PlaceQuestion): Promise<PlacePage> {
  const page = await db.one<Omit<PlacePage, "suggestions">>(sql`
    select ${itemsOf} as items, count(*) as count, coalesce(max(total), 0) as total
    from (
      select code, total, row_number() over () as place
      from api.find_places(${q}, ${levels}::text[], null, ${limit}, ${offset})) found`);
  const isFound = page.count > 0 || q === null || offset > 0;
  return { ...page, suggestions: isFound ? "[]" : await listSuggestions(db, q, levels) };
}

/** What `q` may have meant, where nothing has that name. */
async function listSuggestions(db: Db, q: string, levels: readonly string[]): Promise<string> {
  const { items } = await db.one<{ items: string }>(sql`
    select ${itemsOf} as items
    from (
      select code, row_number() over () as place
      from api.near_places(${q}, ${levels}::text[], null, ${SUGGESTIONS})) found`);
  return items;
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
      and (area_code in (select unnest(api.without_regions(${places}) || api.authority_parts(${places})))
        or ('TH' = any (${places}) and level = 'province'))`);
  return bbox.includes(null) ? null : (bbox as Bounds);
}

/** Regions and local authorities by their areas, as ready JSON text. @throws ProblemError boundaries-missing */
export async function getPlacesIndexJson(db: Db): Promise<string> {
  const { index } = await db.one<{ index: string | null }>(sql`select api.places_index()::text as index`);
  if (index === null) throw new ProblemError("boundaries-missing");
  return index;
}
