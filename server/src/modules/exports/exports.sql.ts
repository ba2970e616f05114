import type { Readable } from "node:stream";
import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { FilterOf } from "../collections/collections.schema.ts";
import type { CoverageLevel } from "../filter/filter.schema.ts";

export type ExportRequest = {
  filter: FilterOf<"areas"> | FilterOf<"organizations"> | FilterOf<"plans">;
  level: CoverageLevel;
  indicator: string | null;
  fiscal_year: number | null;
};

// CSV with a quote and a delimiter that JSON text never holds unescaped: each line comes out as it is.
const asLines = sql`with (format csv, quote e'\\x01', delimiter e'\\x02')`;
const statements = {
  areas: sql`copy (select * from api.export_areas()) to stdout ${asLines}`,
  regions: sql`copy (select * from api.export_regions()) to stdout ${asLines}`,
  local_authorities: sql`copy (select * from api.export_local_authorities()) to stdout ${asLines}`,
  organizations: sql`copy (select * from api.export_organizations()) to stdout ${asLines}`,
  plans: sql`copy (select * from api.export_plans()) to stdout ${asLines}`,
};

/** Areas that are put together from others when they are asked for. */
const ofLevel: Partial<Record<CoverageLevel, keyof typeof statements>> = {
  region: "regions",
  local_authority: "local_authorities",
};

/** GeoJSON features, one to a line, streamed out of the database. */
export function streamFeatures(
  db: Db,
  what: "areas" | "organizations" | "plans",
  request: ExportRequest,
): Promise<Readable> {
  const statement = statements[(what === "areas" && ofLevel[request.level]) || what];
  return db.copy(statement, ["phuenthi.export", JSON.stringify(request)]);
}
