import type { Readable } from "node:stream";
import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { CoverageLevel, RecordFilter } from "../filter/filter.schema.ts";

export type ExportRequest = {
  filter: RecordFilter;
  level: CoverageLevel;
  indicator: string | null;
  fiscal_year: number | null;
};

// CSV with a quote and a delimiter that JSON text never holds unescaped: each line comes out as it is.
const asLines = sql`with (format csv, quote e'\\x01', delimiter e'\\x02')`;
const statements = {
  areas: sql`copy (select * from api.export_areas()) to stdout ${asLines}`,
  organizations: sql`copy (select * from api.export_organizations()) to stdout ${asLines}`,
  plans: sql`copy (select * from api.export_plans()) to stdout ${asLines}`,
};

/** GeoJSON features, one to a line, streamed out of the database. */
export function streamFeatures(
  db: Db,
  what: keyof typeof statements,
  request: ExportRequest,
): Promise<Readable> {
  return db.copy(statements[what], ["phuenthi.export", JSON.stringify(request)]);
}
