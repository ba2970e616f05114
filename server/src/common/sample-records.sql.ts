import type { Db } from "../db.ts";
import type { SampleRecords } from "../modules/vocabulary/vocabulary.schema.ts";
import { sql } from "../sql.ts";

/** How much of the records in these tables is made up: all, some or none of their sources. */
export async function getSampleRecords(db: Db, tables: readonly string[]): Promise<SampleRecords> {
  const row = await db.one<{ extent: SampleRecords }>(
    sql`select api.sample_extent(array(select id from api.record_sources(${tables}))) as extent`,
  );
  return row.extent;
}

/** The same of what an indicator is counted from. */
export async function getSampleRecordsOf(db: Db, indicator: string): Promise<SampleRecords> {
  const row = await db.one<{ extent: SampleRecords }>(
    sql`select api.sample_extent(array(select id from api.indicator_sources(${indicator}))) as extent`,
  );
  return row.extent;
}
