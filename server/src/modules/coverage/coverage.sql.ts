import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { AreaLevel } from "../filter/filter.schema.ts";
import type { CoverageAnswer, CoverageExplanation } from "./coverage.schema.ts";

/** The compact answer as ready JSON text. */
export async function getCoverageJson(
  db: Db,
  query: { indicator: string; fiscalYear: number; level: AreaLevel; within: string | null },
): Promise<string> {
  const row = await db.one<{ answer: CoverageAnswer | null }>(sql`
    select api.coverage_answer(${query.indicator}, ${query.fiscalYear}, ${query.level}, ${query.within}) as answer`);
  if (!row.answer) throw new ProblemError("boundaries-missing");
  return JSON.stringify(row.answer);
}

/** The explanation for an area, or the country when `code` is null, as ready JSON text. */
export async function getExplanationJson(
  db: Db,
  query: { indicator: string; fiscalYear: number; code: string | null },
): Promise<string> {
  const row = await db.one<{ explanation: CoverageExplanation | null }>(sql`
    select api.coverage_explanation(${query.indicator}, ${query.fiscalYear}, ${query.code}) as explanation`);
  if (!row.explanation) throw new ProblemError("boundaries-missing");
  return JSON.stringify(row.explanation);
}

/** @throws ProblemError area-not-found naming the field, when no area on the map has the code */
export async function checkAreaOnMap(db: Db, code: string, field: string): Promise<void> {
  const found = await db.maybeOne(sql`select area_code from area_search where area_code = ${code}`);
  if (!found) {
    throw new ProblemError("area-not-found", {
      detail: `no area on the map has the code ${code}`,
      errors: [{ field, message: "no area on the map has this code" }],
    });
  }
}
