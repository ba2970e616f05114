// Keyset paging for any sortable list of records: one page, how many there are in all, and where the page ends.

import type { Db } from "../db.ts";
import { type Sql, sql } from "../sql.ts";
import type { Keyset } from "./cursor.ts";

export type KeysetList = {
  /** what the list is made of, with the filter in it, named `record`: sql`record."plan/filtered"(…) record` */
  records: Sql;
  /** the answer's item of one record: sql`record."plan/item"(record)` */
  item: Sql;
  /** expression over `record` that is never null; the only text that reaches ORDER BY */
  sortKey: Sql;
};

export type KeysetPage<Item> = { items: Item[]; total: number; last: Keyset | null };

/**
 * @param query.sort with a minus in front the order is turned round
 * @param query.after the end of the page before; null for the first page
 * @returns `last` is the end of this page, null when it is not full
 */
export function listByKeyset<Item>(
  db: Db,
  { records, item, sortKey: key }: KeysetList,
  { sort, after, limit }: { sort: string; after: Keyset | null; limit: number },
): Promise<KeysetPage<Item>> {
  const descending = sort.startsWith("-");
  const order = descending ? sql`order by ${key} desc, record.id desc` : sql`order by ${key}, record.id`;
  const compare = descending ? sql`<` : sql`>`;
  const beyond = after ? sql`(${key}, record.id) ${compare} (${after.value}, ${after.id}::uuid)` : sql`true`;
  return db.one(sql`
    with page as materialized (
      select record, record.id, ${key} as sort_value, row_number() over (${order}) as place
      from ${records}
      where ${beyond}
      ${order} limit ${limit}
    )
    select
      coalesce((select json_agg(${item} order by place) from page), '[]') as items,
      (select count(*) from ${records}) as total,
      (select json_build_object('value', sort_value, 'id', id) from page where place = ${limit}) as last`);
}
