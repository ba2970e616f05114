import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { register } from "../../records/kinds.ts";
import { briefFields, columnOfPlace, type RecordKind, type RecordPlace } from "../../records/record-kind.ts";
import { type Sql, sql, sqlName } from "../../sql.ts";

const NEWEST = 3;

/**
 * The profile as ready JSON text.
 * @param fiscalYear records as they stood at its end; null: as they stand now
 * @throws ProblemError boundaries-missing
 */
export async function getProfileJson(db: Db, place: string, fiscalYear: number | null): Promise<string> {
  const within = place === "TH" ? null : [place];
  const records = register.open.reduce(
    (list, kind) =>
      kind.place ? sql`${list} || ${recordsOfKind(kind, kind.place, within !== null, fiscalYear)}` : list,
    sql`'[]'::jsonb`,
  );
  // which places those are is worked out once, for all kinds
  const { profile } = await db.one<{ profile: string | null }>(sql`
    with
    within as materialized (select code from unnest(api.codes_within(${within})) code),
    authority_within as materialized (select code from unnest(api.authorities_in(${within})) code)
    select (api.place_profile(${place}, ${fiscalYear}) || jsonb_build_object('records', ${records}))::text as profile`);
  if (profile === null) throw new ProblemError("boundaries-missing");
  return profile;
}

/**
 * How many of a kind there are, and the latest of them: called what, from when, and where.
 * @param isNarrowed to `within` or `authority_within`
 */
function recordsOfKind(
  kind: RecordKind,
  place: RecordPlace,
  isNarrowed: boolean,
  fiscalYear: number | null,
): Sql {
  const since = kind.period?.from ?? "change_number";
  const column = columnOfPlace(place);
  const inside = !isNarrowed
    ? sql``
    : place.of === "local_authority"
      ? sql`join authority_within on code = 'L' || record.${sqlName(column)}`
      : sql`join within on code = record.${sqlName(column)}`;
  const path =
    place.of === "local_authority"
      ? sql``
      : sql`, 'area_path', api.area_path(record.${sqlName(column)}, true)`;
  const fields = ["id", ...briefFields(kind), column]
    .map((name) => sql`${name}::text, record.${sqlName(name)}`)
    .reduce((list, field) => sql`${list}, ${field}`);
  return sql`(
    with found as materialized (
      select record.id, record.${sqlName(since)} as since
      from ${sqlName("record", `${kind.id}/at`)}(${fiscalYear}) record ${inside}
    )
    select jsonb_build_object('collection', ${kind.collection}::text, 'count', (select count(*) from found),
      'newest', (
        select coalesce(jsonb_agg(jsonb_build_object(${fields}${path}) order by newest.since desc nulls last, record.id), '[]')
        from (select * from found order by since desc nulls last, id limit ${NEWEST}) newest
        join ${sqlName("record", kind.id)} record using (id))))`;
}
