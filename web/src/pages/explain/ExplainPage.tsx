// One figure of one place, explained: rule, criteria, sources, denominators, and every unit in the list it is counted in.
import { coverageState } from "@phuenthi/server/contract/coverage";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { usePageTitle } from "../../address/use-page-title.ts";
import { useUrl } from "../../address/use-url.ts";
import { explanationQuery, indicatorsQuery, profileQuery } from "../../data/queries.ts";
import { LinkNotices } from "../../features/notices/LinkNotices.tsx";
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import { onServer } from "../../lib/base.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { countedId } from "../../lib/number-text.ts";
import { placeName } from "../../lib/place-name.ts";
import { stateId, statesOf } from "../../lib/states.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { LinkList } from "../../ui/LinkList.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useDateTexts } from "../../words/use-date-texts.ts";
import { useElsewhere } from "../../words/use-elsewhere.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { useIssueText } from "../../words/use-issue-text.ts";
import { shownParts, usePartTexts } from "../../words/use-part-texts.ts";
import { page as mapPage } from "../map/map.page.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { PlacePath } from "../PlacePath.tsx";
import { page as profilePage } from "../profile/profile.page.tsx";
import { YearSelect } from "../YearSelect.tsx";
import { Conditions } from "./Conditions.tsx";
import styles from "./ExplainPage.module.css";
import { page as explainPage } from "./explain.page.tsx";
import { UnitList } from "./UnitList.tsx";

/** @param indicator an indicator's id @param place a place code */
export default function ExplainPage({ indicator: id, place }: { indicator: string; place: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const figureTexts = useFigureTexts();
  const dates = useDateTexts();
  const partTexts = usePartTexts();
  const url = useUrl();
  const declared = useQuery(indicatorsQuery);
  const indicator = declared.data?.find((one) => one.id === id);
  const years = [...(indicator?.fiscal_years ?? [])].sort((a, b) => b - a);
  const year = url.fiscalYear && years.includes(url.fiscalYear) ? url.fiscalYear : (years[0] ?? null);
  const explained = useQuery({
    ...explanationQuery(id, year, place),
    // of an indicator that is none, the server says so
    enabled: declared.data !== undefined,
  });
  const { data } = explained;
  const path = useQuery(profileQuery(place, year)).data?.path ?? [];
  const name = data ? placeName(data.area, language) : "";
  usePageTitle(name && `${indicator?.short_title[language]} · ${name}`);

  const issue = useIssueText(indicator);
  const elsewhere = useElsewhere(indicator, place, year, data?.total.units);

  const error = declared.error ?? explained.error;
  if (error && !data) {
    return (
      <PageFrame>
        <Failure
          title={t({ id: "explain.failed" })}
          {...failure(error, () => void Promise.all([declared.refetch(), explained.refetch()]))}
        />
      </PageFrame>
    );
  }
  if (!data || !indicator || year === null) {
    return (
      <PageFrame>
        <Skeleton lines={12} label={t({ id: "state.loading" })} />
      </PageFrame>
    );
  }
  const { total } = data;
  const number = (value: number) => partTexts.count(value, total.units);
  const states = statesOf(indicator);
  // as they are shown they add up, in the sum and over the lists
  const shown = Object.fromEntries(
    shownParts(
      states.map((state) => total[state]),
      total.units,
    ).map((part, at) => [states[at], part]),
  );
  const published = partTexts.published(indicator, total);
  const lists =
    indicator.counted_by === "country"
      ? t({ id: "explanation.title.country" })
      : t({ id: "explanation.title" }, { unit: t({ id: countedId(indicator) }) });
  const listed = coverageState.options.filter((state) => data[state].length > 0);
  // a whole unit by itself adds up to nothing else
  const isOne = listed.length === 1 && total.units === 1 && listed.every((state) => data[state].length === 1);
  return (
    <PageFrame place={place} indicator={id}>
      <LinkNotices years={years} year={year} />
      <div className={styles.head}>
        <PlacePath path={path} fiscalYear={year}>
          <a href={pageLink(profilePage, { place }, { fiscal_year: year })}>{name}</a>
        </PlacePath>
        <p className="muted">{explainPage.title[language]}</p>
        <h1>
          {indicator.issue && <span>{indicator.issue}</span>} {indicator.title[language]}
        </h1>
        <p>{name}</p>
        <p className={`${styles.links} screen-only`}>
          <a href={pageLink(profilePage, { place }, { fiscal_year: year })}>{profilePage.title[language]}</a>
          {indicator.levels.length > 0 && (
            <a
              href={pageLink(
                mapPage,
                {},
                { indicator: id, area: place === "TH" ? null : place, fiscal_year: year },
              )}
            >
              {t({ id: "targets.onMap" })}
            </a>
          )}
        </p>
      </div>
      <div className={styles.year}>
        <YearSelect year={year} years={years} />
      </div>
      <SampleNotice figures={data.sample_records} isOfRecords={false} />
      <div className={styles.columns} aria-busy={explained.isPlaceholderData}>
        <section className={`box ${styles.box}`} aria-label={t({ id: "explain.figure" })}>
          {elsewhere ? (
            <>
              <p>{elsewhere.text}</p>
              <LinkList links={elsewhere.links} />
            </>
          ) : (
            <Figure {...figureTexts(indicator, total, data)} />
          )}
        </section>
        <section className={`box ${styles.box}`} aria-label={t({ id: "explain.rule" })}>
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
              ...(elsewhere
                ? []
                : ([[t({ id: "explain.sourceDate" }), dates.source(data)]] as [string, string][])),
              [t({ id: "explain.asOf" }), dateText(data.as_of, language)],
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
      </div>
      {data.conditions.length > 0 && <Conditions conditions={data.conditions} indicator={indicator} />}
      {listed.length > 0 && (
        <section className={styles.lists} aria-label={lists}>
          <h2>{lists}</h2>
          {!isOne && (
            <p className="muted">
              {states
                .map((state) => `${t({ id: stateId(indicator, state) })} ${number(shown[state] ?? 0)}`)
                .join(" + ")}{" "}
              ={" "}
              {total.units > 0 && total.units < 1
                ? t(
                    { id: "explain.part" },
                    { part: number(total.units), unit: t({ id: countedId(indicator, 1) }) },
                  )
                : `${number(total.units)} ${t({ id: countedId(indicator, total.units) })}`}
              {published && <> · {published}</>}
            </p>
          )}
          {listed.map((state) => (
            <UnitList
              key={state}
              state={state}
              units={data[state]}
              weight={shown[state] ?? total[state]}
              whole={total.units}
              indicator={indicator}
              csv={onServer(
                `/api/explain/${id}/${place}.csv?${new URLSearchParams({ fiscal_year: String(year), state, lang: language })}`,
              )}
              linkTo={(code) => pageLink(explainPage, { indicator: id, place: code }, { fiscal_year: year })}
            />
          ))}
        </section>
      )}
    </PageFrame>
  );
}
