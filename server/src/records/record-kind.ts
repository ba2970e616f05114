// What a kind of record says of itself: its fields, its words, where its records lie and what they hang on.
// Imported by the server, by the page and by the migration, which makes of it what the database needs.
import { z } from "zod";
import type { LocalText } from "../modules/vocabulary/vocabulary.schema.ts";
import type { CodeList } from "./code-list.ts";

type FieldType =
  | "text"
  | "long_text"
  | "date"
  | "year"
  | "count"
  | "amount"
  | "code"
  | "reference"
  | "references"
  | "flag";

/** Where a field is shown by itself; left out: everywhere. */
export type Place = "card" | "table" | "export" | "form";

type FieldWords = {
  label: LocalText;
  help?: LocalText;
  /** of numbers */
  unit?: LocalText;
};

export type Field<S extends z.ZodType = z.ZodType> = FieldWords & {
  schema: S;
  type: FieldType;
  isRequired: boolean;
  /** of a code */
  list?: CodeList;
  /** of references: the kind they point to */
  ref?: string;
  /** made by SQL from other rows: a column of the kind's view, or a key of record."<kind>/figures" */
  isComputed?: boolean;
  /**
   * a number of households or persons: of a single record it reaches nobody; figures that withhold small ones may sum it. What is
   * about a person is no field: such records are a kind of their own, which nobody may see (`visibleTo`)
   */
  isSensitive?: boolean;
  /** of a sensitive one, that no figure sums it either */
  isUntold?: boolean;
  /** a number that is told from five on (api.public_count) */
  isSmallCount?: boolean;
  isSortable?: boolean;
  /** acts as a field of the filter by its own name */
  isFilter?: boolean;
  /** left out: card, table, export and form */
  shownIn?: readonly Place[];
  /** what a record that lacks it is told to have; left out: a dash */
  none?: LocalText;
  /** label by the code of another field, where one word does not fit all */
  labelBy?: { field: string; labels: Record<string, LocalText> };
};

type Options = Partial<
  Pick<
    Field,
    | "help"
    | "unit"
    | "none"
    | "isComputed"
    | "isSensitive"
    | "isUntold"
    | "isSmallCount"
    | "isSortable"
    | "isFilter"
    | "shownIn"
    | "labelBy"
  >
>;

function make<S extends z.ZodType>(
  type: FieldType,
  schema: S,
  [th, en]: [string, string],
  options: Options & Pick<Field, "list" | "ref"> = {},
): Field<S> {
  return { type, schema, label: { th, en }, isRequired: true, ...options };
}

export const BAHT = { th: "บาท", en: "baht" };

export const text = (th: string, en: string, options?: Options) =>
  make("text", z.string(), [th, en], options);
export const longText = (th: string, en: string, options?: Options) =>
  make("long_text", z.string(), [th, en], options);
export const date = (th: string, en: string, options?: Options) =>
  make("date", z.string(), [th, en], options);
/** A fiscal year, CE. */
export const year = (th: string, en: string, options?: Options) =>
  make("year", z.number().int(), [th, en], options);
export const count = (th: string, en: string, options?: Options) =>
  make("count", z.number().int(), [th, en], options);
export const amount = (th: string, en: string, options?: Options) =>
  make("amount", z.number(), [th, en], options);
export const baht = (th: string, en: string, options?: Options) => amount(th, en, { unit: BAHT, ...options });
export const flag = (th: string, en: string, options?: Options) =>
  make("flag", z.boolean(), [th, en], options);
/** The only way to name a code: its list says which there are. */
export const code = <Code extends string>(list: CodeList<Code>, th: string, en: string, options?: Options) =>
  make("code", list.schema, [th, en], { ...options, list: list as CodeList });
/** @param ref id of the kind that it points to */
export const reference = (ref: string, th: string, en: string, options?: Options) =>
  make("reference", z.uuid(), [th, en], { isFilter: true, ...options, ref });

/**
 * Any number of records of another kind. `<word>_ids` is kept in a table `<kind>_<word>` of pairs, `<kind>_id` and `<word>_id`;
 * putting a pair in or taking it out is an edit of the record.
 * @param ref id of the kind that they point to
 */
export const references = (
  ref: string,
  th: string,
  en: string,
  options?: Options,
): Field<z.ZodArray<z.ZodUUID>> => ({
  ...make("references", z.array(z.uuid()), [th, en], { isFilter: true, ...options, ref }),
  isRequired: false,
});

/** A field that a record may lack. */
export const optional = <S extends z.ZodType>(field: Field<S>): Field<z.ZodNullable<S>> => ({
  ...field,
  schema: field.schema.nullable(),
  isRequired: false,
});

/** Where records of a kind lie: at a tambon or another area, a province, or in a local authority's area. */
export type RecordPlace =
  | { of: "area"; levels: readonly ("tambon" | "district" | "province")[]; isPoint?: boolean }
  | { of: "province" }
  | { of: "local_authority" };

const placeColumn = {
  area: "area_code",
  province: "province_code",
  local_authority: "local_authority_code",
} as const;

type Fields = Record<string, Field>;

/** A field of the filter that is no field of the record, or that asks it another way. */
export type OwnFilter = {
  list: CodeList;
  label: LocalText;
  help?: LocalText;
  /** a column of the kind's view that has the value; left out: record."<kind>/<filter>"(values) answers the ids */
  column?: string;
};

