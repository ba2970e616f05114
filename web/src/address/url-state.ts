// What a link to the page says. Field names are those of the API's filter, so that one word means one thing.
// Whatever does not parse is left out: a mangled link still opens the map.
import {
  coverageLevel,
  furthestState,
  linkState,
  meantByBuddhistYear,
  organizationKind,
} from "@phuenthi/server/contract/filter";
import { type GapBasis, gapBasis } from "@phuenthi/server/contract/gaps";
import type { z } from "zod";
import { withoutCovered } from "../lib/covers.ts";
import { emptyFilter, type Filter } from "../lib/filter.ts";

type Selection = { type: "area" | "organization" | "plan"; id: string };
export type MapPosition = { zoom: number; lat: number; lon: number };
const TABLE_TABS = ["areas", "gaps", "organizations", "plans"] as const;
export type TableTab = (typeof TABLE_TABS)[number];
/** Desktop shows layers or filters at the left; a phone shows one of the three in its sheet. */
export type Panel = "card" | "layers" | "filters";

type Compare = {
  indicator: string;
  fiscalYear: number;
  /** swipe: one over the other, with a line to move · split: beside each other */
  view: "swipe" | "split";
};

export type UrlState = {
  position: MapPosition | null;
  indicator: string | null;
  /** CE year in which the fiscal year ends */
  fiscalYear: number | null;
  /** null: by zoom */
  level: z.infer<typeof coverageLevel> | null;
  filter: Filter;
  selection: Selection | null;
  panel: Panel | null;
  table: TableTab | null;
  sort: string | null;
  /** what gaps are measured by; null: by what is possible */
  basis: GapBasis | null;
  /** organization points drawn on the map */
  points: boolean;
  /** a second map beside the first; null: one map */
  compare: Compare | null;
  /** of a target, on its page; null: the one in force */
  version: number | null;
  language: "th" | "en" | null;
};

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
  points: false,
  compare: null,
  version: null,
  language: null,
};

/** A region, an area or a local authority. */
const PLACE_CODE = /^(R\d{1,2}|\d{2}|\d{4}|\d{6}|L\d{2,8})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What the API takes at most. */
const MAX_AREAS = 500;
const MAX_TEXT = 200;

/** @param search the query string, with or without "?" */
export function parseUrlState(search: string): UrlState {
  const query = new URLSearchParams(search);
  const one = <T extends string>(name: string, allowed: readonly T[]) =>
    allowed.find((value) => value === query.get(name)) ?? null;
  const list = <T extends string>(name: string, isOne: (text: string) => text is T) => [
    ...new Set((query.get(name) ?? "").split(",").filter(isOne)),
  ];
  const version = matching(query.get("version"), /^[1-9][0-9]{0,5}$/);
  return {
    position: parsePosition(query.get("at")),
    indicator: matching(query.get("indicator"), /^[a-z0-9-]{1,80}$/),
    fiscalYear: parseYear(query.get("fiscal_year")),
    level: one("level", coverageLevel.options),
    filter: {
      within: withoutCovered(
        list("within", (text): text is string => PLACE_CODE.test(text)).slice(0, MAX_AREAS),
      ),
      kind: list("kind", isOneOf(organizationKind.options)),
      state: list("state", isOneOf(linkState.options)),
      best_state: list("best_state", isOneOf(furthestState.options)),
      granted: one("granted", ["none", "some", "unknown"]),
      q: (query.get("q") ?? "").slice(0, MAX_TEXT),
    },
    selection: parseSelection(query),
    panel: one("panel", ["card", "layers", "filters"]),
    table: one("table", TABLE_TABS),
    sort: matching(query.get("sort"), /^-?[a-z_]{1,40}$/),
    basis: one("basis", gapBasis.options),
    points: query.get("points") === "1",
    compare: parseCompare(query.get("compare")),
    version: version === null ? null : Number(version),
    language: one("lang", ["th", "en"]),
  };
}

/** "?…" or "" for the plain page; only what differs from it. */
export function serializeUrlState(state: UrlState): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== "") query.set(name, String(value));
  };
  const { position, selection, filter } = state;
  if (position) set("at", `${fixed(position.zoom, 2)}/${fixed(position.lat, 5)}/${fixed(position.lon, 5)}`);
  set("indicator", state.indicator);
  set("fiscal_year", state.fiscalYear);
  set("level", state.level);
  set("within", filter.within.join(","));
  set("kind", filter.kind.join(","));
  set("state", filter.state.join(","));
  set("best_state", filter.best_state.join(","));
  set("granted", filter.granted);
  set("q", filter.q.trim());
  if (selection) set(selection.type, selection.id);
  set("panel", state.panel);
  set("table", state.table);
  set("sort", state.sort);
  set("basis", state.basis);
  set("points", state.points ? "1" : null);
  const { compare } = state;
  set("compare", compare && `${compare.indicator}/${compare.fiscalYear}/${compare.view}`);
  set("version", state.version);
  set("lang", state.language);
  // commas and slashes are legal in a query; links that people paste should be readable
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return text ? `?${text}` : "";
}

/** How many conditions are set, for the badge on the filter button. */
export function countConditions(filter: Filter): number {
  const { within, kind, state, best_state, granted, q } = filter;
  const chosen = within.length + kind.length + state.length + best_state.length;
  return chosen + (granted ? 1 : 0) + (q.trim() ? 1 : 0);
}

/** A year of the Buddhist era is taken for the year CE that it is. */
function parseYear(text: string | null): number | null {
  const year = Number(text);
  const meant = meantByBuddhistYear(year) ?? year;
  return Number.isInteger(meant) && meant >= 1990 && meant <= 2200 ? meant : null;
}

function parseCompare(text: string | null): Compare | null {
  const [, indicator, year, view] = /^([a-z0-9-]{1,80})\/(\d{4})\/(swipe|split)$/.exec(text ?? "") ?? [];
  return indicator ? { indicator, fiscalYear: Number(year), view: view as Compare["view"] } : null;
}

function parsePosition(text: string | null): MapPosition | null {
  const [zoom, lat, lon] = (text ?? "").split("/").map((part) => (part === "" ? Number.NaN : Number(part)));
  if (zoom === undefined || lat === undefined || lon === undefined) return null;
  const isPlace = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return isPlace ? { zoom, lat, lon } : null;
}

function parseSelection(query: URLSearchParams): Selection | null {
  const area = matching(query.get("area"), PLACE_CODE);
  if (area) return { type: "area", id: area };
  for (const type of ["organization", "plan"] as const) {
    const id = matching(query.get(type), UUID);
    if (id) return { type, id };
  }
  return null;
}

const matching = (text: string | null, pattern: RegExp) =>
  text !== null && pattern.test(text) ? text : null;
const isOneOf =
  <T extends string>(options: readonly T[]) =>
  (text: string): text is T =>
    (options as readonly string[]).includes(text);
const fixed = (value: number, digits: number) => String(Number(value.toFixed(digits)));
