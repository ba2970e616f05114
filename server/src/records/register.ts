// The kinds together: how they hang on each other, and the contract of each. The server finds the kinds' files in its
// folder, the page bundles them; both make their register here.
import type { z } from "zod";
import type { CodeList } from "./code-list.ts";
import { detailSchema, itemSchema } from "./record-answer.ts";
import {
  type Field,
  isPublic,
  type LinkTable,
  linkTable,
  placeOf,
  type RecordKind,
  type RecordPlace,
} from "./record-kind.ts";

export type Reference = {
  kind: RecordKind;
  /** the parent's column, or the name of the field */
  column: string;
  /** null: of a parent */
  field: Field | null;
  /** of many at once: where they are kept */
  link: LinkTable | null;
  /** the field of the filter that asks for the records that name one */
  filter: string;
  /** what one record's answer calls what is named, with its title */
  named: string;
};

export type KnownKind = RecordKind & {
  /** its own place or its parent's */
  liesAt: RecordPlace | null;
  /** itself and what it is a part of, up to the record that stands by itself */
  line: readonly string[];
  /** what it points to: its parent and the fields that are references */
  references: readonly Reference[];
  /** who points to it: its parts, and records that name it */
  referredBy: readonly Reference[];
  item: z.ZodObject;
  detail: z.ZodObject;
};

export type Register = {
  /** every list that a field or a filter names */
  codeLists: readonly CodeList[];
  all: readonly KnownKind[];
  /** those that anybody may see, in the order of their collections' names */
  open: readonly KnownKind[];
  byId: (id: string) => KnownKind;
  byCollection: (collection: string) => KnownKind | undefined;
};

export function makeRegister(kinds: readonly RecordKind[]): Register {
  const declared = new Map(kinds.map((kind) => [kind.id, kind]));
  const get = (id: string): RecordKind => {
    const kind = declared.get(id);
    if (!kind) throw new Error(`no kind of record is called ${id}`);
    return kind;
  };
  const lineOf = (kind: RecordKind): string[] =>
    kind.parent ? [kind.id, ...lineOf(get(kind.parent.kind))] : [kind.id];
  const referencesOf = (kind: RecordKind): Reference[] => [
    ...(kind.parent ? [reference(kind, get(kind.parent.kind), kind.parent.column, null)] : []),
    ...Object.entries(kind.fields).flatMap(([column, field]) =>
      field.ref ? [reference(kind, get(field.ref), column, field)] : [],
    ),
  ];
  const all = kinds.map((kind): KnownKind => {
    const liesAt = placeOf(kind, get);
    const references = referencesOf(kind);
    return {
      ...kind,
      liesAt,
      line: lineOf(kind),
      references,
      referredBy: kinds.flatMap((other) =>
        referencesOf(other)
          .filter((reference) => reference.kind === kind && isPublic(other))
          .map((reference) => ({ ...reference, kind: other })),
      ),
      item: itemSchema(kind, liesAt),
      detail: detailSchema(kind, liesAt, references),
    };
  });
  const known = new Map(all.map((kind) => [kind.id, kind]));
  const lists = kinds.flatMap(({ fields, filters }) =>
    [...Object.values(fields), ...Object.values(filters)].flatMap(({ list }) => list ?? []),
  );
  return {
    all,
    codeLists: [...new Map(lists.map((list) => [list.id, list])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    open: all.filter(isPublic),
    byId: (id) => {
      const kind = known.get(id);
      if (!kind) throw new Error(`no kind of record is called ${id}`);
      return kind;
    },
    byCollection: (collection) => all.find((kind) => kind.collection === collection && isPublic(kind)),
  };
}

function reference(kind: RecordKind, to: RecordKind, column: string, field: Field | null): Reference {
  const link = field?.type === "references" ? linkTable(kind.id, column) : null;
  return {
    kind: to,
    column,
    field,
    link,
    filter: link?.other ?? column,
    named: link ? column.replace(/_ids$/, "s") : column.replace(/_id$/, ""),
  };
}
