// The states of a figure, in the words of what its indicator counts.
import type { CoverageState } from "@phuenthi/server/contract/coverage";
import { type IndicatorDeclaration, stateWording } from "@phuenthi/server/contract/indicators";

type Declared = Pick<IndicatorDeclaration, "counted_by" | "kind" | "dataset">;

/** Those that can be: what was reported, or is plainly there, has no "not yet" beside "not known". */
export function statesOf(indicator: Declared): CoverageState[] {
  const wording = stateWording(indicator);
  return wording === "report" || wording === "data"
    ? ["counted", "unknown"]
    : ["counted", "not_counted", "unknown", "not_applicable"];
}

/** Id of the words for a state. */
export const stateId = (indicator: Declared, state: CoverageState): string =>
  `coverage.${stateWording(indicator)}.${state}`;
