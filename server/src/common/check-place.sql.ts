// A place that is none must be an error wherever one can be asked for: an empty answer reads as "nothing there".
import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/** @throws ProblemError area-not-found naming the field and the code, when there is no such place */
export async function checkPlace(db: Db, code: string, field: string): Promise<void> {
  await checkPlaces(db, [code], field);
}

/** The same of a list, naming every code that is none; a field that was left out asks for none. */
export async function checkPlaces(
  db: Db,
  codes: readonly string[] | undefined,
  field: string,
): Promise<void> {
  if (!codes || codes.length === 0) return;
  const unknown = await db.many<{ code: string; shape_code: string | null; reason_en: string | null }>(sql`
    select asked.code, shape_code, reason_en
    from (select distinct unnest(${codes}::text[])) asked(code)
    left join area_alias using (code)
    where asked.code <> 'TH'
      and not exists (select from area_search where area_code = asked.code)
      and not exists (select from region where region.code = asked.code)
      and not exists (select from local_authority where 'L' || local_authority.code = asked.code)
    order by asked.code`);
  if (unknown.length === 0) return;
  const names = unknown.map(({ code }) => code).join(", ");
  throw new ProblemError("area-not-found", {
    detail:
      unknown.length === 1
        ? `there is no place with the code ${names}`
        : `there are no places with the codes ${names}`,
    params: { place: names },
    errors: unknown.map(({ code, shape_code, reason_en }) => ({
      field,
      message: `${code}: ${
        shape_code
          ? `has no shape of its own (${reason_en}); its ground is in ${shape_code}`
          : "no region, area on the map or local authority has this code"
      }`,
    })),
  });
}
