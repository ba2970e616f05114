// The columns of the table of gaps.
import type { GapsAnswer } from "@phuenthi/server/contract/gaps";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import type { GapRow } from "../../lib/gap-sort.ts";
import { countText, numberText, percentText } from "../../lib/number-text.ts";
import type { Column } from "../../ui/DataGrid.tsx";
import { usePhone } from "../../ui/use-media.ts";
import { useAmountWords } from "../../words/use-value-text.ts";
import { GapBar } from "./GapBar.tsx";

/** @returns columns by the indicator, the answer's level, its unit, and the largest number left */
export function useGapColumns() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const isPhone = usePhone();
  const amountWords = useAmountWords();
  const number = (value: number | null) => (value === null ? "–" : numberText(value, language));
  const percent = (value: number | null) => (value === null ? "–" : percentText(value, language));
  return (
    indicator: IndicatorDeclaration,
    { level, unit, largest }: { level: GapsAnswer["level"]; unit: string; largest: number },
  ): Column<GapRow>[] => {
    /** units come in parts, amounts do not */
    const amount = (value: number | null) =>
      value !== null && indicator.kind === "coverage" ? countText(value, language) : number(value);
    const above: Column<GapRow>[] =
      level === "province" || level === "region"
        ? []
        : [
            {
              id: "above",
              title: t({ id: "table.above" }),
              minWidth: 150,
              grow: 2,
              isSortable: true,
              cell: (row: GapRow) => row.above,
            },
          ];
    const left: Column<GapRow> = {
      id: "left",
      title: t({ id: "gaps.left" }, { unit }),
      minWidth: 130,
      grow: 1.5,
      isNumber: true,
      isSortable: true,
      cell: (row) => <GapBar share={(row.left ?? 0) / Math.max(largest, 1e-9)} text={amount(row.left)} />,
    };
    // what it is about stands beside the name where there is room for two
    return [
      {
        id: "rank",
        title: t({ id: "gaps.rank" }),
        minWidth: 76,
        grow: 0.3,
        isNumber: true,
        isSortable: true,
        cell: (row) => number(row.rank),
      },
      {
        id: "name",
        title: t({ id: `level.${level}` }),
        minWidth: 150,
        grow: 2,
        isSortable: true,
        cell: (row) => row.name,
      },
      ...(isPhone ? [left, ...above] : [...above, left]),
      {
        id: "share",
        title: t({ id: "gaps.share" }),
        minWidth: 120,
        isNumber: true,
        cell: (row) => percent(row.share),
      },
      {
        id: "cumulative",
        title: t({ id: "gaps.cumulative" }),
        minWidth: 96,
        isNumber: true,
        cell: (row) => percent(row.cumulative),
      },
      {
        id: "reached",
        title: t({ id: "gaps.reached" }),
        minWidth: indicator.sensitive ? 220 : 136,
        isNumber: true,
        isSortable: true,
        cell: (row) => `${amountWords(row.reached, row.withheld_below, amount)} / ${amount(row.should)}`,
      },
      {
        id: "unknown",
        title: t({ id: "gaps.unknown" }),
        minWidth: 96,
        isNumber: true,
        isSortable: true,
        cell: (row) => amount(row.unknown),
      },
      ...(level === "local_authority"
        ? []
        : [
            {
              id: "persons",
              title: t({ id: "gaps.persons" }),
              minWidth: 100,
              isNumber: true,
              isSortable: true,
              cell: (row: GapRow) => number(row.persons),
            },
          ]),
    ];
  };
}
