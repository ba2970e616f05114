import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/** @throws ProblemError area-not-found naming the field, when there is no such region, area or local authority */
export async function checkPlace(db: Db, code: string, field: string): Promise<void> {
  const { place } = await db.one<{ place: unknown }>(sql`select api.place_ref(${code}) as place`);
  if (!place) {
    throw new ProblemError("area-not-found", {
      detail: `there is no place with the code ${code}`,
      errors: [{ field, message: "no region, area on the map or local authority has this code" }],
    });
  }
}
