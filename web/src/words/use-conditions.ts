// The conditions of a filter in words, each with the field it is of.
import { ownConditions } from "@phuenthi/server/records/record-kind";
import { useQueries } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { recordQuery } from "../data/queries.ts";
import type { Filter } from "../lib/filter.ts";
import type { FilterField } from "../lib/filter-query.ts";
import { referenceOf, register } from "../lib/kinds.ts";
import { type RecordDetail, titleOfItem } from "../lib/record-item.ts";
import { usePlaceName } from "./use-place-names.ts";

export type Condition = {
  key: string;
  field: FilterField;
  text: string;
  /** of a kind's own condition, without the name of its field */
  value?: string;
  /** of the filter, to be without it */
  without: Partial<Filter>;
};

export function useConditions(filter: Filter): Condition[] {
  const language = useLanguage();
  const placeName = usePlaceName(filter.within.length > 0);
  const recordTitle = useRecordTitles(filter);
  const ofKinds = Object.entries(filter.own).flatMap(([key, values]) => {
    const [collection = "", name = ""] = key.split(".");
    const reference = referenceOf(collection, name);
    const kind = register.byCollection(collection);
    const condition = kind && ownConditions(kind).find((one) => one.name === name);
    const label = reference ? (reference.field?.label ?? reference.kind.one) : condition?.label;
    return values.map((value) => {
      const inWords = reference ? recordTitle(value) : (condition?.list?.codes[value]?.[language] ?? value);
      return {
        key: `${key} ${value}`,
        field: key,
        text: `${label?.[language] ?? name}: ${inWords}`,
        value: inWords,
        without: { own: { ...filter.own, [key]: values.filter((one) => one !== value) } },
      };
    });
  });
  const q = filter.q.trim();
  return [
    ...filter.within.map((code) => ({
      key: `within ${code}`,
      field: "within",
      text: placeName(code),
      without: { within: filter.within.filter((one) => one !== code) },
    })),
    ...ofKinds,
    ...(q ? [{ key: "q", field: "q", text: `“${q}”`, without: { q: "" } }] : []),
  ];
}

/** Titles of the records that the filter names. */
function useRecordTitles({ own }: Filter): (id: string) => string {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const named = Object.entries(own).flatMap(([key, ids]) => {
    const [collection = "", name = ""] = key.split(".");
    const kind = referenceOf(collection, name)?.kind;
    return kind ? ids.map((id) => ({ kind, id })) : [];
  });
  const answers = useQueries({
    queries: named.map(({ kind, id }) => recordQuery<RecordDetail>(kind.id, id)),
  });
  const titles = new Map(
    named.map(({ kind, id }, at) => {
      const { data, error } = answers[at] ?? {};
      if (data) return [id, titleOfItem(kind, data, language) ?? kind.one[language]];
      return [id, error ? t({ id: "filter.reference.unknown" }) : "…"];
    }),
  );
  return (id) => titles.get(id) ?? id;
}
