import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { sql } from "../../sql.ts";
import type { IndicatorDeclaration } from "../indicators/indicators.schema.ts";
import type { CoverageLevel, LocalText } from "../vocabulary/vocabulary.schema.ts";
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

export type TableLabels = { title: LocalText; unit: LocalText; sources: LocalText; licences: LocalText };

/** What a table says of its figures: the indicator's short title and unit, and where its rows come from. */
export function getTableLabels(db: Db, indicator: string, level: CoverageLevel): Promise<TableLabels> {
  return db.one(sql`
    select declaration -> 'short_title' as title, declaration -> 'unit' as unit,
      json_build_object('th', sources_th, 'en', sources_en) as sources,
      json_build_object('th', licences_th, 'en', licences_en) as licences
    from indicator, api.table_sources(id, ${level === "local_authority"})
    where id = ${indicator}`);
}
