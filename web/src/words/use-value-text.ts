// One code's figure in an answer, in words: a share, an amount, its state, withheld, or nothing known.
import type { CoverageAnswer } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { countText, numberText, unitText } from "../lib/number-text.ts";
import { rateOfText, ratioText } from "../lib/ratio-words.ts";
import { stateId } from "../lib/states.ts";

/** An amount, and how much more of it there may be that is withheld; nothing known is a dash. */
export function useAmountWords() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    value: number | null,
    below: number | null | undefined,
    text = (known: number) => numberText(known, language),
  ): string => {
    if (!below) return value === null ? "–" : text(value);
    const most = below - 1;
    if (value === null) return t({ id: "value.withheld.only" }, { most });
    return t({ id: "value.withheld" }, { value: text(value), most });
  };
}

/** The same with its unit, in two parts: the number itself, and the rest. */
export function useAmountParts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    value: number | null,
    below: number | null | undefined,
    unit: string,
    text = (known: number) => numberText(known, language),
  ): { value: string; of: string } => {
    if (!below) return { value: value === null ? "–" : text(value), of: unit };
    const most = below - 1;
    if (value !== null) return { value: text(value), of: t({ id: "figure.of.withheld" }, { unit, most }) };
    return { value: t({ id: "figure.most" }, { most }), of: t({ id: "figure.of.withheld.only" }, { unit }) };
  };
}

/** The two numbers that a rate is of: 222 of 286 persons. Null where it has none. */
export function useRateOf() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    indicator: Pick<IndicatorDeclaration, "unit" | "denominator">,
    of: { numerator: number | null; denominator: number | null },
  ): string | null => {
    const { numerator, denominator } = of;
    if (numerator === null || denominator === null) return null;
    return (
      rateOfText(indicator, of, language) ??
      t(
        { id: "figure.of" },
        {
          value: numberText(numerator, language),
          denominator: numberText(denominator, language),
          unit: unitText(indicator.denominator?.unit ?? indicator.unit, denominator, language),
        },
      )
    );
  };
}

export function useValueText() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const rateOf = useRateOf();
  const amountWords = useAmountWords();
  const amountParts = useAmountParts();
  return (indicator: IndicatorDeclaration, answer: CoverageAnswer, code: string): string => {
    const at = answer.codes.indexOf(code);
    if (at < 0) return "";
    if (answer.not_applicable.includes(code)) return t({ id: stateId(indicator, "not_applicable") });
    const value = answer.values[at] ?? null;
    const below = answer.withheld[code];
    if (value === null && !below) return t({ id: stateId(indicator, "unknown") });
    const ratio = answer.ratios[at] ?? null;
    if (indicator.kind === "rate") {
      const [numerator = null, denominator = null] = [answer.numerators[at], answer.denominators[at]];
      return [ratioText(indicator, ratio, language), rateOf(indicator, { numerator, denominator })]
        .filter(Boolean)
        .join(" · ");
    }
    if (indicator.kind === "sum") {
      const parts = amountParts(value, below, unitText(indicator.unit, value, language));
      return `${parts.value} ${parts.of}`;
    }
    if (indicator.classes[answer.level]?.measure === "value") {
      return t({ id: stateId(indicator, value ? "counted" : "not_counted") });
    }
    const denominator = answer.denominators[at] ?? 0;
    const of =
      denominator > 0 && denominator < 1
        ? t(
            { id: "value.part" },
            { part: countText(denominator, language), unit: unitText(indicator.unit, 1, language) },
          )
        : `${amountWords(value, below, (known) => countText(known, language, denominator))}/${countText(denominator, language)}`;
    return `${ratioText(indicator, ratio, language)} · ${of}`;
  };
}

/** Of a sum that is set against a need: how much of the need is met, with both numbers. Null for anything else. */
export function metText(
  indicator: IndicatorDeclaration,
  {
    numerator,
    denominator,
    ratio,
  }: { numerator: number | null; denominator: number | null; ratio: number | null },
  language: "th" | "en",
): string | null {
  const words = indicator.kind === "sum" ? indicator.denominator?.met?.[language] : undefined;
  if (!words || numerator === null || denominator === null) return null;
  return words
    .replace("{numerator}", numberText(numerator, language))
    .replace("{denominator}", numberText(denominator, language))
    .replace("{ratio}", ratioText(indicator, ratio, language));
}
