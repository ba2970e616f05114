// What the fields of a link can say: text on one side, the value on the other. A page names those it reads; the names are
// those of the API's filter, so that one word means one thing. What does not parse counts as not said: a mangled link still
// opens its page.

import { gapBasis } from "@phuenthi/server/contract/gaps";
import { coverageLevel, meantByBuddhistYear } from "@phuenthi/server/contract/vocabulary";
import { ownConditions, type RecordKind } from "@phuenthi/server/records/record-kind";
import { z } from "zod";
import { withoutCovered } from "../lib/covers.ts";
import { ownField } from "../lib/filter.ts";
import { register } from "../lib/kinds.ts";

export type MapPosition = { zoom: number; lat: number; lon: number };
export type Compare = {
  indicator: string;
  fiscalYear: number;
  /** swipe: one over the other, with a line to move · split: beside each other */
  view: "swipe" | "split";
};

/** A field of a link: zod between its text and its value. */
type SearchField = z.ZodType<unknown, string>;
export type SearchFields = Record<string, SearchField>;
/** What a link says by these fields; null: not said. */
export type SearchOf<Fields extends SearchFields> = {
  [Name in keyof Fields]: z.output<Fields[Name]> | null;
};

/** What the API takes at most. */
const MAX_AREAS = 500;
const MAX_TEXT = 200;

const place = z.string().regex(/^(R\d{1,2}|\d{2}|\d{4}|\d{6}|L\d{2,8})$/);
/** As the register has it: nothing there has signs that cannot be seen. */
const visibleText = z
  .string()
  .regex(/^\P{Cc}*$/u)
  .max(MAX_TEXT);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** Values with commas between them; those that are none are left out. */
const listOf = <T extends z.ZodType<string>>(
  one: T,
  tidy: (values: z.output<T>[]) => z.output<T>[] = (values) => values,
) =>
  z.codec(z.string(), z.array(z.custom<z.output<T>>()), {
    decode: (text) =>
      tidy([
        ...new Set(
          text.split(",").flatMap((part) => {
            const parsed = one.safeParse(part);
            return parsed.success ? [parsed.data] : [];
          }),
        ),
      ]),
    encode: (values) => values.join(","),
  });

/** A Buddhist year is taken for the year CE that it is. */
const year = z.codec(z.string(), z.number().int().min(1990).max(2200), {
  decode: (text) => meantByBuddhistYear(Number(text)) ?? Number(text),
  encode: String,
});

const position = z.codec(
  z.string().regex(/^[^/]+\/[^/]+\/[^/]+$/),
  z.object({
    zoom: z.number().min(0).max(22),
    lat: z.number().min(-85).max(85),
    lon: z.number().min(-180).max(180),
  }),
  {
    decode: (text) => {
      const [zoom = Number.NaN, lat = Number.NaN, lon = Number.NaN] = text.split("/").map(Number);
      return { zoom, lat, lon };
    },
    encode: ({ zoom, lat, lon }) => `${fixed(zoom, 2)}/${fixed(lat, 5)}/${fixed(lon, 5)}`,
  },
);
const fixed = (value: number, digits: number) => String(Number(value.toFixed(digits)));

const compare = z.codec(z.string().regex(/^[a-z0-9-]{1,80}\/\d{4}\/(swipe|split)$/), z.custom<Compare>(), {
  decode: (text) => {
    const [indicator = "", fiscalYear, view] = text.split("/");
    return { indicator, fiscalYear: Number(fiscalYear), view: view as Compare["view"] };
  },
  encode: ({ indicator, fiscalYear, view }) => `${indicator}/${fiscalYear}/${view}`,
});

/** The record that is selected, by its kind. */
export const recordFields: SearchFields = Object.fromEntries(register.open.map(({ id }) => [id, uuid]));

/** What a link calls a kind's condition: those of tabs by their names alone, and others after their collection. */
const linkName = ({ tab, collection }: Pick<RecordKind, "tab" | "collection">, field: string) =>
  tab ? field : ownField(collection, field);

/** Conditions of all kinds, codes and records named, as a link calls them: what the filter calls them, and their text. */
export const conditions: Readonly<Record<string, { key: string; field: SearchField }>> = Object.fromEntries(
  register.open.flatMap((kind) => [
    ...ownConditions(kind).map(({ name, list }) => [
      linkName(kind, name),
      { key: ownField(kind.collection, name), field: listOf(list?.schema ?? visibleText) },
    ]),
    ...kind.references.map(({ filter }) => [
      ownField(kind.collection, filter),
      { key: ownField(kind.collection, filter), field: listOf(uuid, (ids) => ids.slice(0, 1)) },
    ]),
  ]),
);
export const conditionFields: SearchFields = Object.fromEntries(
  Object.entries(conditions).map(([name, { field }]) => [name, field]),
);

/** Tables of the map page: areas, where the most is left, and each kind of record. */
const tables = ["areas", "gaps", ...register.open.map(({ collection }) => collection)];

export const searchFields = {
  /** where the map stands */
  at: position,
  indicator: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** what is selected */
  area: place,
  /** CE year in which the fiscal year ends */
  fiscal_year: year,
  level: coverageLevel,
  within: listOf(place, (codes) => withoutCovered(codes.slice(0, MAX_AREAS))),
  q: z.codec(z.string(), z.string(), {
    // no text of the register has signs that cannot be seen
    decode: (text) => text.replace(/\p{Cc}/gu, "").slice(0, MAX_TEXT),
    encode: (text) => text.trim(),
  }),
  panel: z.enum(["card", "layers", "filters"]),
  table: z.string().refine((text) => tables.includes(text)),
  sort: z.string().regex(/^-?[a-z_]{1,40}$/),
  /** what gaps are measured by */
  basis: gapBasis,
  /** of the map, switched on */
  layers: listOf(z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)),
  /** how links said once that a layer of that name is on */
  points: z.literal("1"),
  compare,
  lang: z.enum(["th", "en"]),
} satisfies SearchFields;

/** @param search the query string, with or without "?" */
export function parseSearch<Fields extends SearchFields>(fields: Fields, search: string): SearchOf<Fields> {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const text = query.get(name);
      const parsed = text === null ? null : z.safeDecode(field, text);
      return [name, parsed?.success ? parsed.data : null];
    }),
  ) as SearchOf<Fields>;
}

/** @returns "?…", or "" where nothing is said; fields in the order in which they are declared */
export function searchText<Fields extends SearchFields>(
  fields: Fields,
  said: Partial<SearchOf<Fields>>,
): string {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const value = said[name];
    const text = value === null || value === undefined ? "" : z.encode(field, value);
    if (text !== "") query.set(name, text);
  }
  // commas and slashes are legal in a query; links that people paste should be readable
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return text ? `?${text}` : "";
}
