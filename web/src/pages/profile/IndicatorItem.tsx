// One indicator of the place: a row with the target for those of the strategy, a tile for the context.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { countedId, countText } from "../../lib/number-text.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Trend } from "../../ui/Trend.tsx";
import { useDateTexts } from "../../words/use-date-texts.ts";
import { useIndicatorTexts } from "../../words/use-indicator-texts.ts";
import { usePartTexts } from "../../words/use-part-texts.ts";
import { page as explainPage } from "../explain/explain.page.tsx";
import styles from "./IndicatorItem.module.css";

export function IndicatorItem({
  item,
  indicator,
  place,
  year,
  toward,
  look,
}: {
  item: OverviewItem;
  indicator: IndicatorDeclaration;
  place: string;
  /** that was asked for; an indicator may have only earlier ones */
  year: number | null;
  /** number of the target that it leads to */
  toward: string | null;
  look: "row" | "target" | "tile";
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  // the context stands under a heading of its own
  const Heading = look === "tile" ? "h4" : "h3";
  const { value, of, numbers, why, goal, trend } = useIndicatorTexts()(item, indicator);
  const dates = useDateTexts();
  const published = usePartTexts().published(indicator, item);
  const { series, target } = item;
  const [first, last] = [series.at(0), series.at(-1)];
  const shortYear = (one: number) => String(language === "th" ? one + 543 : one);
  const hasTrend = series.filter((point) => point.value !== null).length > 1;
  const notes = [
    toward && t({ id: "targets.toward" }, { number: toward }),
    item.source_date !== null && dates.source(item),
    item.fiscal_year !== year &&
      t({ id: "figure.year" }, { year: fiscalYearText(item.fiscal_year, language) }),
    published,
    item.unknown > 0 &&
      item.units > 1 &&
      t(
        { id: "targets.unknown" },
        {
          count: countText(item.unknown, language, item.units),
          units: countText(item.units, language),
          unit: t({ id: countedId(indicator, item.units) }),
        },
      ),
  ].filter(Boolean);
  return (
    <li className={styles.item} data-look={look}>
      <div className={styles.name}>
        <Heading>
          {indicator.issue && <span>{indicator.issue}</span>} {indicator.title[language]}
        </Heading>
        {notes.length > 0 && <p>{notes.join(" · ")}</p>}
      </div>
      <p className={styles.value} data-known={item.value !== null || item.withheld_below !== null}>
        <strong className="tabular">{value}</strong> <span>{of}</span>
        {numbers && <small>{numbers}</small>}
        {why && why !== value && <small>{why}</small>}
      </p>
      {goal && (
        <div className={styles.goal}>
          <Progress ratio={goal.ratio} label={indicator.title[language]} text={goal.text} />
          <p>
            <span>{goal.label}</span> <strong className="tabular">{goal.text}</strong>
          </p>
        </div>
      )}
      {hasTrend && first && last && (
        <figure className={styles.trend}>
          <Trend series={series} goal={target?.value ?? null} label={trend} />
          <figcaption className="tabular" aria-hidden="true">
            <span>{shortYear(first.fiscal_year)}</span>
            <span>{shortYear(last.fiscal_year)}</span>
          </figcaption>
        </figure>
      )}
      <a
        className={`${styles.explain} screen-only`}
        href={pageLink(explainPage, { indicator: item.indicator, place }, { fiscal_year: item.fiscal_year })}
        aria-label={`${explainPage.title[language]}: ${indicator.title[language]}`}
      >
        {explainPage.title[language]}
      </a>
    </li>
  );
}
