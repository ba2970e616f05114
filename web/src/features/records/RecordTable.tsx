// The records of a kind that the filter lets through: the server sorts (Thai dictionary order) and sends page after page.
import { defaultSort, sortsOf } from "@phuenthi/server/records/record-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { recordsQuery } from "../../data/queries.ts";
import { register } from "../../lib/kinds.ts";
import type { RecordItem } from "../../lib/record-item.ts";
import { type Column, DataGrid } from "../../ui/DataGrid.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { parseSort, sortText } from "../../ui/sort-text.ts";
import { InPlaceOfLines, LineCount, TableNote } from "../../ui/TableFrame.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { useAuthorityNotes } from "../../words/use-authority-notes.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useRecordTexts } from "../../words/use-record-texts.ts";

const NUMBERS = new Set(["count", "amount", "year", "date"]);

/** @param kind id of the kind */
export function RecordTable({ kind: kindId, onChosen }: { kind: string; onChosen: () => void }) {
  const kind = register.byId(kindId);
  const { formatMessage: t } = useIntl();
  const { url, filter, filterText, language } = useView();
  const goTo = useGoTo();
  const failure = useFailure();
  const texts = useRecordTexts(kind);
  const notes = useAuthorityNotes(filter.within);
  const asked = url.sort && sortsOf(kind).includes(url.sort) ? url.sort : null;
  const sort = asked ?? (kind.title && filter.q ? "match" : defaultSort(kind));
  const query = useInfiniteQuery(recordsQuery<RecordItem>(kindId, filterText(kind.collection), sort));
  const pages = query.data?.pages;
  if (!pages) {
    return (
      <InPlaceOfLines>
        {query.error ? (
          <Failure title={t({ id: "list.failed" })} {...failure(query.error, query.refetch)} />
        ) : (
          <Skeleton lines={5} label={t({ id: "state.loading" })} />
        )}
      </InPlaceOfLines>
    );
  }
  const titleFields = [`${kind.title}_th`, `${kind.title}_en`];
  const columns: Column<RecordItem>[] = [
    ...(kind.title
      ? [
          {
            id: kind.title,
            title: texts.label(`${kind.title}_th`),
            minWidth: 220,
            grow: 2,
            isSortable: true,
            cell: texts.title,
          },
        ]
      : []),
    ...Object.entries(kind.fields)
      .filter(([name, { isSensitive, ref, type, shownIn = ["table"] }]) => {
        const isTold = !isSensitive && !ref && type !== "long_text" && shownIn.includes("table");
        return isTold && !titleFields.includes(name);
      })
      .map(([name, { type, isSortable = false }]) => ({
        id: name,
        title: texts.labelWithUnit(name),
        minWidth: type === "text" ? 200 : type === "year" && language === "en" ? 170 : 140,
        isNumber: NUMBERS.has(type),
        isSortable,
        cell: (row: RecordItem) => texts.value(name, row, "–"),
      })),
  ];
  if (kind.liesAt) {
    columns.splice(kind.title ? 1 : 0, 0, {
      id: "area",
      title: t({ id: "table.area" }),
      minWidth: 260,
      grow: 2,
      isSortable: true,
      cell: (row) => texts.place(row) ?? "–",
    });
  }
  const total = pages[0]?.total ?? 0;
  const counted = t(
    { id: "table.count.records" },
    { kind: kind.many[language], count: texts.counted(total) },
  );
  return (
    <>
      <LineCount>{[counted, kind.note?.[language]].filter(Boolean).join(" · ")}</LineCount>
      {notes.map((note) => (
        <TableNote key={note}>{note}</TableNote>
      ))}
      {total === 0 ? (
        <InPlaceOfLines>
          <Empty>{t({ id: "table.none" })}</Empty>
        </InPlaceOfLines>
      ) : (
        <DataGrid
          label={kind.many[language]}
          columns={columns}
          rows={pages.flatMap((page) => page.items)}
          total={total}
          keyOf={(row) => row.id}
          selectedKey={url.selection?.type === kind.id ? url.selection.id : null}
          sort={parseSort(sort)}
          onSort={(chosen) => updateUrl({ sort: sortText(chosen) }, "replace")}
          onChoose={(row) => {
            goTo.record(kind, row.id);
            onChosen();
          }}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage();
          }}
        />
      )}
    </>
  );
}
