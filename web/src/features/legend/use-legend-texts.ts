// What the lines of a legend say.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import type { ClassScale, LegendClass } from "../../lib/classes.ts";
import { numberText } from "../../lib/number-text.ts";
import { ratioNumber } from "../../lib/ratio-words.ts";
import { stateId } from "../../lib/states.ts";

/** The least of a sensitive figure that is ever told. */
const LEAST_TOLD = 5;

export function useLegendTexts(
  indicator: IndicatorDeclaration,
  scale: ClassScale,
  level: CoverageLevel,
): { title: string; line: (line: LegendClass) => string } {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const unit =
    scale.measure === "value"
      ? indicator.unit[language]
      : (indicator.ratio_unit?.[language] ??
        t({ id: "legend.unit.ratio" }, { unit: (indicator.denominator?.unit ?? indicator.unit)[language] }));
  const isYesNo = indicator.kind === "coverage" && scale.measure === "value";
  // authorities have parts of what is told, which may be less
  const hasLeast = indicator.sensitive && level !== "local_authority";
  const show = (value: number) =>
    scale.measure === "ratio" ? ratioNumber(indicator, value, language) : numberText(value, language);
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
      if (line.over === 0 && !hasLeast) return t({ id: "legend.upTo" }, { upTo: show(line.upTo) });
      return `${show(line.over || LEAST_TOLD)} – ${show(line.upTo)}`;
    },
  };
}
