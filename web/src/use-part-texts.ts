// Words for units that lie in a place only in part, and for a count of units beside a published denominator.
import type { CoverageExplanation } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { numberText, partText } from "./lib/number-text.ts";
import { useLanguage } from "./use-language.ts";

type Unit = Pick<CoverageExplanation["counted"][number], "weight_numerator" | "weight_denominator">;

export function usePartTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return {
    /** How many are listed, and what they make here where that is less. @param weight as it is shown */
    list: (count: number, weight: number) =>
      weight === count
        ? numberText(count, language)
        : t(
            { id: "explain.list.part" },
            { count: numberText(count, language), weight: numberText(weight, language) },
          ),
    /** Of a unit that lies here in part, how much of it; empty of a whole one. */
    unit: (unit: Unit, countedBy: IndicatorDeclaration["counted_by"]) => {
      const { weight_numerator: numerator, weight_denominator: denominator } = unit;
      if (numerator === denominator) return "";
      if (countedBy === "local_authority") {
        return t({ id: "explain.unit.pieces" }, { numerator, denominator });
      }
      return t({ id: "explain.unit.share" }, { part: partText(numerator, denominator, language) });
    },
    /** Why a figure is divided by another number than there are units; null where it is the same. */
    published: (
      { kind, counted_by }: Pick<IndicatorDeclaration, "kind" | "counted_by">,
      { denominator, units }: { denominator: number | null; units: number },
    ) =>
      kind !== "coverage" || denominator === null || Math.abs(denominator - units) < 1e-6
        ? null
        : t(
            { id: "figure.published" },
            {
              denominator: numberText(denominator, language),
              units: numberText(units, language),
              unit: t({ id: `counted_by.${counted_by}` }),
            },
          ),
  };
}

/** What units make together: parts are parts. */
export const weightOf = (units: readonly Unit[]): number =>
  units.reduce((sum, unit) => sum + unit.weight_numerator / unit.weight_denominator, 0);
