import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { CountedBy } from "../indicators/indicators.schema.ts";
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
      ${query.denominator})::text as answer`);
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

/** What an indicator counts, and what its country's total may be divided by. */
export function getCounting(
  db: Db,
  indicator: string,
): Promise<{ counted_by: CountedBy; levels: CoverageLevel[]; denominators: string[] }> {
  return db.one(sql`
    select declaration ->> 'counted_by' as counted_by, declaration -> 'levels' as levels,
      case when declaration ->> 'kind' = 'coverage' then declaration -> 'denominators' else '[]' end as denominators
    from indicator where id = ${indicator}`);
}
