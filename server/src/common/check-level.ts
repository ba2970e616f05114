import { type CoverageLevel, type PlaceLevel, placeLevel } from "../modules/vocabulary/vocabulary.schema.ts";
import { ProblemError } from "../problems.ts";

/** @throws ProblemError level-above-area when none of the places can have a place of the level inside it */
export function checkLevelWithin(level: CoverageLevel, within: readonly string[]): void {
  if (within.some((code) => depthOf(level) >= depthOf(levelOfPlace(code)))) return;
  throw new ProblemError("level-above-area", {
    detail: `${within.join(", ")}: no ${level} inside`,
    params: { level },
    errors: [{ field: "level", message: "must lie at or below a place in within" }],
  });
}

/** How far down a level is: a local authority stands beside tambon. */
const depthOf = (level: PlaceLevel) => Math.min(placeLevel.options.indexOf(level), 4);

function levelOfPlace(code: string): PlaceLevel {
  if (code.startsWith("L")) return "local_authority";
  if (code.startsWith("R")) return "region";
  return code.length === 2 ? "province" : code.length === 4 ? "district" : "tambon";
}
