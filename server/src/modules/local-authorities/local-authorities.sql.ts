import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { LocalAuthorityDetail, LocalAuthorityItem } from "./local-authorities.schema.ts";

/** One page of local authorities in code order or best match first, how many there are in all, and suggestions. */
export function listLocalAuthorities(
  db: Db,
  query: {
    within: string[] | null;
    kind: string[] | null;
    extent: string[] | null;
    q: string | null;
    /** west, south, east, north in degrees: of the point of one of its tambon */
    bbox: number[] | null;
    limit: number;
    offset: number;
  },
): Promise<{ items: LocalAuthorityItem[]; total: number; suggestions: LocalAuthorityItem[] }> {
  return db.one(sql`
    select items, total::integer, suggestions
    from api.list_local_authorities(${query.within}::text[], ${query.kind}::text[], ${query.extent}::text[],
      ${query.q}, ${query.bbox}::double precision[], ${query.limit}, ${query.offset})`);
}

export async function findLocalAuthority(db: Db, code: string): Promise<LocalAuthorityDetail | null> {
  const row = await db.one<{ item: LocalAuthorityDetail | null }>(
    sql`select api.local_authority_detail(${code}) as item`,
  );
  return row.item;
}
