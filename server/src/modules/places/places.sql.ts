import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { PlacesIndex } from "./places.schema.ts";

/** Regions and local authorities by their areas, as ready JSON text. @throws ProblemError boundaries-missing */
export async function getPlacesIndexJson(db: Db): Promise<string> {
  const row = await db.one<{ index: PlacesIndex | null }>(sql`select api.places_index() as index`);
  if (!row.index) throw new ProblemError("boundaries-missing");
  return JSON.stringify(row.index);
}
