import type { Db } from "../db.ts";
import type { AuthoritiesTaken } from "../modules/collections/collections.schema.ts";
import { sql } from "../sql.ts";
import { leaveOutManyNames } from "./redistribution.sql.ts";

/**
 * What the local authorities among the places asked within stand for.
 * @param allowed sources that the operator has the right to hand on
 */
export async function getAuthoritiesTaken(
  db: Db,
  allowed: readonly string[],
  within: readonly string[] | undefined | null,
): Promise<AuthoritiesTaken> {
  const asked = (within ?? []).filter((code) => code.startsWith("L"));
  if (asked.length === 0) return [];
  const { taken } = await db.one<{ taken: AuthoritiesTaken }>(
    sql`select api.authorities_taken(${asked}::text[]) as taken`,
  );
  await leaveOutManyNames(db, allowed, taken, (authority) => {
    authority.whole = null;
    authority.part = null;
  });
  return taken;
}
