// What the search box lists: places and organizations in groups, each saying how many more there are; where no place has the
// name, those that may have been meant.
import type { PlaceItem } from "@phuenthi/server/contract/places";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl } from "../../address/use-url.ts";
import { type SearchLimits, searchQuery } from "../../data/queries.ts";
import { pathText } from "../../lib/area-name.ts";
import { emptyFilter } from "../../lib/filter.ts";
import { numberText } from "../../lib/number-text.ts";
import { placeName } from "../../lib/place-name.ts";
import { useGoTo } from "../../view/use-go-to.ts";

export type Result = {
  key: string;
  title: string;
  note: string;
  group: "areas" | "authorities" | "organizations" | "suggestions";
  /** shows more of its group in place, instead of going somewhere */
  isMore?: boolean;
  choose: () => void;
};

const FIRST: SearchLimits = { areas: 8, authorities: 4, organizations: 5 };
/** How many more places are shown at a time. */
const STEP = 50;

/** @returns status: what to say beside or instead of results; null when they speak for themselves */
export function useResults(asked: string): { results: Result[]; status: string | null } {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const goTo = useGoTo();
  const [limits, setLimits] = useState(FIRST);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with few again
  useEffect(() => setLimits(FIRST), [asked]);
  const { data, isFetching, error } = useQuery(searchQuery(asked, limits));
  if (asked === "" || !data) {
    return { results: [], status: error ? "search.failed" : isFetching ? "state.loading" : "search.none" };
  }

  const place = (item: PlaceItem, group: Result["group"]): Result => ({
    key: `${group} ${item.code}`,
    title: placeName(item, language),
    note: item.level === "province" ? t({ id: "level.province" }) : pathText(item.ancestors, language),
    group,
    choose: () => goTo.area(item.code),
  });
  const more = (group: keyof SearchLimits, left: number, choose: () => void, isMore: boolean): Result[] =>
    left > 0
      ? [
          {
            key: `${group} more`,
            title: t({ id: `search.more.${group}` }, { number: numberText(left, language) }),
            note: "",
            group,
            isMore,
            choose,
          },
        ]
      : [];
  const places = (group: "areas" | "authorities") => {
    const { items, total } = data[group];
    const showMore = () => setLimits((now) => ({ ...now, [group]: items.length + STEP }));
    return [...items.map((item) => place(item, group)), ...more(group, total - items.length, showMore, true)];
  };
  const { items, total } = data.organizations;
  const results = [
    ...places("areas"),
    ...places("authorities"),
    ...data.suggestions.map((item) => place(item, "suggestions")),
    ...items.map((organization) => ({
      key: organization.id,
      title: (language === "en" && organization.name_en) || organization.name_th,
      note: `${t({ id: `code.organization_kind.${organization.kind}` })} · ${pathText(organization.area_path, language)}`,
      group: "organizations" as const,
      choose: () => void goTo.organization(organization.id),
    })),
    // all of them, in the table: what was set before would choose among them
    ...more(
      "organizations",
      total - items.length,
      () => updateUrl({ filter: { ...emptyFilter, q: data.q }, table: "organizations", sort: null }),
      false,
    ),
  ];
  if (error) return { results, status: "search.failed" };
  if (results.length === 0) return { results, status: isFetching ? "state.loading" : "search.none" };
  return { results, status: data.suggestions.length > 0 ? "search.none.places" : null };
}
