// The years of a target as somebody sets them for the country: in order, and refused where they cannot be meant. Pure.
import { refuse } from "./refusals.ts";
import type { TargetValue } from "./targets.schema.ts";

type Milestone = { fiscal_year: number; value: number };

/**
 * @param kind of the indicator: amounts of a coverage or a sum rise over the years, a rate is a share
 * @param most that a coverage can reach: what there is to count
 * @throws ProblemError invalid-request
 */
export function milestonesOf(given: readonly Milestone[], kind: string, most: number): TargetValue[] {
  const sorted = [...given].sort((a, b) => a.fiscal_year - b.fiscal_year);
  const values = sorted.map(({ value }) => value);
  if (new Set(sorted.map(({ fiscal_year }) => fiscal_year)).size < sorted.length)
    refuse("milestones", "each year once", "years-repeat");
  if (kind === "rate") {
    if (values.some((value) => value > 1)) refuse("milestones", "a share between 0 and 1", "no-share");
  } else {
    if (values.some((value) => value % 1 !== 0)) refuse("milestones", "whole numbers", "not-whole");
    if (values.some((value, i) => value < (values[i - 1] ?? 0)))
      refuse("milestones", "amounts are added up over the years, so they may not fall", "falls");
  }
  if (kind === "coverage" && values.some((value) => value > most))
    refuse("milestones", `there are ${most} to count, and no more can be reached`, "too-many", { most });
  return sorted.map((one) => ({ place_code: "TH", ...one }));
}
