// What may be asked of a kind's list, and what it answers: from the declaration, the same for the server and the page.
import { z } from "zod";
import { authoritiesTaken, strictQuery } from "../modules/collections/collections.schema.ts";
import { filterFields, listOf, pagingFields } from "../modules/filter/filter.schema.ts";
import { whole } from "../modules/vocabulary/vocabulary.schema.ts";
import { ownConditions, type RecordKind } from "./record-kind.ts";
import type { KnownKind } from "./register.ts";

/** Fields of the filter that act on a kind, by name. */
export function filterFieldsOf(kind: KnownKind): Record<string, z.ZodType> {
  const { within, q, bbox, fiscal_year } = filterFields;
  const hasPoint = kind.liesAt?.of === "area" || kind.liesAt?.of === "province";
  return {
    ...(kind.liesAt && { within }),
    ...Object.fromEntries(
      ownConditions(kind).map(({ name, label, help, list }) => [
        name,
        listOf(list?.schema ?? z.string().max(200), 20).describe(`${help?.en ?? label.en}, comma-separated`),
      ]),
    ),
    ...Object.fromEntries(
      kind.references.map(({ filter, kind: to }) => [
        filter,
        z.uuid().optional().describe(`id of a ${to.one.en.toLowerCase()}: the records that name it`),
      ]),
    ),
    ...((kind.period || kind.life === "lasting") && { fiscal_year }),
    ...(kind.title && { q }),
    ...(hasPoint && { bbox }),
  };
}

export type RecordFilter = {
  within?: string[] | undefined;
  fiscal_year?: number | undefined;
  q?: string | undefined;
  bbox?: [number, number, number, number] | undefined;
} & Record<string, unknown>;

/** Sort orders of a kind. A title sorts in Thai dictionary order, codes of a ladder as they stand on it. */
export function sortsOf(kind: KnownKind): string[] {
  const keys = [
    ...(kind.title ? [kind.title] : []),
    ...(kind.liesAt ? ["area"] : []),
    ...Object.entries(kind.fields).flatMap(([name, { isSortable }]) =>
      isSortable && name !== titleField(kind) ? [name] : [],
    ),
    "change",
  ];
  return [...(kind.title ? ["match"] : []), ...keys.flatMap((key) => [key, `-${key}`])];
}

/** The order of a list that asks for none: by title, else by what is sorted first. */
export const defaultSort = (kind: KnownKind) => kind.title ?? (kind.liesAt ? "area" : "change");

export const titleField = ({ title }: Pick<RecordKind, "title">) => title && `${title}_th`;

/** Strict, as every query: a field that does not act on the kind is refused by name. */
export const exportQueryOf = <More extends z.ZodRawShape>(kind: KnownKind, more: More) =>
  strictQuery(kind.collection, filterFieldsOf(kind), more);

export const listQueryOf = (kind: KnownKind) =>
  strictQuery(kind.collection, filterFieldsOf(kind), {
    ...pagingFields,
    since: whole(z.number().int().min(0))
      .optional()
      .describe(
        "records changed after this change_number, the oldest change first, ended ones with their ended_on among them: " +
          "give back latest_change to go on from there. A record's parts are collections of their own, and what is computed " +
          "from them changes without it",
      ),
    sort: z
      .enum(sortsOf(kind) as [string, ...string[]])
      .optional()
      .describe(
        `left out: ${kind.title ? "best match first where there is `q`, else " : ""}by ${defaultSort(kind)}; a minus turns the order round`,
      ),
  });

export const listOfKind = (kind: KnownKind) =>
  z.object({
    items: z.array(kind.item),
    total: z.number().int(),
    next_cursor: z.string().nullable(),
    latest_change: z
      .number()
      .int()
      .describe("the highest change_number of the collection so far: `since` of the next time"),
    ...(kind.liesAt && { within_authorities: authoritiesTaken }),
  });

/** One page of a list as the page's own code reads it. */
export type RecordPage<Item = Record<string, unknown>> = {
  items: (Item & { id: string })[];
  total: number;
  next_cursor: string | null;
  latest_change: number;
};
