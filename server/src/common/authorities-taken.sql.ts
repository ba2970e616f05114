import type { Db } from "../db.ts";
import type { AuthoritiesTaken } from "../modules/collections/collections.schema.ts";
import { sql } from "../sql.ts";

/** What the local authorities among the places asked within stand for. */
export async function getAuthoritiesTaken(
  db: Db,
  within: readonly string[] | undefined | null,
): Promise<AuthoritiesTaken> {
  const asked = (within ?? []).filter((code) => code.startsWith("L"));
  if (asked.length === 0) return [];
  const { taken } = await db.one<{ taken: AuthoritiesTaken }>(
    sql`select api.authorities_taken(${asked}::text[]) as taken`,
  );
  return taken;
}
