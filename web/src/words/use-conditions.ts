// The conditions of a filter in words, each with the field it is of.
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import type { Filter } from "../lib/filter.ts";
import type { FilterField } from "../lib/filter-query.ts";
import { register } from "../lib/kinds.ts";
import { usePlaceName } from "./use-place-names.ts";

export type Condition = {
  key: string;
  field: FilterField;
  text: string;
  /** of the filter, to be without it */
  without: Partial<Filter>;
};

export function useConditions(filter: Filter): Condition[] {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const placeName = usePlaceName(filter.within.length > 0);
  const each = <F extends "within" | "kind" | "state" | "best_state">(
    field: F,
    text: (value: Filter[F][number]) => string,
  ): Condition[] =>
    (filter[field] as Filter[F][number][]).map((value) => ({
      key: `${field} ${value}`,
      field,
      text: text(value),
      without: { [field]: (filter[field] as string[]).filter((one) => one !== value) },
    }));
  const ofKinds = Object.entries(filter.own).flatMap(([key, values]) => {
    const [collection = "", name = ""] = key.split(".");
    const field = register.byCollection(collection)?.fields[name];
    return values.map((value) => ({
      key: `${key} ${value}`,
      field: key,
      text: `${field?.label[language] ?? name}: ${field?.list?.codes[value]?.[language] ?? value}`,
      without: { own: { ...filter.own, [key]: values.filter((one) => one !== value) } },
    }));
  });
  const { granted } = filter;
  const q = filter.q.trim();
  return [
    ...each("within", placeName),
    ...each("kind", (kind) => t({ id: `code.organization_kind.${kind}` })),
    ...each("best_state", (state) =>
      t({ id: "filter.chip.best_state" }, { state: t({ id: `code.link_state.${state}` }) }),
    ),
    ...each("state", (state) =>
      t({ id: "filter.chip.state" }, { state: t({ id: `code.link_state.${state}` }) }),
    ),
    ...(granted
      ? [
          {
            key: "granted",
            field: "granted" as const,
            text: t({ id: `filter.chip.granted.${granted}` }),
            without: { granted: null },
          },
        ]
      : []),
    ...ofKinds,
    ...(q ? [{ key: "q", field: "q" as const, text: `“${q}”`, without: { q: "" } }] : []),
  ];
}
