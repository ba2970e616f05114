// One area: its figure and why it is so, what is registered in it, and what can be done from here.

import type { CoverageExplanation } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { areaQuery, explanationQuery } from "../../data/queries.ts";
import { fullName, levelOfCode, pathText } from "../../lib/area-name.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { langOf } from "../../lib/lang-of.ts";
import { localAuthorityName } from "../../lib/local-authority-name.ts";
import { landText, numberText } from "../../lib/number-text.ts";
import { stateId } from "../../lib/states.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { useElsewhere } from "../../words/use-elsewhere.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { useShortfallTexts } from "../../words/use-shortfall-texts.ts";
import styles from "./AreaCard.module.css";
import { AreaRecords } from "./AreaRecords.tsx";
import { ExplanationLists } from "./ExplanationLists.tsx";
import { NotHere } from "./NotHere.tsx";
import { PlaceLinks } from "./PlaceLinks.tsx";

export function AreaCard({
  code,
  actions,
  similar,
}: {
  code: string;
  actions: ReactNode;
  /** where a tambon may learn from */
  similar: ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { language, indicator, fiscalYear } = useView();
  const area = useQuery(areaQuery(code));
  const explanation = useQuery(explanationQuery(indicator?.id, fiscalYear, code));
  const figureTexts = useFigureTexts();
  const elsewhere = useElsewhere(indicator, code, fiscalYear, explanation.data?.total.units);

  if (area.error && !area.data) {
    return <Failure title={t({ id: "area.failed" })} {...failure(area.error, area.refetch)} />;
  }
  if (!area.data) return <Skeleton lines={8} label={t({ id: "state.loading" })} />;
  const { ancestors, counts, area_m2, local_authorities } = area.data;
  const isTambon = levelOfCode(code) === "tambon";
  const parts = [t({ id: "area.tambons" }, { count: counts.tambon })];
  if (ancestors.length === 0) parts.unshift(t({ id: "area.districts" }, { count: counts.district }));

  const authorities = local_authorities.map((authority) =>
    t(
      { id: `area.authority.${authority.share === null ? authority.extent : "share"}` },
      {
        name: localAuthorityName(authority, language),
        share: numberText(Math.round((authority.share ?? 0) * 100), language),
        sample: authority.sample ? t({ id: "area.authority.sample" }) : "",
      },
    ),
  );

  // in figures by authority the tambon is weighed all the same
  const isWeighed = local_authorities.some(({ extent, share }) => extent === "part" && share === null);

  return (
    <article className={styles.card} data-area={code}>
      <header>
        <h2>{fullName(area.data, language)}</h2>
        <p className={styles.path}>
          {ancestors.length > 0 ? pathText(ancestors, language) : t({ id: "country.name" })}
        </p>
      </header>

      {explanation.error && !explanation.data ? (
        <Failure title={t({ id: "coverage.failed" })} {...failure(explanation.error, explanation.refetch)} />
      ) : explanation.data && indicator ? (
        <section className={styles.coverage}>
          <h3>
            {indicator.short_title[language]} ·{" "}
            {t({ id: "figure.year" }, { year: fiscalYearText(fiscalYear, language) })}
          </h3>
          {elsewhere && <NotHere {...elsewhere} />}
          {isTambon && !elsewhere && <State explanation={explanation.data} indicator={indicator} />}
          {!elsewhere && (!isTambon || indicator.kind === "sum") && (
            <Figure {...figureTexts(indicator, explanation.data.total, explanation.data)} />
          )}
        </section>
      ) : (
        <Skeleton lines={4} label={t({ id: "state.loading" })} />
      )}

      {actions}
      <PlaceLinks code={code} />

      <Facts
        facts={[
          [t({ id: "area.size" }), landText(area_m2, language)],
          isTambon
            ? [t({ id: "area.authorities" }), authorities.join(" · ") || t({ id: "area.authorities.none" })]
            : [t({ id: "area.parts" }), parts.join(" · ")],
          [t({ id: "area.code" }), code],
        ]}
      />
      {isWeighed && <p className={styles.path}>{t({ id: "area.authority.pieces" })}</p>}

      {similar}
      {!isTambon && explanation.data && !elsewhere && <ExplanationLists explanation={explanation.data} />}
      <AreaRecords code={code} covering={area.data.covering_organizations} />
    </article>
  );
}

/** Records named beside a reason; the page of the figure has them all. */
const NAMED = 3;

/** Whether a tambon counts, the reason, and the records that the reason is about. */
function State({
  explanation,
  indicator,
}: {
  explanation: CoverageExplanation;
  indicator: IndicatorDeclaration;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const goTo = useGoTo();
  const shortfall = useShortfallTexts();
  const { state } = explanation;
  const [own] = explanation[state];
  const short = explanation.conditions
    .flatMap(({ records }) => records.filter(({ falls_short }) => falls_short))
    .slice(0, NAMED);
  return (
    <div className={styles.state} data-state={state}>
      <strong>{t({ id: stateId(indicator, state) })}</strong>
      {own && <p>{own.reason_text[language]}</p>}
      {short.map((record) => {
        const { type, id, title_th, title_en } = record;
        const title = (language === "en" && title_en) || title_th;
        return (
          <p key={`${type} ${id} ${title_th}`}>
            {type === "plan" || type === "organization" ? (
              <button
                type="button"
                lang={langOf(title)}
                onClick={() =>
                  type === "plan" ? goTo.plan(id, explanation.area.code) : goTo.organization(id)
                }
              >
                {title}
              </button>
            ) : (
              <span lang={langOf(title)}>{title}</span>
            )}
            {` · ${shortfall(record)}`}
          </p>
        );
      })}
    </div>
  );
}
