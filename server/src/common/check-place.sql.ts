import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/** @throws ProblemError area-not-found naming the field, when there is no such region, area or local authority */
export async function checkPlace(db: Db, code: string, field: string): Promise<void> {
  await checkPlaces(db, [code], field);
}

/** The same of several: the first that is none is named. */
export async function checkPlaces(db: Db, codes: readonly string[], field: string): Promise<void> {
  const { missing } = await db.one<{ missing: string | null }>(sql`
    select min(code) as missing from unnest(${codes}::text[]) code where api.place_ref(code) is null`);
  if (missing !== null) {
    throw new ProblemError("area-not-found", {
      detail: `there is no place with the code ${missing}`,
      errors: [{ field, message: "no region, area on the map or local authority has this code" }],
    });
  }
}
