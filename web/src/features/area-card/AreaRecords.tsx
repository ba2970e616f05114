// Organizations and plans of the area, a few at a time.
import type { AreaDetail } from "@phuenthi/server/contract/areas";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { recordsQuery } from "../../data/queries.ts";
import { emptyFilter } from "../../lib/filter.ts";
import { filterQuery } from "../../lib/filter-query.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { register } from "../../lib/kinds.ts";
import { numberText } from "../../lib/number-text.ts";
import type { OrganizationItem, PlanItem } from "../../lib/record-types.ts";
import { InlineButton } from "../../ui/Button.tsx";
import { RecordList } from "../../ui/RecordList.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import styles from "./AreaRecords.module.css";

const PAGE = 10;

export function AreaRecords({
  code,
  covering,
}: {
  code: string;
  /** recorded at the district, and here too: said beside what the area has itself */
  covering: AreaDetail["covering_organizations"];
}) {
  const { formatMessage: t } = useIntl();
  const { language, fiscalYear } = useView();
  const goTo = useGoTo();
  const search = (collection: "organizations" | "plans") =>
    filterQuery(collection, { ...emptyFilter, within: [code] }, fiscalYear).toString();
  const organizations = useInfiniteQuery(
    recordsQuery<OrganizationItem>("organization", search("organizations"), "name", PAGE),
  );
  const plans = useInfiniteQuery(recordsQuery<PlanItem>("plan", search("plans"), "title", PAGE));
  const words = {
    loading: t({ id: "state.loading" }),
    failed: t({ id: "list.failed" }),
    failure: useFailure(),
    more: (left: number) => t({ id: "list.more" }, { count: numberText(left, language) }),
    number: (count: number) => numberText(count, language),
  };
  return (
    <>
      <RecordList
        title={t({ id: "area.organizations" })}
        empty={t({ id: "area.organizations.none" })}
        words={words}
        query={organizations}
        items={(organizations.data?.pages ?? []).flatMap((page) =>
          page.items.map((item) => ({
            id: item.id,
            title: (language === "en" && item.name_en) || item.name_th,
            note: t({ id: `code.organization_kind.${item.kind}` }),
            onChoose: () => goTo.organization(item.id),
          })),
        )}
        total={organizations.data?.pages[0]?.total ?? null}
      />
      {covering.map((item) => (
        <p key={item.id} className={styles.covering}>
          {t({ id: "area.covering" })}{" "}
          <InlineButton onClick={() => goTo.organization(item.id)}>
            {(language === "en" && item.name_en) || item.name_th}
          </InlineButton>
        </p>
      ))}
      <RecordList
        title={t({ id: "area.plans.latest" })}
        empty={t({ id: "area.plans.none" })}
        words={words}
        query={plans}
        items={(plans.data?.pages ?? []).flatMap((page) =>
          page.items.map((item) => ({
            id: item.id,
            title: (language === "en" && item.title_en) || item.title_th,
            note: t(
              { id: "plan.note" },
              {
                from: fiscalYearText(item.first_fiscal_year, language),
                to: fiscalYearText(item.last_fiscal_year, language),
                linked: item.linked_and_supported_item_count,
                items: item.item_count,
              },
            ),
            onChoose: () => goTo.record(register.byId("plan"), item.id),
          })),
        )}
        total={plans.data?.pages[0]?.total ?? null}
      />
    </>
  );
}
