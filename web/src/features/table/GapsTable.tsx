// Where the most is left to do: the places on the map, ranked. All of them are in memory, so sorting asks nobody.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { ApiError } from "../../data/api.ts";
import { gapsQuery } from "../../data/queries.ts";
import { bareName, fullName } from "../../lib/area-name.ts";
import { rankedLevel } from "../../lib/filter-query.ts";
import { comparingGaps, type GapRow } from "../../lib/gap-sort.ts";
import { localAuthorityName } from "../../lib/local-authority-name.ts";
import { countedId, countText, numberText, percentText } from "../../lib/number-text.ts";
import { type Column, DataGrid } from "../../ui/DataGrid.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { usePhone } from "../../ui/use-media.ts";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useMaplessText } from "../../words/use-mapless-text.ts";
import { useAmountWords } from "../../words/use-value-text.ts";
import { GapsIntro } from "./GapsIntro.tsx";
import styles from "./GapsTable.module.css";
import { NoGaps } from "./NoGaps.tsx";
import { parseSort, sortText } from "./sort-text.ts";
import { InPlaceOfLines } from "./TableFrame.tsx";

export function GapsTable({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, indicator, fiscalYear, level, mapless, filter, language } = useView();
  // a place by itself is the first of one
  const shownLevel =
    url.level || mapless ? level : rankedLevel(level, filter.within, indicator?.levels ?? []);
  const goTo = useGoTo();
  const maplessText = useMaplessText();
  const isPhone = usePhone();
  const amountWords = useAmountWords();
  const { data, error, refetch } = useQuery(
    gapsQuery(
      indicator && mapless !== "above"
        ? {
            indicator: indicator.id,
            fiscalYear,
            level: shownLevel,
            within: mapless ? [] : filter.within,
            basis: url.basis,
          }
        : null,
    ),
  );
  const sort = parseSort(url.sort ?? "rank");
  const rows = useMemo<GapRow[]>(
    () =>
      (data?.items ?? []).map((item) => ({
        ...item,
        name: item.kind
          ? localAuthorityName({ ...item, kind: item.kind }, language)
          : fullName(item, language),
        above: item.path
          .toReversed()
          .map((step) => bareName(step, language))
          .join(" › "),
      })),
    [data, language],
  );
  const sorted = useMemo(
    () => [...rows].sort(comparingGaps(sort.id, sort.descending, language)),
    [rows, sort.id, sort.descending, language],
  );

  if (mapless === "above") {
    return (
      <InPlaceOfLines>
        <Empty>{maplessText}</Empty>
      </InPlaceOfLines>
    );
  }
  if (error && indicator) {
    const isDeclared = error instanceof ApiError && error.problem?.code === "not-declared";
    return (
      <InPlaceOfLines>
        {isDeclared ? (
          <NoGaps indicator={indicator} level={shownLevel} />
        ) : (
          <Failure title={t({ id: "gaps.failed" })} {...failure(error, refetch)} />
        )}
      </InPlaceOfLines>
    );
  }
  if (!data || !indicator) {
    return (
      <InPlaceOfLines>
        <Skeleton lines={5} label={t({ id: "state.loading" })} />
      </InPlaceOfLines>
    );
  }

  const { totals } = data;
  const largest = Math.max(...rows.map(({ left }) => left ?? 0), 0);
  const number = (value: number | null) => (value === null ? "–" : numberText(value, language));
  /** units come in parts, amounts do not */
  const amount = (value: number | null) =>
    value !== null && indicator.kind === "coverage" ? countText(value, language) : number(value);
  const percent = (value: number | null) => (value === null ? "–" : percentText(value, language));
  const isSetAgainst = data.basis === "denominator" && indicator.denominator;
  const unit = (isSetAgainst ? indicator.denominator?.unit : indicator.unit)?.[language] ?? "";
  const countedUnit = t({ id: countedId(indicator, totals.unknown) });
  const above: Column<GapRow>[] =
    data.level === "province" || data.level === "region"
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
    cell: (row) => (
      <span className={styles.left}>
        <span
          className={styles.bar}
          style={{ width: `${((row.left ?? 0) / Math.max(largest, 1e-9)) * 100}%` }}
        />
        <span>{amount(row.left)}</span>
      </span>
    ),
  };
  // what it is about stands beside the name where there is room for two
  const columns: Column<GapRow>[] = [
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
      title: t({ id: `level.${data.level}` }),
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
    ...(data.level === "local_authority"
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
  return (
    <>
      <GapsIntro answer={data} indicator={indicator} unit={unit} countedUnit={countedUnit} />
      {totals.places_left === 0 ? (
        <InPlaceOfLines>
          <Empty>
            {t({
              id:
                totals.places === 0
                  ? "table.none"
                  : rows.every(({ left }) => left === null)
                    ? "gaps.unmeasured"
                    : "gaps.done",
            })}
          </Empty>
        </InPlaceOfLines>
      ) : (
        <DataGrid
          label={t({ id: "gaps.title" })}
          columns={columns}
          rows={sorted}
          total={sorted.length}
          keyOf={(row) => row.code}
          selectedKey={url.selection?.type === "area" ? url.selection.id : null}
          sort={sort}
          onSort={(chosen) => updateUrl({ sort: sortText(chosen) }, "replace")}
          onChoose={(row) => {
            goTo.area(row.code);
            onChosen();
          }}
        />
      )}
    </>
  );
}
