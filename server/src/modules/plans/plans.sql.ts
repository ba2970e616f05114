import type { Keyset } from "../../common/cursor.ts";
import { type KeysetPage, listByKeyset } from "../../common/keyset.sql.ts";
import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { FilterOf } from "../collections/collections.schema.ts";
import type { PlanItem } from "./plans.schema.ts";

const sortKeys = {
  title: sql`record.title_th collate "th-x-icu"`,
  area: sql`record.area_code collate "C"`,
  first_fiscal_year: sql`record.first_fiscal_year`,
  // what no item was proposed of comes before what was declined
  best_state: sql`coalesce(api.state_height(standing.best_state), 0)`,
  // what nobody knows comes before nothing
  granted_thb: sql`coalesce(standing.granted_thb, -1)`,
};

/** Names that begin with what is asked for before those that have it inside; an exact one is the first of them. */
const matchOf = (q: string) => sql`(
  case when starts_with(record.title_key, (select api.fold_text(${q}))) then '0' else '1' end || record.title_th) collate "th-x-icu"`;

/** One page of plans that the filter lets through, and how many there are in all. */
export function listPlans(
  db: Db,
  filter: FilterOf<"plans">,
  page: { sort: string; after: Keyset | null; limit: number },
): Promise<KeysetPage<PlanItem>> {
  const records = sql`api.filtered_plans(${JSON.stringify(filter)}::jsonb) record
    left join plan_standing standing on standing.plan_id = record.id`;
  return listByKeyset(
    db,
    {
      records,
      item: sql`api.plan_item_json(record)`,
      sortKeys: { ...sortKeys, match: matchOf(filter.q ?? "") },
    },
    page,
  );
}

export async function findPlan(db: Db, id: string): Promise<Record<string, unknown> | null> {
  const row = await db.one<{ item: Record<string, unknown> | null }>(
    sql`select api.plan_detail(${id}) as item`,
  );
  return row.item;
}
