// Name and value of the area under the pointer. For the mouse only: a finger opens the card, keys use the crosshair.
import { useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { pathOf } from "../../lib/area-index.ts";
import { bareName, fullName, levelOfCode } from "../../lib/area-name.ts";
import { numberText, percentText } from "../../lib/number-text.ts";
import { hoverSignal } from "../../map/map-signals.ts";
import { useAreas, useCoverage, useView } from "../../use-view.ts";
import styles from "./HoverTip.module.css";

export function HoverTip() {
  const { formatMessage: t } = useIntl();
  const hit = useSyncExternalStore(hoverSignal.subscribe, hoverSignal.get);
  const { indicators, language } = useView();
  const { data } = useCoverage();
  const areas = useAreas(hit !== null).data;
  const area = hit?.type === "area" ? areas?.byCode.get(hit.id) : undefined;
  if (!hit || !area || !areas || !data) return null;

  const indicator = indicators.find(({ id }) => id === data.indicator);
  const at = data.codes.indexOf(area.code);
  const value = data.values[at] ?? null;
  const denominator = data.denominators[at] ?? 0;
  const isYesNo = indicator?.kind === "coverage" && levelOfCode(area.code) === "tambon";
  const text = () => {
    if (at < 0) return "";
    if (data.not_applicable.includes(area.code)) return t({ id: "coverage.not_applicable" });
    if (value === null) return t({ id: "legend.no_data" });
    if (indicator?.kind === "sum") return `${numberText(value, language)} ${indicator.unit[language]}`;
    if (isYesNo) return t({ id: value > 0 ? "coverage.counted" : "coverage.not_counted" });
    return `${percentText(denominator > 0 ? value / denominator : 0, language)} · ${numberText(value, language)}/${numberText(denominator, language)}`;
  };
  const above = pathOf(areas, area.code).slice(0, -1).reverse();
  return (
    <div className={styles.tip} style={{ transform: `translate(${hit.x}px, ${hit.y}px)` }} aria-hidden="true">
      <div>
        <strong>{fullName(area, language)}</strong>
        {above.length > 0 && <small>{above.map((one) => bareName(one, language)).join(" › ")}</small>}
        <span>{text()}</span>
      </div>
    </div>
  );
}
