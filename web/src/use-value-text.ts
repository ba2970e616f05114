// One code's figure in an answer, in words: a share, an amount, counted or not, withheld, or nothing known.
import type { CoverageAnswer } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { type IntlShape, useIntl } from "react-intl";
import { numberText, percentText, unitText } from "./lib/number-text.ts";
import { useLanguage } from "./use-language.ts";

/** "12 and at most 4 more withheld": a value, and what the small figures left out of it come to at most. */
export function withheldText(
  t: IntlShape["formatMessage"],
  value: string,
  isZero: boolean,
  below: number | null | undefined,
): string {
  if (!below) return value;
  const most = below - 1;
  return isZero ? t({ id: "value.withheld.only" }, { most }) : t({ id: "value.withheld" }, { value, most });
}

export function useValueText() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (indicator: IndicatorDeclaration, answer: CoverageAnswer, code: string): string => {
    const at = answer.codes.indexOf(code);
    if (at < 0) return "";
    if (answer.not_applicable.includes(code)) return t({ id: "coverage.not_applicable" });
    const value = answer.values[at] ?? null;
    if (value === null) return t({ id: "legend.no_data" });
    const ratio = answer.ratios[at] ?? null;
    const amount = withheldText(t, numberText(value, language), value === 0, answer.withheld[code]);
    if (indicator.kind === "rate") return ratioText(indicator, ratio, language);
    if (indicator.kind === "sum") return `${amount} ${unitText(indicator.unit, value, language)}`;
    if (indicator.classes[answer.level]?.measure === "value") {
      return t({ id: value > 0 ? "coverage.counted" : "coverage.not_counted" });
    }
    return `${ratioText(indicator, ratio, language)} · ${amount}/${numberText(answer.denominators[at] ?? 0, language)}`;
  };
}

/** A share in per cent, or a rate in its own unit. */
export function ratioText(
  indicator: Pick<IndicatorDeclaration, "ratio_unit">,
  ratio: number | null,
  language: "th" | "en",
): string {
  if (ratio === null) return "–";
  if (!indicator.ratio_unit) return percentText(ratio, language);
  return `${numberText(Math.round(ratio * 100) / 100, language)} ${indicator.ratio_unit[language]}`;
}
