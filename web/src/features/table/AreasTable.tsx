// Areas of one level with their coverage. All of them are in memory already, so sorting asks nobody.
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { parseSort, sortText } from "../../ui/sort-text.ts";
import { InPlaceOfLines, LineCount } from "../../ui/TableFrame.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useCoverage, useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useMaplessText } from "../../words/use-mapless-text.ts";
import { useAreaColumns } from "./use-area-columns.ts";
import { comparingAreas, useAreaRows } from "./use-area-rows.ts";

export function AreasTable({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { url, indicator, level: shownLevel, language } = useView();
  const goTo = useGoTo();
  const maplessText = useMaplessText();
  const { data, error, refetch } = useCoverage();
  const rows = useAreaRows();
  const columnsOf = useAreaColumns();
  const sort = parseSort(url.sort ?? "name");

  const sorted = useMemo(
    () => rows?.toSorted(comparingAreas(sort.id, sort.descending, language)) ?? [],
    [rows, sort.id, sort.descending, language],
  );

  if (error && !data) {
    return (
      <InPlaceOfLines>
        <Failure title={t({ id: "coverage.failed" })} {...failure(error, refetch)} />
      </InPlaceOfLines>
    );
  }
  if (maplessText) {
    return (
      <InPlaceOfLines>
        <Empty>{maplessText}</Empty>
      </InPlaceOfLines>
    );
  }
  if (!rows || !indicator) {
    return (
      <InPlaceOfLines>
        <Skeleton lines={5} label={t({ id: "state.loading" })} />
      </InPlaceOfLines>
    );
  }

  return (
    <>
      <LineCount>
        {t(
          { id: "table.count.areas" },
          { count: rows.length, level: t({ id: `profile.levels.${shownLevel}` }) },
        )}
      </LineCount>
      <DataGrid
        label={t({ id: "table.areas" })}
        columns={columnsOf(indicator, shownLevel)}
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
    </>
  );
}
