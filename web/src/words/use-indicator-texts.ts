// One indicator of a place in words: figure, what it is of, way to the target, trend. Cards and rows say them alike.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { fiscalYearText } from "../lib/fiscal-year.ts";
import { countText, numberText, percentText, unitText, wholeOf } from "../lib/number-text.ts";
import { ratioNumber, ratioText } from "../lib/ratio-words.ts";
import { stateId } from "../lib/states.ts";
import { metText, useAmountParts, useAmountWords, useRateOf } from "./use-value-text.ts";

export function useIndicatorTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const amountWords = useAmountWords();
  const amountParts = useAmountParts();
  const rateOf = useRateOf();
  return (item: OverviewItem, indicator: IndicatorDeclaration) => {
    const isRate = indicator.kind === "rate";
    const isCoverage = indicator.kind === "coverage";
    const unit = unitText(indicator.unit, item.value, language);
    /** an amount of the series: of a rate the ratio, else the value; parts of a unit where places divide it */
    const amount = (value: number) =>
      isRate
        ? ratioText(indicator, value, language)
        : isCoverage
          ? countText(value, language, item.denominator ?? item.units)
          : numberText(wholeOf(value), language);
    const figure = (): { value: string; of: string } => {
      if (item.value === null && item.withheld_below === null) {
        return { value: t({ id: stateId(indicator, "unknown") }), of: "" };
      }
      if (isRate && item.ratio !== null && indicator.ratio_unit) {
        return {
          value: ratioNumber(indicator, item.ratio, language),
          of: indicator.ratio_unit[language],
        };
      }
      if (isRate) return { value: ratioText(indicator, item.ratio, language), of: "" };
      if (!isCoverage || item.value === null || item.denominator === null) {
        return amountParts(item.value, item.withheld_below, unit, amount);
      }
      // of one unit, or of a part of one, a number says less than whether it counts
      if (item.units <= 1 && item.ratio !== null && (item.ratio === 0 || item.ratio > 0.999)) {
        return { value: t({ id: stateId(indicator, item.ratio > 0 ? "counted" : "not_counted") }), of: "" };
      }
      if (item.denominator < 1) {
        return {
          value: ratioText(indicator, item.ratio, language),
          of: t(
            { id: "figure.of.part" },
            { part: countText(item.denominator, language), unit: unitText(indicator.unit, 1, language) },
          ),
        };
      }
      const words = {
        unit: unitText(indicator.unit, item.value, language),
        denominator: countText(item.denominator, language),
        ratio: ratioText(indicator, item.ratio, language),
      };
      return { value: amount(item.value), of: t({ id: "targets.of" }, words) };
    };
    const { target } = item;
    return {
      amount,
      ...figure(),
      /** the numbers of a ratio that stands beside the figure: met need, or what a rate is of */
      numbers: isRate ? rateOf(indicator, item) : metText(indicator, item, language),
      /** of a single unit that does not count: why */
      why: item.reason && item.reason.state !== "counted" ? item.reason.text[language] : null,
      goal:
        target && item.target_ratio !== null
          ? {
              ratio: item.target_ratio,
              text: percentText(item.target_ratio, language),
              label: t(
                { id: "figure.target" },
                {
                  value: amount(target.value),
                  unit: isRate ? "" : unitText(indicator.unit, target.value, language),
                  year: fiscalYearText(target.fiscal_year, language),
                },
              ),
            }
          : null,
      trend: t(
        { id: "targets.trend" },
        {
          years: item.series
            .map(
              (point) =>
                `${fiscalYearText(point.fiscal_year, language)}: ${amountWords(point.value, point.withheld_below, amount)}`,
            )
            .join(", "),
        },
      ),
    };
  };
}
