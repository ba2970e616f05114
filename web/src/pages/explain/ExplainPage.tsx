import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { usePageTitle } from "../../address/use-page-title.ts";
import { useUrl } from "../../address/use-url.ts";
import { explanationQuery, indicatorsQuery, profileQuery } from "../../data/queries.ts";
import { LinkNotices } from "../../features/notices/LinkNotices.tsx";
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import { placeName } from "../../lib/place-name.ts";
import { Figure } from "../../ui/Figure.tsx";
import { LinkList } from "../../ui/LinkList.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useElsewhere } from "../../words/use-elsewhere.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { page as mapPage } from "../map/map.page.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { PlacePath } from "../PlacePath.tsx";
import { page as profilePage } from "../profile/profile.page.tsx";
import { YearSelect } from "../YearSelect.tsx";
import { Conditions } from "./Conditions.tsx";
import { ExplainLists } from "./ExplainLists.tsx";
import styles from "./ExplainPage.module.css";
import { page as explainPage } from "./explain.page.tsx";
import { Rule } from "./Rule.tsx";

/** @param indicator an indicator's id @param place a place code */
export default function ExplainPage({ indicator: id, place }: { indicator: string; place: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const figureTexts = useFigureTexts();
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
        <section className="box" aria-label={t({ id: "explain.figure" })}>
          {elsewhere ? (
            <>
              <p>{elsewhere.text}</p>
              <LinkList links={elsewhere.links} />
            </>
          ) : (
            <Figure {...figureTexts(indicator, data.total, data)} />
          )}
        </section>
        <Rule data={data} indicator={indicator} isElsewhere={elsewhere !== null} />
      </div>
      {data.conditions.length > 0 && (
        <Conditions conditions={data.conditions} indicator={indicator} fiscalYear={data.fiscal_year} />
      )}
      <ExplainLists data={data} indicator={indicator} place={place} year={year} />
    </PageFrame>
  );
}
