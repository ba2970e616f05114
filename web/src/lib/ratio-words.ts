// What the ratio of an indicator says, and how it is written.
import type { IndicatorDeclaration, Unit } from "@phuenthi/server/contract/indicators";
import { numberText, percentText, rateText, unitText } from "./number-text.ts";

type Language = "th" | "en";

/**
 * share: of units, or of what a report divides · met: how much of a need · rate: so much of one for so much of another, in
 * a unit of its own. Null: there is none that says anything.
 */
export function ratioMeaning({
  kind,
  ratio_unit,
  denominator,
}: Pick<IndicatorDeclaration, "kind" | "ratio_unit" | "denominator">): "share" | "met" | "rate" | null {
  if (kind === "sum") return denominator?.met ? "met" : null;
  return ratio_unit ? "rate" : "share";
}

/** A share in per cent, or a rate in its own unit. */
export function ratioText(
  indicator: Pick<IndicatorDeclaration, "ratio_unit">,
  ratio: number | null,
  language: Language,
): string {
  const number = ratioNumber(indicator, ratio, language);
  return ratio === null || !indicator.ratio_unit ? number : `${number} ${indicator.ratio_unit[language]}`;
}

/** The same where its unit stands elsewhere. */
export function ratioNumber(
  { ratio_unit }: Pick<IndicatorDeclaration, "ratio_unit">,
  ratio: number | null,
  language: Language,
): string {
  if (ratio === null) return "–";
  return ratio_unit ? rateText(ratio, language) : percentText(ratio, language);
}

/** What a rate in a unit of its own is of: so many organizations for so many persons. Null for anything else. */
export function rateOfText(
  { unit, denominator: below }: Pick<IndicatorDeclaration, "unit" | "denominator">,
  { numerator, denominator }: { numerator: number | null; denominator: number | null },
  language: Language,
): string | null {
  if (!below?.told || numerator === null || denominator === null) return null;
  const amount = (value: number, of: Unit) =>
    `${numberText(value, language)} ${unitText(of, value, language)}`;
  return below.told[language]
    .replace("{numerator}", amount(numerator, unit))
    .replace("{denominator}", amount(denominator, below.unit));
}
