// Classes of what the map shows now, how many areas are in each, and in which unit.
import { useIntl } from "react-intl";
import type { ClassScale, LegendClass } from "../../lib/classes.ts";
import { legendClasses, slotOf } from "../../lib/classes.ts";
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

  const counts = countBySlot(scale, data);
  const level = t({ id: `level.${data.level}` });
  const unit = scale.measure === "ratio" ? t({ id: "legend.unit.ratio" }) : indicator.unit[language];
  const isYesNo = indicator.kind === "coverage" && scale.measure === "value";

  const text = (line: LegendClass): string => {
    if (line.kind !== "range") {
      if (line.kind === "zero") return isYesNo ? t({ id: "legend.not_counted" }) : "0";
      return t({ id: `legend.${line.kind}` });
    }
    if (isYesNo) return t({ id: "legend.counted" });
    const show = (value: number) =>
      scale.measure === "ratio" ? percentText(value, language) : numberText(value, language);
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
    </section>
  );
}

function countBySlot(
  scale: ClassScale,
  data: { codes: string[]; values: (number | null)[]; denominators: number[]; not_applicable: string[] },
): Map<number, number> {
  const counts = new Map<number, number>();
  const notApplicable = new Set(data.not_applicable);
  data.codes.forEach((code, i) => {
    const value = data.values[i] ?? null;
    const area = { value, denominator: data.denominators[i] ?? 0, notApplicable: notApplicable.has(code) };
    const slot = slotOf(scale, area);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  });
  return counts;
}
