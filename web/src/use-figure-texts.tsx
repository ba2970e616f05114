// Words around a coverage figure; the country's summary and an area's card say them alike.
import type { CoverageTotal } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { ComponentProps } from "react";
import { useIntl } from "react-intl";
import { dateText, fiscalYearText } from "./lib/fiscal-year.ts";
import { numberText, percentText } from "./lib/number-text.ts";
import type { Figure } from "./ui/Figure.tsx";
import { useLanguage } from "./use-language.ts";

/** @returns what ui/Figure shows of a total */
export function useFigureTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    indicator: IndicatorDeclaration,
    total: CoverageTotal,
    asOf: string,
  ): ComponentProps<typeof Figure> => {
    const number = (value: number) => numberText(value, language);
    const unit = indicator.unit[language];
    const notes = [
      t(
        { id: "figure.denominator" },
        { count: number(total.denominator), note: total.denominator_note[language] },
      ),
    ];
    if (total.target) {
      const { source, denominator, denominator_note } = total.target;
      const title = language === "th" ? source.title_th : source.title_en;
      notes.push(t({ id: "figure.target.source" }, { title, publisher: source.publisher }));
      if (denominator !== null && denominator_note) {
        notes.push(
          t(
            { id: "figure.target.denominator" },
            { count: number(denominator), note: denominator_note[language] },
          ),
        );
      }
    }
    notes.push(t({ id: "figure.asOf" }, { date: dateText(asOf, language) }));

    const goal =
      total.target && total.target_ratio !== null
        ? {
            label: t(
              { id: "figure.target" },
              {
                value: number(total.target.value),
                unit,
                year: fiscalYearText(total.target.fiscal_year, language),
              },
            ),
            text: percentText(total.target_ratio, language),
            ratio: total.target_ratio,
          }
        : undefined;
    if (total.value === null) return { value: "–", of: t({ id: "figure.unknown" }), goal, notes };
    if (indicator.kind === "sum") return { value: number(total.value), of: unit, goal, notes };
    return {
      value: total.ratio === null ? number(total.value) : percentText(total.ratio, language),
      of: t(
        { id: "figure.of" },
        { value: number(total.value), denominator: number(total.denominator), unit },
      ),
      goal,
      notes,
    };
  };
}
