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
import { countedId } from "../../lib/number-text.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { parseSort, sortText } from "../../ui/sort-text.ts";
import { InPlaceOfLines } from "../../ui/TableFrame.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useMaplessText } from "../../words/use-mapless-text.ts";
import { GapsIntro } from "./GapsIntro.tsx";
import { NoGaps } from "./NoGaps.tsx";
import { useGapColumns } from "./use-gap-columns.tsx";

export function GapsTable({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, indicator, fiscalYear, level, mapless, filter, language } = useView();
  // a place by itself is the first of one
  const shownLevel =
    url.level || mapless ? level : rankedLevel(level, filter.within, indicator?.levels ?? []);
  const goTo = useGoTo();
  const maplessText = useMaplessText();
  const columnsOf = useGapColumns();
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
  const isSetAgainst = data.basis === "denominator" && indicator.denominator;
  const unit = (isSetAgainst ? indicator.denominator?.unit : indicator.unit)?.[language] ?? "";
  const countedUnit = t({ id: countedId(indicator, totals.unknown) });
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
          columns={columnsOf(indicator, { level: data.level, unit, largest })}
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
