// The two dates of a figure in words: the source's own, and when the register last changed.
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { dateText } from "../lib/fiscal-year.ts";
import { register } from "../lib/kinds.ts";

export type SourceDated = Pick<OverviewItem, "source_date" | "source_date_of">;

export function useDateTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return {
    /** such as "Registered population as of 31 Dec 2021"; what has no date of its own says so */
    source: ({ source_date, source_date_of }: SourceDated): string => {
      if (!source_date || !source_date_of) return t({ id: "figure.source.none" });
      // the source as a whole, where its date is of no kind of record
      const what = register.all.find(({ id }) => id === source_date_of)?.many[language];
      return t(
        { id: "figure.source" },
        { what: what ?? t({ id: "figure.source.whole" }), date: dateText(source_date, language) },
      );
    },
    register: (asOf: string): string => t({ id: "figure.asOf" }, { date: dateText(asOf, language) }),
  };
}
