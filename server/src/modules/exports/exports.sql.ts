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

/** Those on the map are kept as they are handed on; those that are put together from them are made when they are asked for. */
function linesOfAreas({ level, indicator }: ExportRequest): Sql {
  if (level === "region") return sql`api.export_regions()`;
  if (level === "local_authority") return sql`api.export_local_authorities()`;
  return indicator === null ? sql`api.export_areas()` : sql`api.export_covered_areas()`;
}

/** GeoJSON features, one to a line, streamed out of the database. @param kind null: areas, of the level asked for */
export function streamFeatures(db: Db, kind: KnownKind | null, request: ExportRequest): Promise<Readable> {
  const lines = kind ? sql`${sqlName("record", `${kind.id}/lines`)}()` : linesOfAreas(request);
  // CSV with a quote and a delimiter that JSON text never holds unescaped: each line comes out as it is
  return db.copy(
    sql`copy (select * from ${lines}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`,
    ["phuenthi.export", JSON.stringify(request)],
  );
}
