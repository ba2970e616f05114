// The line between both maps, moved by hand or by arrow keys, with what each side shows and its figure.
import type { CoverageAnswer } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useIntl } from "react-intl";
import { countConditions } from "../../address/url-state.ts";
import { useLanguage } from "../../address/use-language.ts";
import { explanationQuery } from "../../data/queries.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { type Comparison, useCoverage, useView } from "../../view/use-view.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { usePlaceName, usePlacesTitle } from "../../words/use-place-names.ts";
import styles from "./CompareDivider.module.css";

const STEP = 0.05;
const KEYS: Record<string, number> = {
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
  Home: -1,
  End: 1,
};
const inside = (at: number) => Math.max(0.02, Math.min(0.98, at));

export function CompareDivider({
  at,
  onMove,
  comparison,
}: {
  /** 0–1 of what no panel covers */
  at: number;
  onMove: (at: number) => void;
  comparison: Comparison;
}) {
  const { formatMessage: t } = useIntl();
  const { indicator, filter } = useView();
  const { data } = useCoverage();
  const track = useRef<HTMLDivElement>(null);
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !track.current) return;
    const { left, width } = track.current.getBoundingClientRect();
    onMove(inside((event.clientX - left) / width));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(inside(at + step));
  };
  return (
    <div ref={track} className={styles.track} data-filtered={countConditions(filter) > 0}>
      <div className={styles.line}>
        <Side name="first" indicator={indicator} data={data} />
        <Side name="second" indicator={comparison.indicator} data={comparison.coverage.data} />
        <div
          className={styles.handle}
          role="slider"
          tabIndex={0}
          aria-label={t({ id: "compare.divider" })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(at * 100)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          onKeyDown={onKeyDown}
        >
          <span aria-hidden="true">‹ ›</span>
        </div>
      </div>
    </div>
  );
}

/** What one side shows: indicator, year, and the figure of the place selected, else of the filter's places or the country. */
function Side({
  name,
  indicator,
  data,
}: {
  name: "first" | "second";
  indicator: IndicatorDeclaration | undefined;
  data: CoverageAnswer | undefined;
}) {
  const { url, filter } = useView();
  const language = useLanguage();
  const figureTexts = useFigureTexts();
  const nameOf = usePlaceName();
  const title = usePlacesTitle(data?.within ? filter.within : []);
  const code = url.selection?.type === "area" ? url.selection.id : null;
  // whatever level is drawn: the place's own figure
  const own = useQuery({
    ...explanationQuery(indicator?.id, data?.fiscal_year ?? null, code ?? ""),
    enabled: code !== null && indicator !== undefined && data !== undefined,
  }).data;
  if (!indicator || !data || data.indicator !== indicator.id) return null;
  const total = code === null ? data.total : own?.total;
  return (
    <p className={styles.side} data-side={name}>
      <strong>{fiscalYearText(data.fiscal_year, language)}</strong> {indicator.short_title[language]}
      <span className="tabular">
        {code === null ? title : nameOf(code)} {total ? figureTexts(indicator, total, data).value : "…"}
      </span>
    </p>
  );
}
