// A kind as the database is told of it (table record_kind): what db/functions/record-kinds.sql makes views, answers,
// triggers and rights from.

import { columnOfPlace, isPublic, linkTable, publicFields } from "./record-kind.ts";
import type { KnownKind, Register } from "./register.ts";

export function forDatabase(kind: KnownKind, register: Register): Record<string, unknown> {
  const own = kind.place;
  const stored = publicFields(kind).filter(([, field]) => !field.isComputed);
  return {
    id: kind.id,
    collection: kind.collection,
    many: kind.many.en,
    variant: kind.variant,
    is_public: isPublic(kind),
    parent: kind.parent,
    line: kind.line,
    // whose figures an edit decides about
    refreshes: kind.affects ?? kind.line,
    place: own && { of: own.of, column: columnOfPlace(own), levels: own.of === "area" ? own.levels : null },
    lies_at: kind.liesAt && { of: kind.liesAt.of, column: columnOfPlace(kind.liesAt) },
    has_position: kind.place?.of === "area" && kind.place.isPoint === true,
    is_lasting: kind.life === "lasting",
    period: kind.period && {
      from: kind.period.from,
      ...(kind.period.to && { to: kind.period.to }),
      last_day: kind.period.byCalendarYear ? "12, 31" : "9, 30",
      is_year: kind.fields[kind.period.from]?.type === "year",
    },
    dated_by: kind.datedBy && {
      column: kind.datedBy,
      is_year: kind.fields[kind.datedBy]?.type === "year",
      names_indicator: "indicator_id" in kind.fields,
    },
    title: kind.title && [
      `${kind.title}_th`,
      ...(kind.fields[`${kind.title}_en`] ? [`${kind.title}_en`] : []),
    ],
    fields: stored.map(([name, { type, isSmallCount = false }]) => ({
      name,
      type,
      is_small_count: isSmallCount,
      link: type === "references" ? linkTable(kind.id, name) : null,
    })),
    links: kind.references.flatMap(({ link }) => link ?? []),
    sensitive: Object.entries(kind.fields).flatMap(([name, { isSensitive }]) => (isSensitive ? [name] : [])),
    codes: Object.entries(kind.fields).flatMap(([name, { list, isComputed }]) =>
      list && !isComputed ? [{ column: name, codes: Object.keys(list.codes) }] : [],
    ),
    references: kind.references.map(({ kind: to, column, named, link }) => ({
      column,
      named,
      link,
      kind: to.id,
      title: to.title && [`${to.title}_th`, ...(to.fields[`${to.title}_en`] ? [`${to.title}_en`] : [])],
    })),
    referred_by: kind.referredBy.map(({ kind: from, column, link }) => ({
      kind: from.id,
      collection: register.byId(from.id).collection,
      column,
      link,
    })),
    filters: [
      ...kind.references.map(({ filter, column, link }) => ({ field: filter, column, type: "uuid", link })),
      ...Object.entries(kind.fields).flatMap(([name, { isFilter, ref }]) =>
        isFilter && !ref ? [{ field: name, column: name, type: "text" }] : [],
      ),
      ...Object.entries(kind.filters).map(([field, { column }]) => ({
        field,
        column: column ?? null,
        type: "text",
      })),
    ],
  };
}
