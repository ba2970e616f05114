import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { CoverageLevel } from "../filter/filter.schema.ts";
import type { IndicatorDeclaration } from "../indicators/indicators.schema.ts";
import type { GapBasis } from "./gaps.schema.ts";

export type GapQuestion = {
  indicator: string;
  fiscalYear: number;
  level: CoverageLevel;
  basis: GapBasis;
  within: string[] | null;
};

/** What kind of figure it is, the levels it has, and what its gap may be measured by at one of them. */
export function getMeasures(
  db: Db,
  { indicator, fiscalYear, level }: Omit<GapQuestion, "basis" | "within">,
): Promise<{ kind: IndicatorDeclaration["kind"]; levels: CoverageLevel[]; bases: GapBasis[] }> {
  return db.one(sql`
    select declaration ->> 'kind' as kind, declaration -> 'levels' as levels,
      api.gap_bases(id, ${fiscalYear}, ${level}) as bases
    from indicator where id = ${indicator}`);
}

/** The ranked places as ready JSON text. @throws ProblemError boundaries-missing */
export async function getGapsJson(
  db: Db,
  { indicator, fiscalYear, level, basis, within }: GapQuestion,
): Promise<string> {
  const { answer } = await db.one<{ answer: string | null }>(sql`
    select (select api.gaps_answer(${indicator}, ${fiscalYear}, ${level}, ${basis}, ${within}::text[])::text) as answer`);
  if (answer === null) throw new ProblemError("boundaries-missing");
  return answer;
}

/** The indicator's short title, for a file's name and lines. */
export async function getTitle(db: Db, indicator: string): Promise<{ th: string; en: string }> {
  const { title } = await db.one<{ title: { th: string; en: string } }>(
    sql`select declaration -> 'short_title' as title from indicator where id = ${indicator}`,
  );
  return title;
}
