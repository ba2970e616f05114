// Organizations and plans: the server sorts (Thai dictionary order) and sends page after page.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { recordsQuery } from "../../data/queries.ts";
import { pathText } from "../../lib/area-name.ts";
import { dateText, fiscalYearText } from "../../lib/fiscal-year.ts";
import { numberText } from "../../lib/number-text.ts";
import type { OrganizationItem, PlanItem } from "../../lib/record-types.ts";
import { type Column, DataGrid } from "../../ui/DataGrid.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { useAuthorityNotes } from "../../words/use-authority-notes.ts";
import { useFailure } from "../../words/use-failure.ts";
import { parseSort, sortText } from "./sort-text.ts";
import { InPlaceOfLines, LineCount, TableNote } from "./TableFrame.tsx";

export function OrganizationsTable({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const { url, filter, filterText, language } = useView();
  const kinds = filter.kind;
  const goTo = useGoTo();
  const sort = url.sort ?? (filter.q ? "match" : "name");
  const query = useInfiniteQuery(
    recordsQuery<OrganizationItem>("organization", filterText("organizations"), sort),
  );
  const number = (value: number | null) => (value === null ? "–" : numberText(value, language));
  const columns: Column<OrganizationItem>[] = [
    {
      id: "name",
      title: t({ id: "table.name" }),
      minWidth: 220,
      grow: 2,
      isSortable: true,
      cell: (row) => (language === "en" && row.name_en) || row.name_th,
    },
    {
      id: "kind",
      title: t({ id: "filter.kind" }),
      minWidth: 150,
      cell: (row) => t({ id: `code.organization_kind.${row.kind}` }),
    },
    {
      id: "area",
      title: t({ id: "table.area" }),
      minWidth: 260,
      grow: 2,
      isSortable: true,
      cell: (row) => pathText(row.area_path, language),
    },
    {
      id: "member_count",
      title: t({ id: "organization.members" }),
      minWidth: 110,
      isNumber: true,
      isSortable: true,
      cell: (row) => number(row.member_count),
    },
    {
      id: "registered_on",
      title: t({ id: "organization.registered" }, { kind: kinds.length === 1 ? kinds[0] : "any" }),
      minWidth: 130,
      isNumber: true,
      isSortable: true,
      cell: (row) => (row.registered_on ? dateText(row.registered_on, language) : "–"),
    },
  ];
  return (
    <Records
      query={query}
      columns={columns}
      sort={sort}
      label={t({ id: "table.organizations" })}
      count="table.count.organizations"
      selectedKey={url.selection?.type === "organization" ? url.selection.id : null}
      onChoose={(row) => {
        void goTo.organization(row.id);
        onChosen();
      }}
    />
  );
}

export function PlansTable({ onChosen }: { onChosen: () => void }) {
  const { formatMessage: t } = useIntl();
  const { url, filter, filterText, language } = useView();
  const goTo = useGoTo();
  const sort = url.sort ?? (filter.q ? "match" : "title");
  const query = useInfiniteQuery(recordsQuery<PlanItem>("plan", filterText("plans"), sort));
  const columns: Column<PlanItem>[] = [
    {
      id: "title",
      title: t({ id: "table.plan" }),
      minWidth: 240,
      grow: 2,
      isSortable: true,
      cell: (row) => (language === "en" && row.title_en) || row.title_th,
    },
    {
      id: "area",
      title: t({ id: "table.area" }),
      minWidth: 260,
      grow: 2,
      isSortable: true,
      cell: (row) => pathText(row.area_path, language),
    },
    {
      id: "first_fiscal_year",
      title: t({ id: "plan.years" }),
      minWidth: language === "th" ? 120 : 240,
      isSortable: true,
      cell: (row) =>
        `${fiscalYearText(row.first_fiscal_year, language)} – ${fiscalYearText(row.last_fiscal_year, language)}`,
    },
    {
      id: "linked",
      title: t({ id: "table.linked" }),
      minWidth: 120,
      isNumber: true,
      cell: (row) => `${row.linked_and_supported_item_count}/${row.item_count}`,
    },
    {
      id: "best_state",
      title: t({ id: "plan.best" }),
      minWidth: 150,
      isSortable: true,
      cell: (row) => (row.best_state ? t({ id: `code.link_state.${row.best_state}` }) : "–"),
    },
    {
      id: "granted_thb",
      title: t({ id: "plan.granted.thb" }),
      minWidth: 150,
      isNumber: true,
      isSortable: true,
      cell: (row) =>
        row.granted_thb === null ? t({ id: "plan.unrecorded" }) : numberText(row.granted_thb, language),
    },
  ];
  return (
    <Records
      query={query}
      columns={columns}
      sort={sort}
      label={t({ id: "table.plans" })}
      count="table.count.plans"
      selectedKey={url.selection?.type === "plan" ? url.selection.id : null}
      onChoose={(row) => {
        goTo.plan(row.id, row.area_code);
        onChosen();
      }}
    />
  );
}

function Records<T extends { id: string }>({
  query,
  columns,
  sort,
  label,
  count,
  selectedKey,
  onChoose,
}: {
  query: {
    data?: { pages: { items: T[]; total: number }[] };
    error: Error | null;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  columns: Column<T>[];
  sort: string;
  label: string;
  /** id of the words around the number */
  count: string;
  selectedKey: string | null;
  onChoose: (row: T) => void;
}) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { filter } = useView();
  const notes = useAuthorityNotes(filter.within);
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
  const total = pages[0]?.total ?? 0;
  return (
    <>
      <LineCount>{t({ id: count }, { count: total })}</LineCount>
      {notes.map((note) => (
        <TableNote key={note}>{note}</TableNote>
      ))}
      {total === 0 ? (
        <InPlaceOfLines>
          <Empty>{t({ id: "table.none" })}</Empty>
        </InPlaceOfLines>
      ) : (
        <DataGrid
          label={label}
          columns={columns}
          rows={pages.flatMap((page) => page.items)}
          total={total}
          keyOf={(row) => row.id}
          selectedKey={selectedKey}
          sort={parseSort(sort)}
          onSort={(chosen) => updateUrl({ sort: sortText(chosen) }, "replace")}
          onChoose={onChoose}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage();
          }}
        />
      )}
    </>
  );
}
