import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { CoverageLevel } from "../vocabulary/vocabulary.schema.ts";
import type { CoverageExplanation } from "./coverage.schema.ts";

/** The compact answer as ready JSON text. */
export async function getCoverageJson(
  db: Db,
  query: {
    indicator: string;
    fiscalYear: number;
    level: CoverageLevel;
    within: string[] | null;
    denominator: string | null;
  },
): Promise<string> {
  const row = await db.one<{ answer: string | null }>(sql`
    select api.coverage_answer(${query.indicator}, ${query.fiscalYear}, ${query.level}, ${query.within}::text[],
      ${query.denominator}) as answer`);
  if (!row.answer) throw new ProblemError("boundaries-missing");
  return row.answer;
}

/** The explanation of a place's figure. */
export async function getExplanation(
  db: Db,
  query: { indicator: string; fiscalYear: number; place: string },
): Promise<CoverageExplanation> {
  const row = await db.one<{ explanation: CoverageExplanation | null }>(sql`
    select api.coverage_explanation(${query.indicator}, ${query.fiscalYear}, ${query.place}) as explanation`);
  if (!row.explanation) throw new ProblemError("boundaries-missing");
  return row.explanation;
}