export type RecordKind<F extends Fields = Fields, More extends z.ZodRawShape = z.ZodRawShape> = {
  /** its table; also the name of its view in the database */
  id: string;
  /** the list of them: /api/<collection with hyphens> */
  collection: string;
  one: LocalText;
  many: LocalText;
  /** what it is, in a sentence */
  description: LocalText;
  /** what has to be said beside a list of them */
  note: LocalText | null;
  /**
   * its words as a tab of the page's table, beside areas; the link says what it is narrowed by without its name. null: it
   * stands in the list of other records
   */
  tab: LocalText | null;
  /** how they are counted: th is the classifier after the number, en the noun for one and for many */
  counted: { th: string; en: readonly [one: string, many: string] };
  /** public: anybody; nobody: counted by indicators and never handed out, because it is about persons */
  visibleTo: "public" | "nobody";
  /** null: the place of its parent, or none */
  place: RecordPlace | null;
  /** the record that it is a part of */
  parent: { kind: string; column: string } | null;
  /** the field that names a record: `<name>_th` and, where there is one, `<name>_en` */
  title: string | null;
  /** the field whose code says more closely what a record is: shown in place of the kind's own word */
  variant: string | null;
  /**
   * lasting: it is there from a day on until it ends, and counts for the years in between. stated: it says something once;
   * one that has ended was withdrawn and counts nowhere.
   */
  life: "lasting" | "stated";
  /**
   * the fields that say from when and until when; of a fiscal year asked for, records that began by its end and were not over.
   * byCalendarYear: what is published for the end of the calendar year is of the fiscal year that ended in it
   */
  period: { from: string; to?: string; byCalendarYear?: true } | null;
  /**
   * the field that says of which day figures made of its records are: a day, or a fiscal year for its end. Of records that name
   * their indicator (`indicator_id`) those of that one alone. null: figures are of the day of their source
   */
  datedBy: string | null;
  /** loaded as somebody else has published it: nobody here keeps or edits it, and what the register is made of it is no part of */
  isReference: boolean;
  /** the kinds whose figures it decides about; null: its own, and those of the record that it is a part of */
  affects: readonly string[] | null;
  fields: F;
  filters: Record<string, OwnFilter>;
  /** sort orders by a column of the view that is no field, or that sorts otherwise than the field reads */
  sortColumns: Record<string, string>;
  /** what one record says beyond its row (record."<kind>/more"): the contract of it */
  more: More;
};

type Declared<F extends Fields, More extends z.ZodRawShape> = Pick<
  RecordKind<F, More>,
  "id" | "collection" | "one" | "many" | "description" | "counted" | "fields"
> &
  Partial<Omit<RecordKind<F, More>, "fields">>;

export function recordKind<const F extends Fields, const More extends z.ZodRawShape = Record<never, never>>(
  declared: Declared<F, More>,
): RecordKind<F, More> {
  return {
    visibleTo: "public",
    place: null,
    parent: null,
    title: null,
    variant: null,
    note: null,
    tab: null,
    life: "stated",
    period: null,
    datedBy: null,
    isReference: false,
    affects: null,
    filters: {},
    sortColumns: {},
    more: {} as More,
    ...declared,
  };
}

/** Fields that leave the register: sensitive ones are for figures alone. */
export const publicFields = (kind: RecordKind): [name: string, field: Field][] =>
  Object.entries(kind.fields).filter(([, { isSensitive }]) => !isSensitive);

/** A field of the filter that is a kind's own; one of its list's codes, or any text where there is no list. */
export type OwnCondition = { name: string; label: LocalText; help?: LocalText; list?: CodeList };

/** What it is narrowed by beyond what every kind is, and beyond the records that it names. */
export const ownConditions = ({
  fields,
  filters,
}: Pick<RecordKind, "fields" | "filters">): OwnCondition[] => [
  ...Object.entries(fields).flatMap(([name, { isFilter, ref, label, list }]) =>
    isFilter && !ref ? [{ name, label, ...(list && { list }) }] : [],
  ),
  ...Object.entries(filters).map(([name, { label, help, list }]) => ({
    name,
    label,
    list,
    ...(help && { help }),
  })),
];

/** What tells its records apart in short: from when they are, and their title or, without one, the first code they have. */
export const briefFields = ({ fields, period, title }: RecordKind): string[] => [
  ...(title
    ? [`${title}_th`, `${title}_en`].filter((name) => name in fields)
    : Object.keys(fields)
        .filter((name) => fields[name]?.list)
        .slice(0, 1)),
  ...(period ? [period.from] : []),
];

/** Whether a kind's records name persons, or its own words keep it in. */
export const isPublic = (kind: RecordKind) => kind.visibleTo === "public";

/** The address of a collection: words joined by hyphens. */
export const collectionPath = ({ collection }: Pick<RecordKind, "collection">) =>
  collection.replaceAll("_", "-");

/** A kind's id or collection within an operation's name: plan_items → PlanItems. */
export const operationName = (words: string) =>
  words.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** Which column says the place, of the record's own or of its parent's. */
export function placeOf(kind: RecordKind, byId: (id: string) => RecordKind): RecordPlace | null {
  if (kind.place) return kind.place;
  return kind.parent ? placeOf(byId(kind.parent.kind), byId) : null;
}

export const columnOfPlace = (place: RecordPlace) => placeColumn[place.of];

/** The table of pairs that keeps a field of `references`, and its columns for the record and for what it points to. */
export type LinkTable = { table: string; own: string; other: string };

export function linkTable(kind: string, field: string): LinkTable {
  const word = field.replace(/_ids$/, "");
  return { table: `${kind}_${word}`, own: `${kind}_id`, other: `${word}_id` };
}
