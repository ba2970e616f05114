// What the lines of a legend say.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import type { ClassScale, LegendClass } from "../../lib/classes.ts";
import { numberText, percentText } from "../../lib/number-text.ts";
import { stateId } from "../../lib/states.ts";
import { useLanguage } from "../../use-language.ts";

export function useLegendTexts(
  indicator: IndicatorDeclaration,
  scale: ClassScale,
): { title: string; line: (line: LegendClass) => string } {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const unit =
    scale.measure === "value"
      ? indicator.unit[language]
      : (indicator.ratio_unit?.[language] ??
        t({ id: "legend.unit.ratio" }, { unit: (indicator.denominator?.unit ?? indicator.unit)[language] }));
  const isYesNo = indicator.kind === "coverage" && scale.measure === "value";
  const show = (value: number) =>
    scale.measure === "ratio" && !indicator.ratio_unit
      ? percentText(value, language)
      : numberText(value, language);
  return {
    title: isYesNo ? t({ id: "legend.title" }) : unit,
    line: (line) => {
      if (line.kind !== "range") {
        if (line.kind === "zero")
          return isYesNo ? `${t({ id: stateId(indicator, "not_counted") })} (0)` : "0";
        if (line.kind === "withheld") return t({ id: "legend.withheld" });
        return t({ id: stateId(indicator, line.kind === "no_data" ? "unknown" : "not_applicable") });
      }
      if (isYesNo) return t({ id: stateId(indicator, "counted") });
      if (line.upTo === null) return t({ id: "legend.over" }, { over: show(line.over) });
      if (line.over === 0) return t({ id: "legend.upTo" }, { upTo: show(line.upTo) });
      return `${show(line.over)} – ${show(line.upTo)}`;
    },
  };
}
