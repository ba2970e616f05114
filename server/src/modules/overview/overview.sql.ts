import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { Overview, OverviewItem } from "./overview.schema.ts";

/** An item but for what is worked out of it: `most` is what it cannot be above, where there is such. */
export type Figure = Omit<OverviewItem, "pace"> & { most: number | null };

/**
 * Every indicator of a place, with its series; and the standing of the whole. Null while no boundaries are loaded.
 * @param fiscalYear the last that any indicator declares when null
 */
export async function findFigures(
  db: Db,
  place: string,
  fiscalYear: number | null,
): Promise<(Omit<Overview, "items"> & { figures: Figure[] }) | null> {
  const row = await db.one<{
    answer: (Omit<Overview, "items"> & { figures: Figure[] }) | null;
  }>(sql`select api.place_figures(${place}, ${fiscalYear}) as answer`);
  return row.answer;
}
