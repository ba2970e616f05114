import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import { hasCounting, type IndicatorDeclaration } from "../indicators/indicators.schema.ts";
import type { SimilarAnswer } from "./similar.schema.ts";

/** @throws ProblemError not-declared when tambon do not count or not count by this indicator */
export async function checkCounting(db: Db, indicator: string): Promise<void> {
  const declared = await db.one<Pick<IndicatorDeclaration, "levels" | "kind" | "dataset">>(sql`
    select declaration -> 'levels' as levels, declaration ->> 'kind' as kind, declaration ->> 'dataset' as dataset
    from indicator where id = ${indicator}`);
  const refuse = (why: string) => {
    throw new ProblemError("not-declared", {
      detail: `${indicator}: ${why}`,
      errors: [{ field: "indicator", message: why }],
    });
  };
  if (!declared.levels.includes("tambon")) refuse("it has no figures by tambon");
  if (!hasCounting(declared)) refuse("it is a plain number: no tambon counts or fails to count by it");
}

/** The answer without the words of the method. @throws ProblemError boundaries-missing */
export async function getSimilar(
  db: Db,
  query: { indicator: string; fiscalYear: number; code: string },
): Promise<Omit<SimilarAnswer, "method">> {
  const row = await db.one<{ answer: Omit<SimilarAnswer, "method"> | null }>(sql`
    select api.similar_areas(${query.indicator}, ${query.fiscalYear}, ${query.code}) as answer`);
  if (!row.answer) throw new ProblemError("boundaries-missing");
  return row.answer;
}
