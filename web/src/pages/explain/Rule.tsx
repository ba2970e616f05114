// How it is counted, and on what it stands: criteria, dates, boundaries, sources.
import type { CoverageExplanation } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { Facts } from "../../ui/Facts.tsx";
import { useDateTexts } from "../../words/use-date-texts.ts";
import { useIssueText } from "../../words/use-issue-text.ts";
import styles from "./Rule.module.css";

/** @param isElsewhere the figure is not this place's */
export function Rule({
  data,
  indicator,
  isElsewhere,
}: {
  data: Omit<CoverageExplanation, "counted" | "not_counted" | "unknown" | "not_applicable">;
  indicator: IndicatorDeclaration;
  isElsewhere: boolean;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const dates = useDateTexts();
  const issue = useIssueText(indicator);
  return (
    <section className={`box ${styles.rule}`} aria-label={t({ id: "explain.rule" })}>
      <h2>{t({ id: "explain.rule" })}</h2>
      {issue && <p className="muted">{issue}</p>}
      <p>{data.rule[language]}</p>
      <Facts
        facts={[
          ...(data.criteria
            ? ([
                [
                  t({ id: "explain.criteria" }, { version: data.criteria.version }),
                  data.criteria.note[language],
                ],
              ] as [string, string][])
            : []),
          // of the figure, which is not this place's
          ...(isElsewhere
            ? []
            : ([[t({ id: "explain.sourceDate" }), dates.source(data)]] as [string, string][])),
          [t({ id: "explain.asOf" }), dateText(data.as_of, language)],
          ...(data.small_figures_as_of
            ? ([[t({ id: "explain.smallAsOf" }), dateText(data.small_figures_as_of, language)]] as [
                string,
                string,
              ][])
            : []),
          [t({ id: "explain.boundary" }), data.boundary_version],
          [
            t({ id: "explain.sources" }),
            data.sources
              .map((source) => (language === "th" ? source.title_th : source.title_en))
              .join(" · ") || "–",
          ],
        ]}
      />
    </section>
  );
}
