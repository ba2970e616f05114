// The kinds together: how they hang on each other, and the contract of each. The server finds the kinds' files in its
// folder, the page bundles them; both make their register here.
import type { z } from "zod";
import type { CodeList } from "./code-list.ts";
import {
  detailSchema,
  type Field,
  isPublic,
  itemSchema,
  placeOf,
  type RecordKind,
  type RecordPlace,
} from "./record-kind.ts";

export type Reference = { kind: RecordKind; column: string; field: Field | null };

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
  /** every list that a field names */
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
    ...(kind.parent ? [{ kind: get(kind.parent.kind), column: kind.parent.column, field: null }] : []),
    ...Object.entries(kind.fields).flatMap(([column, field]) =>
      field.ref ? [{ kind: get(field.ref), column, field }] : [],
    ),
  ];
  const all = kinds.map((kind): KnownKind => {
    const liesAt = placeOf(kind, get);
    const references = referencesOf(kind);
    const columns = references.map(({ column }) => column);
    return {
      ...kind,
      liesAt,
      line: lineOf(kind),
      references,
      referredBy: kinds.flatMap((other) =>
        referencesOf(other)
          .filter((reference) => reference.kind === kind && isPublic(other))
          .map(({ column, field }) => ({ kind: other, column, field })),
      ),
      item: itemSchema(kind, liesAt),
      detail: detailSchema(kind, liesAt, columns),
    };
  });
  const known = new Map(all.map((kind) => [kind.id, kind]));
  const lists = kinds.flatMap(({ fields }) => Object.values(fields).flatMap(({ list }) => list ?? []));
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
