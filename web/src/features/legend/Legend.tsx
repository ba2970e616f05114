// Classes of what the map shows now, how many areas are in each, and in which unit.
import { useIntl } from "react-intl";
import type { LegendClass } from "../../lib/classes.ts";
import { legendClasses, slotsOf } from "../../lib/classes.ts";
import { numberText, percentText } from "../../lib/number-text.ts";
import { palettes, swatch } from "../../map/palette.ts";
import { Skeleton } from "../../ui/States.tsx";
import { useTheme } from "../../use-theme.ts";
import { useCoverage, useView } from "../../use-view.ts";
import styles from "./Legend.module.css";

export function Legend() {
  const { formatMessage: t } = useIntl();
  const { indicators, language } = useView();
  const { data, isPlaceholderData, error } = useCoverage();
  const palette = palettes[useTheme()];
  const indicator = indicators.find(({ id }) => id === data?.indicator);
  const scale = data && indicator?.classes[data.level];
  // the card says what failed; a legend that waits for ever would only repeat it
  if (!scale || !data || !indicator)
    return error ? null : <Skeleton lines={5} label={t({ id: "state.loading" })} />;

  const counts = new Map<number, number>();
  for (const slot of slotsOf(scale, data)) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const level = t({ id: `level.${data.level}` });
  const unit =
    scale.measure === "value"
      ? indicator.unit[language]
      : (indicator.ratio_unit?.[language] ??
        t({ id: "legend.unit.ratio" }, { unit: (indicator.denominator?.unit ?? indicator.unit)[language] }));
  const isYesNo = indicator.kind === "coverage" && scale.measure === "value";

  const text = (line: LegendClass): string => {
    if (line.kind !== "range") {
      if (line.kind === "zero") return isYesNo ? t({ id: "legend.not_counted" }) : "0";
      return t({ id: `legend.${line.kind}` });
    }
    if (isYesNo) return t({ id: "legend.counted" });
    const show = (value: number) =>
      scale.measure === "ratio" && !indicator.ratio_unit
        ? percentText(value, language)
        : numberText(value, language);
    if (line.upTo === null) return t({ id: "legend.over" }, { over: show(line.over) });
    if (line.over === 0) return t({ id: "legend.upTo" }, { upTo: show(line.upTo) });
    return `${show(line.over)} – ${show(line.upTo)}`;
  };

  return (
    <section className={styles.legend} aria-busy={isPlaceholderData} aria-label={t({ id: "legend.title" })}>
      <div className={styles.head}>
        <h3>{isYesNo ? t({ id: "legend.title" }) : unit}</h3>
        <span>{t({ id: "legend.count" }, { level })}</span>
      </div>
      <ul>
        {legendClasses(scale).map((line) => (
          <li key={`${line.kind}-${line.slot}`} className={styles.line}>
            <span className={styles.swatch} style={{ background: swatch(palette, line.slot) }} />
            <span>{text(line)}</span>
            <span className={`${styles.count} tabular`}>
              {numberText(counts.get(line.slot) ?? 0, language)}
            </span>
          </li>
        ))}
      </ul>
      {data.unplaced.units > 0 && (
        <p className={styles.note}>
          {t(
            { id: "legend.unplaced" },
            {
              count: numberText(data.unplaced.units, language),
              unit: t({ id: `counted_by.${indicator.counted_by}` }),
            },
          )}
        </p>
      )}
    </section>
  );
}
