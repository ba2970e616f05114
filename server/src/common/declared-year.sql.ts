import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/**
 * The fiscal year asked for, or the latest declared one.
 * @throws ProblemError indicator-not-found, fiscal-year-not-declared
 */
export async function getDeclaredYear(db: Db, indicator: string, asked: number | undefined): Promise<number> {
  const row = await db.maybeOne<{ years: number[] }>(
    sql`select declaration -> 'fiscal_years' as years from indicator where id = ${indicator}`,
  );
  if (!row) {
    throw new ProblemError("indicator-not-found", {
      detail: `no indicator is called ${indicator}`,
      params: { indicator },
      errors: [{ field: "indicator", message: "see /api/indicators for the ids" }],
    });
  }
  const year = asked ?? Math.max(...row.years);
  if (!row.years.includes(year)) {
    throw new ProblemError("fiscal-year-not-declared", {
      detail: `${indicator} has no figures for ${year}`,
      params: { year },
      errors: [{ field: "fiscal_year", message: `one of ${row.years.join(", ")}` }],
    });
  }
  return year;
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
