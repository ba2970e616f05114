// Pace and forecast in words, alike wherever they are told.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { fiscalYearText } from "../lib/fiscal-year.ts";
import { numberText, unitText, wholeOf } from "../lib/number-text.ts";
import { ratioText } from "../lib/ratio-words.ts";

/** @returns sentences: needed a year, the last years' pace, what is expected and when, and how far the method was off */
export function usePaceTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (indicator: IndicatorDeclaration, pace: OverviewItem["pace"]): string[] => {
    const amount = (value: number) =>
      indicator.kind === "rate"
        ? ratioText(indicator, value, language)
        : `${numberText(wholeOf(value), language)} ${unitText(indicator.unit, wholeOf(value), language)}`;
    /** a difference of shares is told in points */
    const step = (value: number) =>
      indicator.kind === "rate" && !indicator.ratio_unit
        ? t({ id: "pace.points" }, { points: numberText(value * 100, language) })
        : amount(value);
    const texts: string[] = [];
    if (pace.needed_per_year !== null) {
      texts.push(t({ id: "pace.needed" }, { amount: step(pace.needed_per_year) }));
    }
    if (pace.last_per_year !== null) {
      texts.push(t({ id: "pace.last" }, { amount: step(pace.last_per_year), years: pace.years_seen }));
    }
    if (pace.expected) {
      const { fiscal_year, value, low, high } = pace.expected;
      texts.push(
        t(
          { id: low === null ? "pace.expected" : "pace.expected.range" },
          {
            year: fiscalYearText(fiscal_year, language),
            amount: amount(value),
            low: amount(low ?? 0),
            high: amount(high ?? 0),
          },
        ),
      );
    }
    if (pace.expected_finish !== null) {
      texts.push(t({ id: "pace.finish" }, { year: fiscalYearText(pace.expected_finish, language) }));
    }
    if (pace.back_test && pace.state !== "no_target") {
      const { mean_absolute_error, years } = pace.back_test;
      texts.push(t({ id: "pace.backTest" }, { error: step(mean_absolute_error), years: years.length }));
    }
    return texts;
  };
}
