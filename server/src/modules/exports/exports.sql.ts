import type { Readable } from "node:stream";
import type { Db } from "../../db.ts";
import type { RecordFilter } from "../../records/record-contract.ts";
import type { KnownKind } from "../../records/register.ts";
import { type Sql, sql, sqlName } from "../../sql.ts";
import type { CoverageLevel } from "../vocabulary/vocabulary.schema.ts";

export type ExportRequest = {
  filter: RecordFilter;
  level: CoverageLevel;
  indicator: string | null;
  fiscal_year: number | null;
};

/** Areas that are put together from others when they are asked for have a function of their own. */
const ofLevel: Record<CoverageLevel, Sql> = {
  region: sql`api.export_regions()`,
  local_authority: sql`api.export_local_authorities()`,
  province: sql`api.export_areas()`,
  district: sql`api.export_areas()`,
  tambon: sql`api.export_areas()`,
};

/** GeoJSON features, one to a line, streamed out of the database. @param kind null: areas, of the level asked for */
export function streamFeatures(db: Db, kind: KnownKind | null, request: ExportRequest): Promise<Readable> {
  const lines = kind ? sql`${sqlName("record", `${kind.id}/lines`)}()` : ofLevel[request.level];
  // CSV with a quote and a delimiter that JSON text never holds unescaped: each line comes out as it is
  return db.copy(
    sql`copy (select * from ${lines}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`,
    ["phuenthi.export", JSON.stringify(request)],
  );
}
