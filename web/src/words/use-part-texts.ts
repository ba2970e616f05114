// Words for units that lie in a place only in part, and for a count of units beside a published denominator.
import type { CoverageExplanation } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { addingUp } from "../lib/adding-up.ts";
import { countedId, countPlaces, countText, numberText, partText } from "../lib/number-text.ts";

type Unit = Pick<CoverageExplanation["counted"][number], "weight_numerator" | "weight_denominator">;

export function usePartTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  /** @param whole how many units the place has */
  const count = (value: number, whole: number) => countText(value, language, whole);
  return {
    count,
    /** How many are listed, and what they make here where that is less. @param whole that their weight is a part of */
    list: (listed: number, weight: number, whole: number) =>
      weight === listed
        ? numberText(listed, language)
        : t(
            { id: "explain.list.part" },
            { count: numberText(listed, language), weight: count(weight, whole) },
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
      indicator: Pick<IndicatorDeclaration, "kind" | "counted_by" | "with_districts">,
      { denominator, units }: { denominator: number | null; units: number },
    ) =>
      indicator.kind !== "coverage" || denominator === null || Math.abs(denominator - units) < 1e-6
        ? null
        : t(
            { id: "figure.published" },
            {
              denominator: numberText(denominator, language),
              units: numberText(units, language),
              unit: t({ id: countedId(indicator, units) }),
            },
          ),
  };
}

/** Parts of a whole as `count` tells them: they add up. @param made what they make, as it is shown */
export const shownParts = (parts: readonly number[], whole: number, made?: number): readonly number[] =>
  whole < 1 ? parts : addingUp(parts, made, countPlaces(whole));

/** What units make together: parts are parts. */
export const weightOf = (units: readonly Unit[]): number =>
  units.reduce((sum, unit) => sum + unit.weight_numerator / unit.weight_denominator, 0);
