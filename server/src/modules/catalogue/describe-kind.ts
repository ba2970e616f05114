// A kind's declaration in the words of the data dictionary.
import type { z } from "zod";
import {
  areaColumns,
  areaFields,
  authorityFields,
  commonFields,
  coverageFields,
  type DescribedField,
  degreeFields,
  idField,
  parentField,
  pathField,
  placeFields,
  placeNames,
  positionField,
} from "../../common/described-fields.ts";
import {
  type FieldColumns,
  tableBesideRecord,
  tableOfAreas,
  tableOfCoverage,
  tableOfKind,
} from "../../common/export-columns.ts";
import type { CodeList } from "../../records/code-list.ts";
import { filterFieldsOf, sortsOf } from "../../records/record-contract.ts";
import { collectionPath, type Field, isPublic } from "../../records/record-kind.ts";
import type { KnownKind } from "../../records/register.ts";
import { areaList, areaListQuery } from "../areas/areas.schema.ts";
import { pagingFields } from "../filter/filter.schema.ts";
import {
  localAuthorityList,
  localAuthorityListQuery,
} from "../local-authorities/local-authorities.schema.ts";
import type { Catalogue, CatalogueCollection, CatalogueField } from "./catalogue.schema.ts";

type Described = Omit<CatalogueCollection, "count" | "sources" | "sample_records" | "updated_at">;

/** @param columns of a file in rows */
const describe = (
  {
    name,
    label,
    type,
    help = null,
    unit = null,
    list,
    is_required = true,
    is_computed = false,
  }: DescribedField,
  given_in: CatalogueField["given_in"],
  columns: FieldColumns[],
): CatalogueField => ({
  name,
  label,
  help,
  type,
  unit,
  is_required,
  is_computed,
  told: "always",
  code_list: list?.id ?? null,
  refers_to: null,
  given_in,
  columns: headingsOf(name, columns),
});

const headingsOf = (name: string, columns: FieldColumns[]) =>
  columns.filter(({ field }) => field === name).flatMap((one) => one.columns.map(({ en }) => en));

const fieldOf = (
  [name, field]: [string, Field],
  refersTo: string | null,
  columns: FieldColumns[],
): CatalogueField => ({
  name,
  label: field.label,
  help: field.help ?? null,
  type: field.type,
  unit: field.unit ?? null,
  is_required: field.isRequired,
  is_computed: field.isComputed ?? false,
  told: toldOf(field),
  code_list: field.list?.id ?? null,
  refers_to: refersTo,
  given_in: "answers_and_files",
  columns: headingsOf(name, columns),
});

function toldOf({ isUntold, isSensitive, isSmallCount }: Field): CatalogueField["told"] {
  if (isUntold) return "never";
  if (isSensitive) return "in_sums_only";
  return isSmallCount ? "from_five_on" : "always";
}

/** @param taken names that the rows have by themselves: of two that are called alike the coverage's is longer */
const describeCoverage = (taken: ReadonlySet<string>, columns: FieldColumns[]): CatalogueField[] =>
  coverageFields.map((field) => ({
    ...describe(field, "files_with_indicator", columns),
    name: taken.has(field.name) ? `coverage_${field.name}` : field.name,
  }));

const exportsOf = (path: string, formats: readonly string[]) =>
  formats.map((format) => ({ format, address: `/api/export/${path}.${format}` }));

export function describeKind(kind: KnownKind, formats: readonly string[]): Described {
  const path = collectionPath(kind);
  const isOpen = isPublic(kind);
  const targets = new Map(kind.references.map((one) => [one.column, one.kind.collection]));
  const table = isOpen ? tableOfKind(kind) : [];
  const { liesAt } = kind;
  const isDrawn = liesAt !== null && liesAt.of !== "local_authority";
  const everywhere = (field: DescribedField) => describe(field, "answers_and_files", table);
  const inFiles = (field: DescribedField) => describe(field, "files", table);
  const fields = [
    everywhere(idField),
    ...parentField(kind).map((field) => ({
      ...everywhere(field),
      refers_to: targets.get(field.name) ?? null,
    })),
    ...(liesAt ? [everywhere(placeFields[liesAt.of]), ...placeNames[liesAt.of].map(inFiles)] : []),
    ...(isDrawn ? [describe(pathField, "answers", table), ...degreeFields.map(inFiles)] : []),
    ...(kind.place?.of === "area" && kind.place.isPoint ? [describe(positionField, "answers", table)] : []),
    ...Object.entries(kind.fields).map((entry) => fieldOf(entry, targets.get(entry[0]) ?? null, table)),
    ...commonFields.map(everywhere),
  ];
  const taken = new Set(fields.map(({ name }) => name));
  return {
    id: kind.collection,
    one: kind.one,
    many: kind.many,
    description: kind.description,
    closed_because: isOpen ? null : "persons",
    lies_at: kind.liesAt?.of ?? "country",
    part_of: (kind.parent && targets.get(kind.parent.column)) ?? null,
    parts: kind.referredBy.filter(({ field }) => field === null).map((one) => one.kind.collection),
    life: kind.life,
    filter: isOpen ? Object.keys(filterFieldsOf(kind)) : [],
    sort: isOpen ? sortsOf(kind) : [],
    fields: [...fields, ...(isOpen && kind.liesAt ? describeCoverage(taken, tableBesideRecord) : [])],
    list: isOpen ? `/api/${path}` : null,
    exports: isOpen ? exportsOf(path, formats) : [],
  };
}

