// The columns of an exported table, from the fields that its collection declares. Both languages have the same columns in the
// same order; a code and its words stand side by side.
import type { LocalText } from "../modules/vocabulary/vocabulary.schema.ts";
import { type Field, publicFields } from "../records/record-kind.ts";
import type { KnownKind } from "../records/register.ts";
import { dayWords } from "./csv-words.ts";
import {
  areaColumns,
  commonFields,
  coverageFields,
  type DescribedField,
  degreeFields,
  idField,
  parentField,
  placeFields,
  placeNames,
} from "./described-fields.ts";
import type { ExportColumn } from "./export-formats.ts";

/** The columns that say one field. */
export type FieldColumns = { field: string; columns: ExportColumn[] };

const property = (name: string, th: string): ExportColumn => ({
  th,
  en: name,
  of: ({ properties }) => properties[name] ?? null,
});
const coded = (name: string, th: string, words: Record<string, LocalText>): ExportColumn[] => [
  property(name, `รหัส${th}`),
  {
    th,
    en: `${name}_name`,
    of: ({ properties }, lang) => words[String(properties[name])]?.[lang] ?? null,
  },
];
/** A year stands in both counts, a day in the reader's. */
const columnsOfField = ([name, { type, label, unit, list }]: [string, Field]): ExportColumn[] => {
  const th = unit ? `${label.th} (${unit.th})` : label.th;
  if (list) return coded(name, th, list.codes);
  if (type === "year") {
    return [
      property(name, `${th} (ค.ศ.)`),
      {
        th: `${th} (พ.ศ.)`,
        en: `${name}_be`,
        of: ({ properties }) => (properties[name] === null ? null : Number(properties[name]) + 543),
      },
    ];
  }
  if (type === "date") {
    return [property(name, th), { th: `${th} (ตามปฏิทินไทย)`, en: `${name}_th`, of: day(name) }];
  }
  if (type === "references") {
    return [
      {
        th,
        en: name,
        of: ({ properties }) => (properties[name] as unknown as string[] | null)?.join(" ") ?? null,
      },
    ];
  }
  return [property(name, th)];
};
const day =
  (name: string): ExportColumn["of"] =>
  ({ properties }) =>
    dayWords((properties[name] as string | null) ?? null, "th");

/** What no kind declares stands as it is. */
const columnsOfDescribed = ({ name, label, unit, list, isCodeAlone }: DescribedField): FieldColumns => {
  const th = unit ? `${label.th} (${unit.th})` : label.th;
  return {
    field: name,
    columns: list && !isCodeAlone ? coded(name, th, list.codes) : [property(name, th)],
  };
};

const idColumns: FieldColumns = {
  field: idField.name,
  columns: [{ th: idField.label.th, en: idField.name, of: ({ id }) => id }],
};
const degrees: FieldColumns[] = degreeFields.map(({ name, label }, axis) => ({
  field: name,
  columns: [
    {
      th: label.th,
      en: name,
      of: ({ geometry }) =>
        geometry?.type === "Point" ? ((geometry.coordinates as number[])[axis] ?? null) : null,
    },
  ],
}));

/** A record's own columns. */
export const tableOfKind = (kind: KnownKind): FieldColumns[] => [
  idColumns,
  ...parentField(kind).map(columnsOfDescribed),
  ...(kind.liesAt
    ? [placeFields[kind.liesAt.of], ...placeNames[kind.liesAt.of]].map(columnsOfDescribed)
    : []),
  ...(kind.liesAt && kind.liesAt.of !== "local_authority" ? degrees : []),
  ...publicFields(kind)
    .filter(([, { shownIn }]) => !shownIn || shownIn.includes("export"))
    .map((entry) => ({ field: entry[0], columns: columnsOfField(entry) })),
  ...commonFields.map(columnsOfDescribed),
];

export const tableOfAreas: FieldColumns[] = areaColumns.map(columnsOfDescribed);

/** A coverage's, beside an area's. */
export const tableOfCoverage: FieldColumns[] = coverageFields.map(columnsOfDescribed);

/** A coverage's columns beside a record's own. What both call alike has a longer name in the feature (api.beside). */
export const tableBesideRecord: FieldColumns[] = tableOfCoverage.map(({ field, columns }) => ({
  field,
  columns: columns.map(
    ({ th, en, of }): ExportColumn => ({
      th: `${th} ของตัวชี้วัด`,
      en: `coverage_${en}`,
      of: (feature, lang) => {
        const { properties } = feature;
        const longer = Object.entries(properties).filter(([name]) => name.startsWith("coverage_"));
        const asCoverage = Object.fromEntries(
          longer.map(([name, value]) => [name.slice("coverage_".length), value]),
        );
        return of({ ...feature, properties: { ...properties, ...asCoverage } }, lang);
      },
    }),
  ),
}));

const columnsIn = (table: FieldColumns[]) => table.flatMap(({ columns }) => columns);

export const columnsOfKind = (kind: KnownKind, withCoverage: boolean): ExportColumn[] =>
  columnsIn([...tableOfKind(kind), ...(withCoverage ? tableBesideRecord : [])]);

export const columnsOfAreas = (withCoverage: boolean): ExportColumn[] =>
  columnsIn([...tableOfAreas, ...(withCoverage ? tableOfCoverage : [])]);
