import type { Keyset } from "../../common/cursor.ts";
import { type KeysetPage, listByKeyset } from "../../common/keyset.sql.ts";
import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { FilterOf } from "../collections/collections.schema.ts";
import type { OrganizationItem } from "./organizations.schema.ts";

/** What was not recorded sorts first. */
const sortKeys = {
  name: sql`record.name_th collate "th-x-icu"`,
  area: sql`record.area_code collate "C"`,
  registered_on: sql`coalesce(record.registered_on::text, '') collate "C"`,
  // as the answer says it: the cursor carries it
  member_count: sql`coalesce(api.public_count(record.member_count), -1)`,
};

/** Names that begin with what is asked for before those that have it inside; an exact one is the first of them. */
const matchOf = (q: string) => sql`(
  case when starts_with(record.name_key, (select api.fold_text(${q}))) then '0' else '1' end || record.name_th) collate "th-x-icu"`;

/** One page of organizations that the filter lets through, and how many there are in all. */
export function listOrganizations(
  db: Db,
  filter: FilterOf<"organizations">,
  page: { sort: string; after: Keyset | null; limit: number },
): Promise<KeysetPage<OrganizationItem>> {
  const records = sql`api.filtered_organizations(${JSON.stringify(filter)}::jsonb) record`;
  return listByKeyset(
    db,
    {
      records,
      item: sql`api.organization_item(record)`,
      sortKeys: { ...sortKeys, match: matchOf(filter.q ?? "") },
    },
    page,
  );
}

export async function findOrganization(db: Db, id: string): Promise<Record<string, unknown> | null> {
  const row = await db.one<{ item: Record<string, unknown> | null }>(
    sql`select api.organization_detail(${id}) as item`,
  );
  return row.item;
}
