// Words around a coverage figure; the country's summary and an area's card say them alike.
import type { CoverageTotal } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { ComponentProps } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { fiscalYearText } from "../lib/fiscal-year.ts";
import { inSentence } from "../lib/in-sentence.ts";
import { countText, numberText, percentText, unitText } from "../lib/number-text.ts";
import { ratioText } from "../lib/ratio-words.ts";
import { stateId } from "../lib/states.ts";
import type { Figure } from "../ui/Figure.tsx";
import { type RegisterDated, type SourceDated, useDateTexts } from "./use-date-texts.ts";
import { metText, useAmountParts, useRateOf } from "./use-value-text.ts";

/** @returns what ui/Figure shows of a total */
export function useFigureTexts() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const dates = useDateTexts();
  const amountParts = useAmountParts();
  const rateOf = useRateOf();
  return (
    indicator: IndicatorDeclaration,
    total: CoverageTotal,
    standing: SourceDated & RegisterDated,
  ): ComponentProps<typeof Figure> => {
    const number = (value: number) => numberText(value, language);
    const unit = unitText(indicator.unit, total.value, language);
    const notes: string[] = [];
    const { denominator, denominator_source: from, target } = total;
    if (denominator !== null && from) {
      notes.push(
        t(
          { id: "figure.denominator" },
          { count: countText(denominator, language), note: from.note[language] },
        ),
      );
      if (from.parts.length > 0) {
        notes.push(from.parts.map((part) => `${part.title[language]} ${number(part.value)}`).join(" + "));
      }
    }
    for (const choice of total.denominator_choices) {
      // the same number by another name says nothing new
      if (choice.id === from?.id || choice.ratio === null || choice.denominator === denominator) continue;
      notes.push(
        t(
          { id: "figure.denominator.other" },
          {
            title: inSentence(choice.title[language]),
            count: number(choice.denominator ?? 0),
            ratio: percentText(choice.ratio, language),
          },
        ),
      );
    }
    if (total.certainty !== "exact") {
      const isInPieces = total.certainty === "split" && indicator.counted_by === "local_authority";
      notes.push(t({ id: isInPieces ? "certainty.split.pieces" : `certainty.${total.certainty}` }));
    }
    if (indicator.sensitive) notes.push(t({ id: "figure.sensitive" }));
    if (total.withheld_below !== null)
      notes.push(
        t(
          { id: total.value === null ? "figure.withheld.only" : "figure.withheld" },
          { most: total.withheld_below - 1 },
        ),
      );
    if (target) {
      const title = language === "th" ? target.source.title_th : target.source.title_en;
      notes.push(
        t(
          { id: "figure.target.source" },
          { title, publisher: target.source[`publisher_${language}`], version: target.version },
        ),
      );
      if (target.denominator !== null && target.denominator_note) {
        notes.push(
          t(
            { id: "figure.target.denominator" },
            { count: number(target.denominator), note: target.denominator_note[language] },
          ),
        );
      }
    }
    notes.push(`${dates.source(standing)} · ${dates.register(standing)}`);

    const isRate = indicator.kind === "rate";
    const goal =
      target && total.target_ratio !== null
        ? {
            label: t(
              { id: "figure.target" },
              {
                value: isRate ? ratioText(indicator, target.value, language) : number(target.value),
                unit: isRate ? "" : unitText(indicator.unit, target.value, language),
                year: fiscalYearText(target.fiscal_year, language),
              },
            ),
            text: percentText(total.target_ratio, language),
            ratio: total.target_ratio,
          }
        : undefined;
    if (total.value === null && total.withheld_below === null) {
      return { value: "–", of: t({ id: stateId(indicator, "unknown") }), goal, notes };
    }
    // a sum is told by its amount, and what it meets of the need on a line of its own
    if (total.ratio === null || indicator.kind === "sum") {
      const amount = amountParts(total.value, total.withheld_below, unit);
      return { ...amount, line: metText(indicator, total, language), goal, notes };
    }
    if (isRate) {
      const of = rateOf(indicator, total) ?? "";
      return { value: ratioText(indicator, total.ratio, language), of, goal, notes };
    }
    if (denominator !== null && denominator < 1) {
      const one = unitText(indicator.unit, 1, language);
      const of = t({ id: "figure.of.part" }, { part: countText(denominator, language), unit: one });
      return { value: ratioText(indicator, total.ratio, language), of, goal, notes };
    }
    const of = t(
      { id: "figure.of" },
      {
        value: countText(total.numerator ?? 0, language, denominator ?? total.numerator ?? 0),
        denominator: countText(denominator ?? 0, language),
        unit: unitText(indicator.unit, denominator, language),
      },
    );
    return { value: ratioText(indicator, total.ratio, language), of, goal, notes };
  };
}
