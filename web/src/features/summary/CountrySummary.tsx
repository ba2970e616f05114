// The card while nothing is selected: the figure of the filter's places, or of the country, toward its target.
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { stateId, statesOf } from "../../lib/states.ts";
import { page as explainPage } from "../../pages/explain/explain.page.tsx";
import { page as profilePage } from "../../pages/profile/profile.page.tsx";
import { page as targetsPage } from "../../pages/targets/targets.page.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { LinkList } from "../../ui/LinkList.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { useCoverage, useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { useMaplessText } from "../../words/use-mapless-text.ts";
import { shownParts, usePartTexts } from "../../words/use-part-texts.ts";
import { usePlaceName, usePlacesTitle } from "../../words/use-place-names.ts";
import styles from "./CountrySummary.module.css";

/** Links to the places of a set one by one; a longer list says nothing more. */
const LINKED = 8;

/** @param explanation the lists behind the figure of one place, opened on demand */
export function CountrySummary({ explanation, actions }: { explanation: ReactNode; actions: ReactNode }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { indicators, language, indicatorsFailed, retryIndicators, mapless, filter } = useView();
  const { data, error, refetch, isPlaceholderData } = useCoverage();
  const figureTexts = useFigureTexts();
  const partTexts = usePartTexts();
  const maplessText = useMaplessText();
  const places = mapless === "country" ? [] : filter.within;
  const placeName = usePlaceName(places.length > 0);
  const title = usePlacesTitle(places);
  const head = <h2>{title}</h2>;
  if (mapless === "above") {
    return (
      <section className={styles.summary}>
        {head}
        <Empty>{maplessText}</Empty>
        {actions}
      </section>
    );
  }
  const indicator = indicators.find(({ id }) => id === data?.indicator);
  if (!data || !indicator) {
    if (indicatorsFailed && indicators.length === 0) {
      return <Failure title={t({ id: "layers.failed" })} {...failure(indicatorsFailed, retryIndicators)} />;
    }
    if (!error) return <Skeleton lines={6} label={t({ id: "state.loading" })} />;
    return <Failure title={t({ id: "coverage.failed" })} {...failure(error, refetch)} />;
  }
  const [place = "TH"] = places;
  const states = statesOf(indicator);
  const shown = shownParts(
    states.map((state) => data.total[state]),
    data.total.units,
  );
  const published = partTexts.published(indicator, data.total);
  // one report has no others beside it to be counted with
  const isOne = indicator.counted_by === "country";
  return (
    <section aria-busy={isPlaceholderData} className={styles.summary}>
      <div>
        {head}
        <p className={styles.what}>
          {indicator.short_title[language]} ·{" "}
          {t({ id: "figure.year" }, { year: fiscalYearText(data.fiscal_year, language) })}
        </p>
        {maplessText && <p className={styles.what}>{maplessText}</p>}
      </div>
      <Figure {...figureTexts(indicator, data.total, data)} />
      {!isOne && (
        <dl className={styles.states}>
          {states.map((state, at) => (
            <div key={state}>
              <dt>{t({ id: stateId(indicator, state) })}</dt>
              <dd className="tabular">{partTexts.count(shown[at] ?? 0, data.total.units)}</dd>
            </div>
          ))}
        </dl>
      )}
      {published && <p className={styles.hint}>{published}</p>}
      {actions}
      {places.length > 1 ? (
        <LinkList
          links={places.slice(0, LINKED).map((code) => ({
            href: pageLink(
              explainPage,
              { indicator: indicator.id, place: code },
              { fiscal_year: data.fiscal_year },
            ),
            text: t({ id: "explain.place" }, { place: placeName(code) }),
          }))}
        />
      ) : (
        <LinkList
          links={[
            {
              href: pageLink(targetsPage, {}, { area: place === "TH" ? null : place }),
              text: t({ id: "country.targets" }),
            },
            {
              href: pageLink(profilePage, { place }, { fiscal_year: data.fiscal_year }),
              text: profilePage.title[language],
            },
            {
              href: pageLink(
                explainPage,
                { indicator: indicator.id, place },
                { fiscal_year: data.fiscal_year },
              ),
              text: t({ id: "explain.open" }),
            },
          ]}
        />
      )}
      {places.length < 2 && !isOne && explanation}
      {!maplessText && <p className={styles.hint}>{t({ id: "country.hint" })}</p>}
    </section>
  );
}
