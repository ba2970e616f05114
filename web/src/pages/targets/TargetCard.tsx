// One indicator of a place: figure, way to the target, trend, pace and forecast in words.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { langOf } from "../../lib/lang-of.ts";
import { countedId, countText } from "../../lib/number-text.ts";
import { targetOwner } from "../../lib/target-owner.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Trend } from "../../ui/Trend.tsx";
import { useDateTexts } from "../../words/use-date-texts.ts";
import { useElsewhere } from "../../words/use-elsewhere.ts";
import { useIndicatorTexts } from "../../words/use-indicator-texts.ts";
import { usePaceTexts } from "../../words/use-pace-texts.ts";
import { usePartTexts } from "../../words/use-part-texts.ts";
import { page as explainPage } from "../explain/explain.page.tsx";
import { page as mapPage } from "../map/map.page.tsx";
import { PaceBadge } from "../PaceBadge.tsx";
import { page as targetPage } from "../target/target.page.tsx";
import styles from "./TargetCard.module.css";

export function TargetCard({
  item,
  indicator,
  place,
  toward,
  heading: Heading,
}: {
  item: OverviewItem;
  indicator: IndicatorDeclaration;
  place: string;
  /** number of the target that it leads to */
  toward: string | null;
  /** under that of what the card stands among */
  heading: "h3" | "h4";
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const paceTexts = usePaceTexts();
  const dates = useDateTexts();
  const { value, of, numbers, why, goal, trend } = useIndicatorTexts()(item, indicator);
  const elsewhere = useElsewhere(indicator, place, item.fiscal_year, item.units);
  const { target, pace } = item;
  const owner = target && targetOwner(target.owner, target.source, language);
  const published = usePartTexts().published(indicator, item);
  // a province has no part in what the institution reports as a whole
  if (elsewhere) {
    return (
      <article className={styles.card}>
        <Heading>
          {indicator.issue && <span className={styles.issue}>{indicator.issue}</span>}{" "}
          {indicator.title[language]}
        </Heading>
        <p className={styles.words}>{elsewhere.text}</p>
        <p className={styles.links}>
          {elsewhere.links.map(({ href, text }) => (
            <a key={href} href={href}>
              {text}
            </a>
          ))}
        </p>
      </article>
    );
  }

  return (
    <article className={styles.card} data-state={pace.state}>
      <header>
        <Heading>
          {indicator.issue && <span className={styles.issue}>{indicator.issue}</span>}{" "}
          {indicator.title[language]}
        </Heading>
        <PaceBadge state={pace.state} />
      </header>
      {toward && <p className={styles.words}>{t({ id: "targets.toward" }, { number: toward })}</p>}
      <div className={styles.figure}>
        <p>
          <strong className="tabular">{value}</strong> <span>{of}</span>
        </p>
        {item.series.length > 1 && <Trend series={item.series} goal={target?.value ?? null} label={trend} />}
      </div>
      {numbers && <p className={styles.met}>{numbers}</p>}
      {why && why !== value && <p className={styles.met}>{why}</p>}
      {goal && (
        <div className={styles.target}>
          <Progress ratio={goal.ratio} label={indicator.title[language]} text={goal.text} />
          <p>
            <span>{goal.label}</span>
            <strong className="tabular">{goal.text}</strong>
          </p>
        </div>
      )}
      <ul className={styles.words}>
        {paceTexts(indicator, pace).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {published && <li>{published}</li>}
        {item.unknown > 0 && (
          <li>
            {t(
              { id: "targets.unknown" },
              {
                count: countText(item.unknown, language, item.units),
                units: countText(item.units, language),
                unit: t({ id: countedId(indicator, item.units) }),
              },
            )}
          </li>
        )}
      </ul>
      <p className={styles.links}>
        {indicator.levels.length > 0 ? (
          <a
            href={pageLink(
              mapPage,
              {},
              {
                indicator: item.indicator,
                area: place === "TH" ? null : place,
                fiscal_year: item.fiscal_year,
              },
            )}
          >
            {t({ id: "targets.onMap" })}
          </a>
        ) : (
          <span>{t({ id: "targets.noMap" })}</span>
        )}
        <a
          href={pageLink(
            explainPage,
            { indicator: item.indicator, place },
            { fiscal_year: item.fiscal_year },
          )}
        >
          {explainPage.title[language]}
        </a>
        {target && (
          <a href={pageLink(targetPage, { indicator: item.indicator })}>{targetPage.title[language]}</a>
        )}
        <small>{dates.source(item)}</small>
        {target && (
          <small>
            {t({ id: "targets.version" }, { version: target.version })} ·{" "}
            <span lang={langOf(owner)}>{owner}</span>
          </small>
        )}
      </p>
    </article>
  );
}
