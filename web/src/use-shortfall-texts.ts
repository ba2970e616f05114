// Why a record that comes near a condition does not meet it, in words.
import type { ExplainedRecord } from "@phuenthi/server/contract/coverage";
import { useIntl } from "react-intl";
import { dateText, fiscalYearText } from "./lib/fiscal-year.ts";
import { useLanguage } from "./use-language.ts";

export function useShortfallTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return ({ why, on, fiscal_year: year }: NonNullable<ExplainedRecord["falls_short"]>): string =>
    t(
      { id: `shortfall.${why}` },
      {
        when: on ? dateText(on, language) : "",
        year: year === null ? "" : fiscalYearText(year, language),
        by: on ? "day" : "year",
      },
    );
}
