import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { CoverageLevel } from "../vocabulary/vocabulary.schema.ts";

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

/** The explanation of a place's figure as ready JSON text. */
export async function getExplanationJson(
  db: Db,
  query: { indicator: string; fiscalYear: number; place: string },
): Promise<string> {
  const { explanation } = await db.one<{ explanation: string | null }>(sql`
    select api.coverage_explanation(${query.indicator}, ${query.fiscalYear}, ${query.place})::text as explanation`);
  if (explanation === null) throw new ProblemError("boundaries-missing");
  return explanation;
}
