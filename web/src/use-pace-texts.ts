// Pace and forecast in words, alike wherever they are told.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/targets";
import { useIntl } from "react-intl";
import { fiscalYearText } from "./lib/fiscal-year.ts";
import { numberText } from "./lib/number-text.ts";
import { useLanguage } from "./use-language.ts";
import { ratioText } from "./use-value-text.ts";

/** @returns sentences: needed a year, the last years' pace, what is expected and when, and how far the method was off */
export function usePaceTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (indicator: IndicatorDeclaration, pace: OverviewItem["pace"]): string[] => {
    const amount = (value: number) =>
      indicator.kind === "rate"
        ? ratioText(indicator, value, language)
        : numberText(Math.round(value), language);
    const texts: string[] = [];
    if (pace.needed_per_year !== null) {
      texts.push(t({ id: "pace.needed" }, { amount: amount(pace.needed_per_year) }));
    }
    if (pace.last_per_year !== null) {
      texts.push(t({ id: "pace.last" }, { amount: amount(pace.last_per_year), years: pace.years_seen }));
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
      texts.push(t({ id: "pace.backTest" }, { error: amount(mean_absolute_error), years: years.length }));
    }
    return texts;
  };
}
