// Which indicator, year and level the map shows, and which records are drawn on it.
import { type ReactNode, useId } from "react";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { type SwitchedLayer, switchedLayers } from "../../map/map-layers.ts";
import { Check, Select } from "../../ui/Field.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useLayers } from "../../view/use-layers.ts";
import { useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useIndicatorOptions } from "../../words/use-indicator-options.ts";
import { useIssueText } from "../../words/use-issue-text.ts";
import { ComparePicker } from "./ComparePicker.tsx";
import styles from "./LayerPanel.module.css";
import { YearSlider } from "./YearSlider.tsx";

/** @param legend of the figures on the map @param layerLegend of a layer that is switched on */
export function LayerPanel({
  legend,
  layerLegend,
}: {
  legend: ReactNode;
  layerLegend: (layer: SwitchedLayer) => ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, indicators, indicator, indicatorsFailed, retryIndicators, fiscalYear, language } = useView();
  const layers = useLayers();
  const ruleId = useId();
  const options = useIndicatorOptions(indicators);
  const issue = useIssueText(indicator);

  if (!indicator) {
    if (!indicatorsFailed) return <Skeleton lines={6} label={t({ id: "state.loading" })} />;
    return <Failure title={t({ id: "layers.failed" })} {...failure(indicatorsFailed, retryIndicators)} />;
  }
  return (
    <div className={styles.panel}>
      <Select
        label={t({ id: "layers.indicator" })}
        value={indicator.id}
        options={options}
        onChange={(id) => updateUrl({ indicator: id })}
      />
      <p className={styles.title} id={ruleId}>
        {indicator.title[language]}
      </p>
      <YearSlider indicator={indicator} fiscalYear={fiscalYear} />
      {indicator.levels.length > 0 && (
        <Select
          label={t({ id: "layers.level" })}
          value={url.level && indicator.levels.includes(url.level) ? url.level : "auto"}
          options={[
            { value: "auto", text: t({ id: "layers.level.auto" }) },
            ...indicator.levels.map((one) => ({ value: one, text: t({ id: `level.${one}` }) })),
          ]}
          onChange={(chosen) => updateUrl({ level: chosen === "auto" ? null : chosen })}
        />
      )}
      {legend}
      {indicator.levels.length > 0 && <ComparePicker />}
      <fieldset className={styles.layers}>
        <legend>{t({ id: "layers.records" })}</legend>
        {switchedLayers.map((layer) => {
          const isOn = layers.on.includes(layer);
          return (
            <div key={layer.id}>
              <Check checked={isOn} onChange={(isWanted) => layers.set(layer, isWanted)}>
                {layer.switch.text[language]}
              </Check>
              {isOn && layerLegend(layer)}
            </div>
          );
        })}
      </fieldset>
      <details className={styles.rule}>
        <summary>{t({ id: "layers.rule" })}</summary>
        {issue && <p>{issue}</p>}
        <p>{indicator.rule[language]}</p>
      </details>
    </div>
  );
}
