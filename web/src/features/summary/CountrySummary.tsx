// The card while nothing is selected: the country's figure toward its target.
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { numberText } from "../../lib/number-text.ts";
import { explainLink, profileLink, targetsLink } from "../../lib/page-links.ts";
import { Figure } from "../../ui/Figure.tsx";
import { LinkList } from "../../ui/LinkList.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useFailure } from "../../use-failure.ts";
import { useFigureTexts } from "../../use-figure-texts.tsx";
import { useCoverage, useView } from "../../use-view.ts";
import styles from "./CountrySummary.module.css";

const STATES = ["counted", "not_counted", "unknown", "not_applicable"] as const;

/** @param explanation the lists behind the figure, opened on demand */
export function CountrySummary({ explanation, actions }: { explanation: ReactNode; actions: ReactNode }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, indicators, language, indicatorsFailed, retryIndicators } = useView();
  const { data, error, refetch, isPlaceholderData } = useCoverage();
  const figureTexts = useFigureTexts();
  const indicator = indicators.find(({ id }) => id === data?.indicator);
  if (!data || !indicator) {
    if (indicatorsFailed && indicators.length === 0) {
      return <Failure title={t({ id: "layers.failed" })} {...failure(indicatorsFailed, retryIndicators)} />;
    }
    if (!error) return <Skeleton lines={6} label={t({ id: "state.loading" })} />;
    return <Failure title={t({ id: "coverage.failed" })} {...failure(error, refetch)} />;
  }
  return (
    <section aria-busy={isPlaceholderData} className={styles.summary}>
      <div>
        <h2>{t({ id: "country.name" })}</h2>
        <p className={styles.what}>
          {indicator.short_title[language]} ·{" "}
          {t({ id: "figure.year" }, { year: fiscalYearText(data.fiscal_year, language) })}
        </p>
      </div>
      <Figure {...figureTexts(indicator, data.total, data)} />
      <dl className={styles.states}>
        {STATES.map((state) => (
          <div key={state}>
            <dt>{t({ id: `coverage.${state}` })}</dt>
            <dd className="tabular">{numberText(data.total[state], language)}</dd>
          </div>
        ))}
      </dl>
      {actions}
      <LinkList
        links={[
          { href: targetsLink(url.language), text: t({ id: "country.targets" }) },
          { href: profileLink("TH", data.fiscal_year, url.language), text: t({ id: "profile.title" }) },
          {
            href: explainLink(indicator.id, "TH", data.fiscal_year, url.language),
            text: t({ id: "explain.open" }),
          },
        ]}
      />
      {explanation}
      <p className={styles.hint}>{t({ id: "country.hint" })}</p>
    </section>
  );
}
