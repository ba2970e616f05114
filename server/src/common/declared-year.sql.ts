import type { Db } from "../db.ts";
import type { CoverageLevel } from "../modules/vocabulary/vocabulary.schema.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/** What an indicator declares that a question about it is held to. */
export type Declared = {
  indicator: string;
  fiscal_years: number[];
  levels: CoverageLevel[];
  /** what the country may be divided by; none where nothing is chosen */
  denominators: string[];
};

/** @throws ProblemError indicator-not-found */
export async function getDeclared(db: Db, indicator: string): Promise<Declared> {
  const declared = await db.maybeOne<Declared>(sql`
    select id as indicator, declaration -> 'fiscal_years' as fiscal_years, declaration -> 'levels' as levels,
      case when declaration ->> 'kind' = 'coverage' then declaration -> 'denominators' else '[]' end as denominators
    from indicator where id = ${indicator}`);
  if (declared) return declared;
  throw new ProblemError("indicator-not-found", {
    detail: `no indicator is called ${indicator}`,
    params: { indicator },
    errors: [{ field: "indicator", message: "see /api/indicators for the ids" }],
  });
}

/**
 * The fiscal year asked for, or the latest declared one.
 * @throws ProblemError fiscal-year-not-declared
 */
export function declaredYear({ indicator, fiscal_years }: Declared, asked: number | undefined): number {
  const year = asked ?? Math.max(...fiscal_years);
  if (fiscal_years.includes(year)) return year;
  throw new ProblemError("fiscal-year-not-declared", {
    detail: `${indicator} has no figures for ${year}`,
    params: { year },
    errors: [{ field: "fiscal_year", message: `one of ${fiscal_years.join(", ")}` }],
  });
}

/** @throws ProblemError indicator-not-found, fiscal-year-not-declared */
export async function getDeclaredYear(db: Db, indicator: string, asked: number | undefined): Promise<number> {
  return declaredYear(await getDeclared(db, indicator), asked);
}

/** @throws ProblemError fiscal-year-not-declared, when no indicator has figures for the year */
export async function checkAnyDeclaredYear(db: Db, year: number): Promise<void> {
  const rows = await db.many<{ year: number }>(sql`
    select distinct value::integer as year
    from indicator, jsonb_array_elements_text(declaration -> 'fiscal_years') order by 1`);
  if (rows.some((row) => row.year === year)) return;
  throw new ProblemError("fiscal-year-not-declared", {
    detail: `no indicator has figures for ${year}`,
    params: { year },
    errors: [{ field: "fiscal_year", message: `one of ${rows.map((row) => row.year).join(", ")}` }],
  });
}
