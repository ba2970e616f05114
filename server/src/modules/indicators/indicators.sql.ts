import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { IndicatorDeclaration } from "./indicators.schema.ts";

export async function listIndicators(db: Db): Promise<IndicatorDeclaration[]> {
  const rows = await db.many<{ declaration: IndicatorDeclaration }>(
    sql`select declaration from indicator order by (declaration ->> 'order')::integer, id`,
  );
  return rows.map((row) => row.declaration);
}
