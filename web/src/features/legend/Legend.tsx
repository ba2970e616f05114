// Classes of what the map shows now, how many areas are in each, and in which unit; of both maps of a comparison.
import type { CoverageAnswer } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { legendClasses, slotsOf } from "../../lib/classes.ts";
import { countedId, numberText } from "../../lib/number-text.ts";
import { palettes, swatch } from "../../map/palette.ts";
import { Empty, Skeleton } from "../../ui/States.tsx";
import { useTheme } from "../../ui/use-theme.ts";
import { useComparison, useCoverage, useView } from "../../view/use-view.ts";
import { useMaplessText } from "../../words/use-mapless-text.ts";
import styles from "./Legend.module.css";
import { useLegendTexts } from "./use-legend-texts.ts";

export function Legend() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { indicators } = useView();
  const { data, isPlaceholderData, error } = useCoverage();
  const comparison = useComparison();
  const maplessText = useMaplessText();
  const indicator = indicators.find(({ id }) => id === data?.indicator);
  if (maplessText) return <Empty>{maplessText}</Empty>;
  // the card says what failed; a legend that waits for ever would only repeat it
  if (!data || !indicator?.classes[data.level])
    return error ? null : <Skeleton lines={5} label={t({ id: "state.loading" })} />;

  const other = comparison?.coverage.data;
  // the same classes: one list, and a column for each map
  const isAlike = other?.indicator === data.indicator && other.level === data.level;
  return (
    <section className={styles.legend} aria-busy={isPlaceholderData} aria-label={t({ id: "legend.title" })}>
      {other && !isAlike && <p className={styles.whose}>{indicator.short_title[language]}</p>}
      <Classes indicator={indicator} answers={other && isAlike ? [data, other] : [data]} />
      {other && !isAlike && comparison && (
        <>
          <p className={styles.whose}>{comparison.indicator.short_title[language]}</p>
          <Classes indicator={comparison.indicator} answers={[other]} />
        </>
      )}
      {data.unplaced.units > 0 && (
        <p className={styles.note}>
          {t(
            { id: "legend.unplaced" },
            {
              count: numberText(data.unplaced.units, language),
              unit: t({ id: countedId(indicator, data.unplaced.units) }),
            },
          )}
        </p>
      )}
    </section>
  );
}

/** @param answers one or two of the same indicator and level, each a column of counts */
function Classes({
  indicator,
  answers,
}: {
  indicator: IndicatorDeclaration;
  answers: readonly [CoverageAnswer, CoverageAnswer?];
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const palette = palettes[useTheme()];
  const [{ level }] = answers;
  const scale = indicator.classes[level];
  const texts = useLegendTexts(indicator, scale ?? { measure: "value", breaks: [] }, level);
  if (!scale) return null;
  const columns = answers.flatMap((answer) => (answer ? [countBySlot(slotsOf(scale, answer), answer)] : []));
  const isPair = columns.length > 1;
  const head = isPair
    ? columns.map(({ year }) => String(language === "th" ? year + 543 : year))
    : [t({ id: `legend.count.${level}` })];
  return (
    <>
      <div className={styles.head} data-pair={isPair}>
        <h2>{texts.title}</h2>
        {head.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <ul>
        {legendClasses(scale, indicator.sensitive).map((line) => (
          <li key={`${line.kind}-${line.slot}`} className={styles.line} data-pair={isPair}>
            <span className={styles.swatch} style={{ background: swatch(palette, line.slot) }} />
            <span>{texts.line(line)}</span>
            {columns.map(({ year, counts }) => (
              <span key={year} className={`${styles.count} tabular`}>
                {numberText(counts.get(line.slot) ?? 0, language)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function countBySlot(slots: readonly number[], { fiscal_year }: CoverageAnswer) {
  const counts = new Map<number, number>();
  for (const slot of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  return { year: fiscal_year, counts };
}
