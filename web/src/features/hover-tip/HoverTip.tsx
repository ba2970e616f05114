// Name and value of the area under the pointer, or what a record there is. For the mouse only: a finger opens the card, keys use the crosshair.
import { type ReactNode, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { useAreas } from "../../data/use-areas.ts";
import { pathOf } from "../../lib/area-index.ts";
import { bareName, fullName } from "../../lib/area-name.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { langOf } from "../../lib/lang-of.ts";
import type { Hit } from "../../map/hits.ts";
import { hoverSignal } from "../../map/map-signals.ts";
import { useComparison, useCoverage, useView } from "../../view/use-view.ts";
import { usePlaceAt } from "../../words/use-place-names.ts";
import { useValueText } from "../../words/use-value-text.ts";
import styles from "./HoverTip.module.css";

export function HoverTip() {
  const { formatMessage: t } = useIntl();
  const hit = useSyncExternalStore(hoverSignal.subscribe, hoverSignal.get);
  const { indicators, language } = useView();
  const { data } = useCoverage();
  const areas = useAreas(hit !== null).data;
  const placeAt = usePlaceAt(data?.level);
  const comparison = useComparison();
  const valueText = useValueText();
  const area = hit?.type === "area" ? areas?.byCode.get(hit.id) : undefined;
  const indicator = indicators.find(({ id }) => id === data?.indicator);
  if (hit?.type === "record") {
    const { title, note } = hit.hover;
    return (
      <Tip at={hit}>
        <strong lang={langOf(title)}>{title}</strong>
        {note && <small>{note}</small>}
      </Tip>
    );
  }
  if (!hit || !area || !areas || !data || !indicator) return null;

  const place = placeAt(area.code);
  const code = place === null ? area.code : place?.code;
  const above = pathOf(areas, area.code);
  const names = place === null ? above.slice(0, -1) : above;
  return (
    <Tip at={hit}>
      <strong>
        {place === null ? fullName(area, language) : (place?.name[language] ?? t({ id: "place.shared" }))}
      </strong>
      {names.length > 0 && (
        <small>
          {names
            .toReversed()
            .map((one) => bareName(one, language))
            .join(" › ")}
        </small>
      )}
      {code !== undefined && <span>{valueText(indicator, data, code)}</span>}
      {code !== undefined && comparison?.coverage.data && (
        <span>
          {fiscalYearText(comparison.fiscalYear, language)}:{" "}
          {valueText(comparison.indicator, comparison.coverage.data, code) || "–"}
        </span>
      )}
    </Tip>
  );
}

function Tip({ at, children }: { at: Hit; children: ReactNode }) {
  return (
    <div className={styles.tip} style={{ transform: `translate(${at.x}px, ${at.y}px)` }} aria-hidden="true">
      <div>{children}</div>
    </div>
  );
}
