import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { CoverageTotal } from "../coverage/coverage.schema.ts";
import type { IndicatorDeclaration } from "../indicators/indicators.schema.ts";
import type { Overview, OverviewItem } from "./overview.schema.ts";

export type Figure = {
  declaration: IndicatorDeclaration;
  fiscal_year: number;
  sample_records: OverviewItem["sample_records"];
  source_date: string | null;
  source_date_of: OverviewItem["source_date_of"];
  total: CoverageTotal;
  reason: OverviewItem["reason"];
  series: Overview["items"][number]["series"];
};

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
