import type { Db } from "../db.ts";
import type { CoverageLevel } from "../modules/vocabulary/vocabulary.schema.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";
import { refuseUnless } from "./refuse-unless.ts";

/**
 * @param field of the request that is at fault: the level, or the indicator where the level is given
 * @throws ProblemError not-declared unless the (existing) indicator has figures by the level
 */
export async function checkDeclaredLevel(
  db: Db,
  indicator: string,
  level: CoverageLevel,
  field: "level" | "indicator",
): Promise<void> {
  const { levels } = await db.one<{ levels: CoverageLevel[] }>(
    sql`select declaration -> 'levels' as levels from indicator where id = ${indicator}`,
  );
  const detail = `${indicator} has no figures by ${level}`;
  if (field === "level" && levels.length > 0) return refuseUnless("level", level, levels, detail);
  if (levels.includes(level)) return;
  const message = levels.length > 0 ? `has figures by ${levels.join(", ")} alone` : "has figures of no area";
  throw new ProblemError("not-declared", { detail, errors: [{ field: "indicator", message }] });
}
