// Records of any kind, through what db/functions/record-kinds.sql made of its declaration.
import type { Keyset } from "../../common/cursor.ts";
import { type KeysetPage, listByKeyset } from "../../common/keyset.sql.ts";
import type { Db } from "../../db.ts";
import type { RecordFilter } from "../../records/record-contract.ts";
import { titleField } from "../../records/record-contract.ts";
import { columnOfPlace } from "../../records/record-kind.ts";
import type { KnownKind } from "../../records/register.ts";
import { type Sql, sql, sqlName } from "../../sql.ts";

/** What the filter lets through, named `record`: a row of the kind's view. */
const filteredRecords = (kind: KnownKind, filter: RecordFilter): Sql =>
  sql`${sqlName("record", `${kind.id}/filtered`)}(${JSON.stringify(filter)}::jsonb) record`;

/** One page of the records that the filter lets through, and how many there are in all. */
export function listRecords(
  db: Db,
  kind: KnownKind,
  filter: RecordFilter,
  page: { sort: string; after: Keyset | null; limit: number },
): Promise<KeysetPage<Record<string, unknown>>> {
  return listByKeyset(
    db,
    {
      records: filteredRecords(kind, filter),
      item: sql`${sqlName("record", `${kind.id}/item`)}(record)`,
      sortKey: sortKey(kind, page.sort.replace(/^-/, ""), filter.q ?? ""),
    },
    page,
  );
}

/** The highest change number of the kind so far; 0 while there is none. */
export async function getLatestChange(db: Db, kind: KnownKind): Promise<number> {
  const { latest } = await db.one<{ latest: number }>(
    sql`select coalesce(max(change_number), 0) as latest from ${sqlName("record", kind.id)}`,
  );
  return latest;
}

export async function findRecord(
  db: Db,
  kind: KnownKind,
  id: string,
): Promise<Record<string, unknown> | null> {
  const { item } = await db.one<{ item: Record<string, unknown> | null }>(
    sql`select ${sqlName("record", `${kind.id}/detail`)}(${id}) as item`,
  );
  return item;
}

/** An expression over `record` that is never null: what was not recorded comes first. */
function sortKey(kind: KnownKind, sort: string, q: string): Sql {
  if (sort === "change") return sql`record.change_number`;
  if (sort === "area" && kind.liesAt) return sql`${column(columnOfPlace(kind.liesAt))} collate "C"`;
  const title = titleField(kind);
  if (sort === "match" && title) {
    // names that begin with what is asked for before those that have it inside; an exact one is the first of them
    return sql`(
      case when starts_with(record.search_key, (select api.fold_text(${q}))) then '0' else '1' end || ${column(title)}) collate "th-x-icu"`;
  }
  if (sort === kind.title && title) return sql`${column(title)} collate "th-x-icu"`;
  const field = kind.fields[sort];
  if (!field) throw new Error(`no sort order of ${kind.collection} is called ${sort}`);
  const sorted = column(kind.sortColumns[sort] ?? sort);
  // as the answer says it: the cursor carries it
  if (kind.sortColumns[sort] || ["count", "amount", "year"].includes(field.type))
    return sql`coalesce(${sorted}, -1)`;
  if (field.type === "date") return sql`coalesce(${sorted}::text, '') collate "C"`;
  return sql`coalesce(${sorted}, '') collate "th-x-icu"`;
}

const column = (name: string) => sql`record.${sqlName(name)}`;
