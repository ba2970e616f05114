// Whether a second map stands beside the first, and what it shows: another year, or another indicator.
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl } from "../../address/use-url.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices, Select } from "../../ui/Field.tsx";
import { useComparison, useView } from "../../view/use-view.ts";
import { useIndicatorOptions } from "../../words/use-indicator-options.ts";
import styles from "./ComparePicker.module.css";

export function ComparePicker() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { indicators, indicator, fiscalYear } = useView();
  const comparison = useComparison();
  const options = useIndicatorOptions(indicators.filter(({ levels }) => levels.length > 0));
  const frame = useRef<HTMLDivElement>(null);
  const isOpen = comparison !== null;
  const wasOpen = useRef(isOpen);
  // the focus goes with what was opened or closed
  useEffect(() => {
    if (isOpen !== wasOpen.current) frame.current?.querySelector<HTMLElement>("select, button")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!indicator) return null;
  if (!comparison) {
    return (
      <div ref={frame} className={styles.compareClosed}>
        <Button
          icon="compare"
          onClick={() => {
            // the year furthest from the one on the screen says most
            const others = indicator.fiscal_years.toSorted(
              (a, b) => Math.abs(b - fiscalYear) - Math.abs(a - fiscalYear),
            );
            updateUrl({
              compare: { indicator: indicator.id, fiscalYear: others[0] ?? fiscalYear, view: "swipe" },
            });
          }}
        >
          {t({ id: "compare.open" })}
        </Button>
      </div>
    );
  }
  const { view } = comparison;
  const now = { indicator: comparison.indicator.id, fiscalYear: comparison.fiscalYear, view };
  return (
    <div ref={frame}>
      <fieldset className={styles.compare}>
        <legend>{t({ id: "compare.second" })}</legend>
        <Select
          label={t({ id: "layers.indicator" })}
          value={now.indicator}
          options={options}
          onChange={(id) => updateUrl({ compare: { ...now, indicator: id } })}
        />
        <div className={styles.pair}>
          <Select
            label={t({ id: "layers.year" })}
            value={String(now.fiscalYear)}
            options={comparison.indicator.fiscal_years
              .toSorted((a, b) => b - a)
              .map((year) => ({ value: String(year), text: fiscalYearText(year, language) }))}
            onChange={(year) => updateUrl({ compare: { ...now, fiscalYear: Number(year) } })}
          />
          <Choices
            label={t({ id: "compare.view" })}
            value={view}
            options={(["swipe", "split"] as const).map((value) => ({
              value,
              text: t({ id: `compare.view.${value}` }),
            }))}
            onChange={(chosen) => updateUrl({ compare: { ...now, view: chosen } })}
          />
        </div>
        <div className={styles.pair}>
          <Button
            onClick={() =>
              updateUrl({
                indicator: now.indicator,
                fiscalYear: now.fiscalYear,
                compare: { indicator: indicator.id, fiscalYear, view },
              })
            }
          >
            {t({ id: "compare.swap" })}
          </Button>
          <Button icon="close" onClick={() => updateUrl({ compare: null })}>
            {t({ id: "compare.close" })}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
