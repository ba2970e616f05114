// What a link says, in the shape that the page works with: the filter as one, and the one thing that is selected.
import { emptyFilter, type Filter } from "../lib/filter.ts";
import { register } from "../lib/kinds.ts";
import {
  type Compare,
  conditionFields,
  conditions,
  type MapPosition,
  parseSearch,
  recordFields,
  type SearchFields,
  type SearchOf,
  searchFields,
  searchText,
} from "./search-fields.ts";

type Said = SearchOf<typeof searchFields>;
/** type: "area", or the id of a kind of record */
export type Selection = { type: string; id: string };
export type TableTab = NonNullable<Said["table"]>;
/** Desktop shows layers or filters at the left; a phone shows one of the three in its sheet. */
export type Panel = NonNullable<Said["panel"]>;

export type UrlState = {
  position: MapPosition | null;
  indicator: string | null;
  fiscalYear: number | null;
  /** null: by zoom */
  level: Said["level"];
  filter: Filter;
  selection: Selection | null;
  panel: Panel | null;
  table: TableTab | null;
  sort: string | null;
  /** null: by what is possible */
  basis: Said["basis"];
  /** of the map, switched on: their ids, or how old links call them */
  layers: string[];
  /** a second map beside the first; null: one map */
  compare: Compare | null;
  language: "th" | "en" | null;
};

/** What every page understands. */
const sharedFields: SearchFields = { ...searchFields, ...recordFields, ...conditionFields };

/** @param search the query string, with or without "?" */
export function parseUrlState(search: string): UrlState {
  const said = parseSearch(searchFields, search);
  const chosen: Record<string, unknown> = { area: said.area, ...parseSearch(recordFields, search) };
  const set = parseSearch(conditionFields, search);
  const selected = ["area", ...register.open.map(({ id }) => id)].find((type) => chosen[type] !== null);
  return {
    position: said.at,
    indicator: said.indicator,
    fiscalYear: said.fiscal_year,
    level: said.level,
    filter: {
      within: said.within ?? [],
      q: said.q ?? "",
      own: Object.fromEntries(
        Object.entries(conditions).flatMap(([name, { key }]) => {
          const values = set[name] as string[] | null;
          return values && values.length > 0 ? [[key, values]] : [];
        }),
      ),
    },
    selection: selected ? { type: selected, id: chosen[selected] as string } : null,
    panel: said.panel,
    table: said.table,
    sort: said.sort,
    basis: said.basis,
    layers: [...(said.layers ?? []), ...(said.points ? ["points"] : [])],
    compare: said.compare,
    language: said.lang,
  };
}

/** Fields that a page declares and others do not have: what its link says by them. @param fields all that it declares */
export const ownSearch = (fields: SearchFields, said: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(said).filter(([name]) => fields[name] !== sharedFields[name]));

/**
 * "?…" or "" for the plain page; only what differs from it.
 * @param fields that the page declares @param said by them, over what the state says
 */
export function serializeUrlState(
  state: UrlState,
  fields: SearchFields = {},
  said: Record<string, unknown> = {},
): string {
  const { position, fiscalYear, filter, selection, layers, language, ...same } = state;
  const { own, ...general } = filter;
  const set = Object.entries(conditions).map(([name, { key }]) => [name, own[key] ?? null]);
  return searchText<SearchFields>(
    { ...sharedFields, ...fields },
    {
      ...same,
      ...general,
      ...Object.fromEntries(set),
      at: position,
      fiscal_year: fiscalYear,
      ...(selection && { [selection.type]: selection.id }),
      layers: layers.filter((id) => id !== "points"),
      points: layers.includes("points") ? "1" : null,
      lang: language,
      ...said,
    },
  );
}

export const emptyState: UrlState = {
  position: null,
  indicator: null,
  fiscalYear: null,
  level: null,
  filter: emptyFilter,
  selection: null,
  panel: null,
  table: null,
  sort: null,
  basis: null,
  layers: [],
  compare: null,
  language: null,
};

/** How many conditions are set, for the badge on the filter button. */
export function countConditions(filter: Filter): number {
  const { within, q, own } = filter;
  const chosen = Object.values(own).reduce((sum, values) => sum + values.length, within.length);
  return chosen + (q.trim() ? 1 : 0);
}
