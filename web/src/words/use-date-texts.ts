// The two dates of a figure in words: the source's own, and when the register last changed.
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { dateText } from "../lib/fiscal-year.ts";

export type SourceDated = Pick<OverviewItem, "source_date" | "source_date_of">;

export function useDateTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return {
    /** such as "civil registration as of 31 Dec 2021"; what has no date of its own says so */
    source: ({ source_date, source_date_of }: SourceDated): string =>
      source_date && source_date_of
        ? t({ id: `figure.source.${source_date_of}` }, { date: dateText(source_date, language) })
        : t({ id: "figure.source.none" }),
    register: (asOf: string): string => t({ id: "figure.asOf" }, { date: dateText(asOf, language) }),
  };
}
