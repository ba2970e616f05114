// Why a record that comes near a condition does not meet it, in words.
import type { ExplainedRecord } from "@phuenthi/server/contract/coverage";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { dateText, fiscalYearText } from "../lib/fiscal-year.ts";

export function useShortfallTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  /** Empty of a record that falls short of nothing. */
  return ({ falls_short, kind }: Pick<ExplainedRecord, "falls_short" | "kind">): string => {
    if (!falls_short) return "";
    const { why, on, fiscal_year: year } = falls_short;
    return t(
      { id: `shortfall.${why}` },
      {
        when: on ? dateText(on, language) : "",
        year: year === null ? "" : fiscalYearText(year, language),
        by: on ? "day" : "year",
        kind: kind ?? "any",
      },
    );
  };
}
