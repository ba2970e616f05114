// All indicators of the place in a year: those of the strategy with their targets first, then the context.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { isMeasuredAt } from "../../lib/measured-at.ts";
import { countedId } from "../../lib/number-text.ts";
import { byStrategicIssue } from "../../lib/strategic-issues.ts";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useOverview } from "../../view/use-overview.ts";
import { useFailure } from "../../words/use-failure.ts";
import { YearSelect } from "../YearSelect.tsx";
import { IndicatorItem } from "./IndicatorItem.tsx";
import styles from "./Indicators.module.css";
import { Note, Section } from "./Section.tsx";

export function Indicators({ place }: { place: PlaceRef }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const overview = useOverview(place.code);
  const { years, year, pairs, error } = overview;

  const isMeasured = (indicator: IndicatorDeclaration) => isMeasuredAt(indicator, place.code);
  const measured = pairs.filter(([, indicator]) => isMeasured(indicator));
  const elsewhere = pairs.filter(([, indicator]) => !isMeasured(indicator));
  const groups = byStrategicIssue(measured, ([, indicator]) => indicator);
  const strategy = groups.flatMap(({ issue, items }) => (issue ? items : []));
  const context = groups.flatMap(({ issue, items }) => (issue ? [] : items));
  const hasTargets = measured.some(([item]) => item.target !== null);
  const mayHaveTargets = ["country", "region", "province"].includes(place.level);
  const title = t({ id: "profile.indicators" });
  return (
    <Section
      title={
        year === null
          ? title
          : `${title} · ${t({ id: "figure.year" }, { year: fiscalYearText(year, language) })}`
      }
      tools={
        year !== null && (
          <div className="screen-only">
            <YearSelect year={year} years={years} />
          </div>
        )
      }
    >
      {error && pairs.length === 0 ? (
        <Failure title={t({ id: "targets.failed" })} {...failure(error, overview.refetch)} />
      ) : pairs.length === 0 ? (
        <Skeleton lines={12} label={t({ id: "state.loading" })} />
      ) : (
        <div className={styles.lists} aria-busy={overview.isPlaceholderData}>
          {!hasTargets && (
            <Note>{t({ id: mayHaveTargets ? "profile.targets.none" : "profile.targets.level" })}</Note>
          )}
          <ul className={styles.rows} aria-label={t({ id: "targets.strategy" })}>
            {strategy.map(({ item: [item, indicator], toward }) => (
              <IndicatorItem
                key={item.indicator}
                look={hasTargets ? "target" : "row"}
                {...{ item, indicator, year, toward }}
                place={place.code}
              />
            ))}
          </ul>
          {elsewhere.length > 0 && (
            <Note>
              {t(
                { id: "profile.elsewhere" },
                {
                  indicators: elsewhere
                    .map(([, indicator]) =>
                      t(
                        { id: "profile.elsewhere.one" },
                        {
                          title: [indicator.issue, indicator.title[language]].filter(Boolean).join(" "),
                          level: t({ id: countedId(indicator) }),
                        },
                      ),
                    )
                    .join(" · "),
                },
              )}
            </Note>
          )}
          <h3>{t({ id: "targets.context" })}</h3>
          <ul className={styles.tiles} aria-label={t({ id: "targets.context" })}>
            {context.map(({ item: [item, indicator], toward }) => (
              <IndicatorItem
                key={item.indicator}
                look="tile"
                {...{ item, indicator, year, toward }}
                place={place.code}
              />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
