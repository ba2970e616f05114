// The columns of the table of areas, as many as the indicator has numbers for.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { countText, numberText } from "../../lib/number-text.ts";
import { ratioMeaning, ratioNumber } from "../../lib/ratio-words.ts";
import { stateId } from "../../lib/states.ts";
import type { Column } from "../../ui/DataGrid.tsx";
import { useAmountWords } from "../../words/use-value-text.ts";
import type { AreaRow } from "./use-area-rows.ts";

export function useAreaColumns(): (
  indicator: IndicatorDeclaration,
  level: CoverageLevel,
) => Column<AreaRow>[] {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const amountWords = useAmountWords();
  const number = (value: number | null) => (value === null ? "–" : numberText(value, language));
  return (indicator, shownLevel) => {
    const isCoverage = indicator.kind === "coverage";
    const meaning = ratioMeaning(indicator);
    return [
      {
        id: "name",
        title: t({ id: `level.${shownLevel}` }),
        minWidth: 180,
        grow: 2,
        isSortable: true,
        cell: (row) => row.name,
      },
      ...(shownLevel === "province" || shownLevel === "region"
        ? []
        : [
            {
              id: "above",
              title: t({ id: "table.above" }),
              minWidth: 170,
              grow: 2,
              isSortable: true,
              cell: (row: AreaRow) => row.above,
            },
          ]),
      {
        id: "value",
        title: t({ id: "table.value" }, { unit: indicator.unit[language] }),
        minWidth: indicator.sensitive ? 200 : 130,
        isNumber: true,
        isSortable: true,
        cell: (row) => {
          if (row.isNotApplicable) return t({ id: stateId(indicator, "not_applicable") });
          if (row.value === null && !row.withheld) return t({ id: stateId(indicator, "unknown") });
          const parts = (value: number) => countText(value, language, row.denominator ?? value);
          return amountWords(row.value, row.withheld, isCoverage ? parts : undefined);
        },
      },
      ...(meaning
        ? [
            {
              id: "ratio",
              title: indicator.ratio_unit?.[language] ?? t({ id: `table.ratio.${meaning}` }),
              minWidth: meaning === "share" ? 90 : 220,
              isNumber: true,
              isSortable: true,
              cell: (row: AreaRow) => ratioNumber(indicator, row.ratio, language),
            },
            // of units the value itself is divided
            ...(isCoverage
              ? []
              : [
                  {
                    id: "numerator",
                    title: t({ id: "table.numerator" }, { unit: indicator.unit[language] }),
                    minWidth: 110,
                    isNumber: true,
                    isSortable: true,
                    cell: (row: AreaRow) => number(row.numerator),
                  },
                ]),
            {
              id: "denominator",
              title: t(
                { id: "table.denominator" },
                { unit: (indicator.denominator?.unit ?? indicator.unit)[language] },
              ),
              minWidth: 140,
              isNumber: true,
              isSortable: true,
              cell: (row: AreaRow) =>
                isCoverage && row.denominator !== null
                  ? countText(row.denominator, language)
                  : number(row.denominator),
            },
          ]
        : []),
      {
        id: "target",
        title: t({ id: "table.target" }),
        minWidth: 90,
        isNumber: true,
        isSortable: true,
        cell: (row) => number(row.target),
      },
    ];
  };
}
