import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { PlaceProfile } from "./profiles.schema.ts";

export async function findProfile(db: Db, place: string): Promise<PlaceProfile | null> {
  const row = await db.one<{ profile: PlaceProfile | null }>(
    sql`select api.place_profile(${place}) as profile`,
  );
  return row.profile;
}
