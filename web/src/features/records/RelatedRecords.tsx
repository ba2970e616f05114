// Records of another kind that name this one, or are parts of it, a few at a time.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl } from "../../address/use-url.ts";
import { recordsQuery } from "../../data/queries.ts";
import { emptyFilter, ownField } from "../../lib/filter.ts";
import { register } from "../../lib/kinds.ts";
import { numberText } from "../../lib/number-text.ts";
import type { RecordItem } from "../../lib/record-item.ts";
import { Button } from "../../ui/Button.tsx";
import { RecordList } from "../../ui/RecordList.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useRecordTexts } from "../../words/use-record-texts.ts";

const PAGE = 10;

/** @param kind id of their kind @param filter the field that asks for those that name it */
export function RelatedRecords({ kind: kindId, filter, id }: { kind: string; filter: string; id: string }) {
  const kind = register.byId(kindId);
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const goTo = useGoTo();
  const texts = useRecordTexts(kind);
  const failure = useFailure();
  const query = useInfiniteQuery(recordsQuery<RecordItem>(kindId, `${filter}=${id}`, null, PAGE));
  /** What tells one from the next: of kinds with a title what it is and from when, of others what they say first. */
  const noteOf = (item: RecordItem) => {
    const names = Object.keys(kind.fields).filter(
      (name) => !kind.fields[name]?.ref && name !== kind.period?.from,
    );
    const noted = kind.title
      ? [
          ...names.filter((name) => kind.fields[name]?.list).slice(0, 1),
          ...(kind.period ? [kind.period.from] : []),
        ]
      : names.slice(0, 2);
    const told = noted.map((name) => texts.withUnit(name, item, ""));
    return [kind.place && !kind.title && texts.place(item), ...told].filter(Boolean).join(" · ");
  };
  const total = query.data?.pages[0]?.total ?? null;
  return (
    <RecordList
      title={kind.many[language]}
      empty={t({ id: "table.none" })}
      words={{
        loading: t({ id: "state.loading" }),
        failed: t({ id: "list.failed" }),
        failure,
        more: (left) => t({ id: "list.more" }, { count: numberText(left, language) }),
        number: (count) => numberText(count, language),
      }}
      query={query}
      items={(query.data?.pages ?? []).flatMap((page) =>
        page.items.map((item) => ({
          id: item.id,
          title: texts.title(item),
          note: noteOf(item),
          onChoose: () => goTo.record(kind, item.id),
        })),
      )}
      total={total}
      whole={
        total !== null && total > 1 ? (
          <Button
            look="link"
            icon="table"
            onClick={() =>
              updateUrl({
                table: kind.collection,
                sort: null,
                filter: { ...emptyFilter, own: { [ownField(kind.collection, filter)]: [id] } },
              })
            }
          >
            {t({ id: "list.table" })}
          </Button>
        ) : null
      }
    />
  );
}
