import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { PlaceProfile } from "./profiles.schema.ts";

/** @param fiscalYear records as they stood at its end; null: as they stand now */
export async function findProfile(
  db: Db,
  place: string,
  fiscalYear: number | null,
): Promise<PlaceProfile | null> {
  const row = await db.one<{ profile: PlaceProfile | null }>(
    sql`select api.place_profile(${place}, ${fiscalYear}) as profile`,
  );
  return row.profile;
}
