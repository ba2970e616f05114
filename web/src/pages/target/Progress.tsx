// The chart of years toward the target, and pace and forecast in words under it.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import type { TargetDetail } from "@phuenthi/server/contract/targets";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { percentText } from "../../lib/number-text.ts";
import { YearChart } from "../../ui/YearChart.tsx";
import { usePaceTexts } from "../../words/use-pace-texts.ts";
import { PaceBadge } from "../PaceBadge.tsx";
import styles from "./Progress.module.css";
import { useAmountText } from "./use-target-texts.ts";

export function Progress({
  indicator,
  target,
  item,
}: {
  indicator: IndicatorDeclaration;
  target: TargetDetail;
  item: OverviewItem;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const amount = useAmountText(indicator);
  const paceTexts = usePaceTexts();
  const milestones = target.values.filter((one) => one.place_code === "TH");
  const year = (one: number) => fiscalYearText(one, language);
  const reached = indicator.kind === "rate" ? item.ratio : item.value;
  const listed = (points: readonly { fiscal_year: number; value: number | null }[]) =>
    points.map((point) => `${year(point.fiscal_year)}: ${amount(point.value)}`).join(", ");
  return (
    <>
      <h2>{t({ id: "target.progress" })}</h2>
      {item.target && (
        <p className={styles.standing}>
          <strong className="tabular">{amount(reached)}</strong>
          <span>
            {t(
              { id: "target.standing" },
              {
                value: amount(item.target.value),
                unit: indicator.kind === "rate" ? "" : indicator.unit[language],
                year: year(item.target.fiscal_year),
                ratio: item.target_ratio === null ? "–" : percentText(item.target_ratio, language),
              },
            )}
          </span>
          <PaceBadge state={item.pace.state} />
        </p>
      )}
      <YearChart
        series={item.series}
        milestones={milestones}
        expected={item.pace.expected}
        label={t({ id: "target.chart" }, { reached: listed(item.series), milestones: listed(milestones) })}
        valueText={amount}
        yearText={(one) => String(language === "th" ? one + 543 : one)}
      />
      <ul className={styles.key} aria-hidden="true">
        <li data-mark="reached">{t({ id: "target.chart.reached" })}</li>
        <li data-mark="milestone">{t({ id: "target.chart.milestone" })}</li>
        {item.pace.expected && <li data-mark="forecast">{t({ id: "target.chart.forecast" })}</li>}
      </ul>
      <ul className="muted">
        {paceTexts(indicator, item.pace).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
