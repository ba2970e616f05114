// One target: where it stands year by year, its milestones, how it is shared out, and every version of it.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { usePageTitle } from "../../address/use-page-title.ts";
import { updatePageSearch, usePageSearch } from "../../address/use-url.ts";
import { indicatorsQuery, overviewQuery, targetQuery } from "../../data/queries.ts";
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useFailure } from "../../words/use-failure.ts";
import { page as explainPage } from "../explain/explain.page.tsx";
import { page as mapPage } from "../map/map.page.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { page as targetsPage } from "../targets/targets.page.tsx";
import { History } from "./History.tsx";
import { Milestones } from "./Milestones.tsx";
import { Progress } from "./Progress.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { ShareOut } from "./ShareOut.tsx";
import styles from "./TargetPage.module.css";
import { page as targetPage } from "./target.page.tsx";
import { useTargetChange } from "./use-target-change.ts";

/** @param indicator an indicator's id */
export default function TargetPage({ indicator: id }: { indicator: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const { version } = usePageSearch(targetPage);
  const declared = useQuery(indicatorsQuery);
  const indicator = declared.data?.find((one) => one.id === id);
  const target = useQuery(targetQuery(id, version));
  const lastYear = indicator ? Math.max(...indicator.fiscal_years) : null;
  const overview = useQuery(overviewQuery("TH", lastYear));
  const item = overview.data?.items.find((one) => one.indicator === id);
  const change = useTargetChange(id);
  const notice = useRef<HTMLDivElement>(null);
  const savedVersion = change.saved?.version;
  // whoever saved comes back to what was saved, and to undoing it
  useEffect(() => {
    if (savedVersion === undefined) return;
    notice.current?.scrollIntoView({ block: "center" });
    notice.current?.focus();
  }, [savedVersion]);
  const title = indicator?.short_title[language] ?? "";
  usePageTitle(title && `${targetPage.title[language]}: ${title}`);

  const error = declared.error ?? target.error ?? overview.error;
  if (error && !(target.data && indicator)) {
    return (
      <PageFrame>
        <Failure
          title={t({ id: "target.failed" })}
          {...failure(error, () => Promise.all([declared.refetch(), target.refetch(), overview.refetch()]))}
        />
        <a href={pageLink(targetsPage, {})}>{t({ id: "country.targets" })}</a>
      </PageFrame>
    );
  }
  if (!target.data || !indicator || !item) {
    return (
      <PageFrame>
        <Skeleton lines={12} label={t({ id: "state.loading" })} />
      </PageFrame>
    );
  }
  const isShareable = indicator.kind !== "rate" && indicator.counted_by !== "country";
  const parts = { indicator, target: target.data };
  return (
    <PageFrame indicator={id}>
      <div className={styles.head}>
        <p className={`${styles.kicker} screen-only`}>
          <a href={pageLink(targetsPage, {})}>{targetsPage.title[language]}</a>
        </p>
        <h1>
          {indicator.issue && <span>{indicator.issue}</span>} {indicator.title[language]}
        </h1>
        <p className={`${styles.links} screen-only`}>
          <a href={pageLink(explainPage, { indicator: id, place: "TH" }, { fiscal_year: item.fiscal_year })}>
            {explainPage.title[language]}
          </a>
          {indicator.levels.length > 0 && (
            <a href={pageLink(mapPage, {}, { indicator: id })}>{t({ id: "targets.onMap" })}</a>
          )}
        </p>
      </div>
      <SampleNotice figures={item.sample_records} isOfRecords={false} />
      {!target.data.in_force && (
        <div className={styles.notice} role="status">
          <p>{t({ id: "target.old" }, { version: target.data.version })}</p>
          <Button className="screen-only" onClick={() => updatePageSearch(targetPage, { version: null })}>
            {t({ id: "target.toCurrent" })}
          </Button>
        </div>
      )}
      {change.saved && (
        <div ref={notice} className={styles.notice} data-good tabIndex={-1} role="status">
          <p>{t({ id: "target.saved" }, { version: change.saved.version })}</p>
          {change.error && !change.asked && (
            <p className={styles.bad} role="alert">
              {failure(change.error, () => {}).detail}
            </p>
          )}
          {change.saved.action !== "undone" && (
            <Button
              className="screen-only"
              icon="undo"
              disabled={change.isWriting}
              onClick={change.undoSaved}
            >
              {t({ id: "target.undo" })}
            </Button>
          )}
        </div>
      )}
      <div className={styles.columns}>
        <section className={`box ${styles.box}`} aria-label={t({ id: "target.progress" })}>
          <Progress {...parts} item={item} />
          {target.data.in_force && <Milestones key={target.data.version} {...parts} onChange={change.open} />}
        </section>
        <section className={`box ${styles.box}`} aria-label={t({ id: "target.history" })}>
          <History {...parts} onUndo={() => change.open({ action: "undo", based_on: target.data.version })} />
        </section>
      </div>
      <section className={`box ${styles.box}`} aria-label={t({ id: "target.share" })}>
        <h2>{t({ id: "target.share" })}</h2>
        {isShareable ? (
          <ShareOut
            key={target.data.version}
            {...parts}
            fiscalYear={item.fiscal_year}
            onChange={change.open}
            onReload={target.refetch}
          />
        ) : (
          <p className="muted">{t({ id: "target.share.impossible" })}</p>
        )}
      </section>
      <p className="muted">
        {t(
          { id: "target.foot" },
          {
            source: language === "th" ? target.data.source.title_th : target.data.source.title_en,
            publisher: target.data.source[`publisher_${language}`],
            year: fiscalYearText(item.fiscal_year, language),
          },
        )}
      </p>
      {change.asked && <SaveDialog {...parts} change={change} />}
    </PageFrame>
  );
}
