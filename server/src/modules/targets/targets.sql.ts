import type { Db, Verbs } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { TargetDetail, TargetValue } from "./targets.schema.ts";

/** One version, or the one in force; null when there is none. */
export async function findTarget(
  db: Db,
  indicator: string,
  version: number | null,
): Promise<TargetDetail | null> {
  const row = await db.one<{ target: TargetDetail | null }>(
    sql`select api.target_detail(${indicator}, ${version}) as target`,
  );
  return row.target;
}

export type ShareWeights = {
  province_code: string;
  region_code: string | null;
  units: number;
  population: number;
  need: number;
  /** null: nothing says how much there is in all */
  gap: number | null;
  reached: number;
  cap: number | null;
};

/** What shares of provinces may be in proportion to. */
export function listShareWeights(db: Db, indicator: string, fiscalYear: number): Promise<ShareWeights[]> {
  return db.many(sql`select * from api.share_weights(${indicator}, ${fiscalYear}) order by province_code`);
}

export type VersionHead = Pick<
  TargetDetail,
  "action" | "method" | "basis" | "owner" | "note" | "undoes_version"
>;

/** Writes a whole version. @returns its number, or null when `basedOn` is not in force any more */
export async function writeVersion(
  db: Verbs,
  indicator: string,
  basedOn: number,
  head: VersionHead,
  values: readonly TargetValue[],
): Promise<number | null> {
  const row = await db.one<{ version: number | null }>(sql`
    select api.write_target_version(${indicator}, ${basedOn}, ${JSON.stringify(head)}, ${JSON.stringify(values)}) as version`);
  return row.version;
}

/** What an indicator with a target counts, which decides whether it can be shared out. */
export function getShareable(db: Db, indicator: string): Promise<{ kind: string; counted_by: string }> {
  return db.one(sql`
    select declaration ->> 'kind' as kind, declaration ->> 'counted_by' as counted_by
    from indicator where id = ${indicator}`);
}