/** What answers and files have of areas, or of local authorities. @param item of the list of them */
function describePlace(more: DescribedField[], item: z.ZodObject): CatalogueField[] {
  const given = (name: string, isInFiles: boolean) => {
    if (!(name in item.shape)) return "files";
    return isInFiles ? "answers_and_files" : "answers";
  };
  return [
    ...areaColumns.map((field) => describe(field, given(field.name, true), tableOfAreas)),
    ...more.map((field) => describe(field, given(field.name, field.isInFiles ?? false), [])),
    ...describeCoverage(new Set(), tableOfCoverage),
  ];
}

/** What a list of places is narrowed by: all it takes but how much of it is given. */
const filterOf = ({ shape }: z.ZodObject) => Object.keys(shape).filter((name) => !(name in pagingFields));

/**
 * Areas and local authorities: reference data, not records.
 * @param mayName whether the list of local authorities may be handed on (`mayNameAuthorities`)
 */
export function describePlaces(
  formats: readonly string[],
  mayName: boolean,
): { areas: Described; authorities: Described } {
  const all = { part_of: null, life: "lasting" as const, sort: [], parts: [] };
  return {
    areas: {
      ...all,
      closed_because: null,
      id: "areas",
      one: { th: "พื้นที่", en: "Area" },
      many: { th: "พื้นที่", en: "Areas" },
      description: {
        th: "จังหวัด อำเภอ/เขต และตำบล/แขวงตามแนวเขตการปกครองที่ใช้อยู่ พร้อมรหัสและชื่อ",
        en: "Provinces, districts and tambon of the boundaries in force, with codes and names.",
      },
      lies_at: "country",
      filter: filterOf(areaListQuery),
      fields: describePlace(areaFields, areaList.shape.items.element),
      list: "/api/areas",
      exports: exportsOf("areas", formats),
    },
    authorities: {
      ...all,
      id: "local_authorities",
      one: { th: "องค์กรปกครองส่วนท้องถิ่น", en: "Local authority" },
      many: { th: "องค์กรปกครองส่วนท้องถิ่น", en: "Local authorities" },
      description: {
        th: "องค์กรปกครองส่วนท้องถิ่น (อปท.) และเขตของกรุงเทพมหานคร พร้อมตำบลที่ครอบคลุม",
        en: "Local authorities and the districts of Bangkok, with the tambon they cover.",
      },
      lies_at: "province",
      ...(mayName
        ? { closed_because: null, filter: filterOf(localAuthorityListQuery), list: "/api/local-authorities" }
        : { closed_because: "licence", filter: [], list: null }),
      fields: describePlace(authorityFields, localAuthorityList.shape.items.element),
      exports: exportsOf("areas", mayName ? formats : []).map(({ format, address }) => ({
        format,
        address: `${address}?level=local_authority`,
      })),
    },
  };
}

/** Lists that no kind has a field of. */
export const placeCodeLists: readonly CodeList[] = [
  ...new Set(
    [...areaColumns, ...areaFields, ...authorityFields, ...coverageFields].flatMap(({ list }) => list ?? []),
  ),
];

export const describeCodes = ({ id, title, codes }: CodeList): Catalogue["code_lists"][number] => ({
  id,
  title,
  codes: Object.entries(codes).map(([code, { th, en, colors }]) => ({
    code,
    th,
    en,
    colors: colors ? [colors[0], colors[1]] : null,
  })),
});
