// The dates of a figure in words: the source's own, when the register last changed, and since when small figures wait.
import type { Overview, OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { dateText } from "../lib/fiscal-year.ts";
import { register } from "../lib/kinds.ts";

export type SourceDated = Pick<OverviewItem, "source_date" | "source_date_of">;
export type RegisterDated = Pick<Overview, "as_of" | "small_figures_as_of">;

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
    /** such as "Database updated 27 Nov 2026 · figures of 1 to 4, … as of 20 Nov 2026" */
    register: ({ as_of, small_figures_as_of: small }: RegisterDated): string =>
      [
        t({ id: "figure.asOf" }, { date: dateText(as_of, language) }),
        ...(small ? [t({ id: "figure.smallAsOf" }, { date: dateText(small, language) })] : []),
      ].join(" · "),
  };
}
