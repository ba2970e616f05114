// What of the one filter acts on collections that are no records (records say it in server/src/records). Lists, counts,
// tiles, exports, figures and the page all derive from it which fields a collection takes, and refuse the others by name.
import { z } from "zod";
import { filterFields } from "../filter/filter.schema.ts";
import { localAuthorityKind, namesLeftOut } from "../vocabulary/vocabulary.schema.ts";

type FilterField = keyof typeof filterFields;

export const fieldsOf = {
  /** of any level, regions and local authorities among them */
  areas: ["within", "q", "bbox"],
  local_authorities: ["within", "q", "bbox"],
  /** the year is that of the figures */
  coverage: ["within", "fiscal_year"],
  gaps: ["within", "fiscal_year"],
  /** baked once for everybody */
  area_tiles: [],
} as const satisfies Record<string, readonly FilterField[]>;

export type Collection = keyof typeof fieldsOf;
type FieldsOf<C extends Collection> = Pick<typeof filterFields, (typeof fieldsOf)[C][number] & FilterField>;

/**
 * The query of a collection's channel: its fields of the filter, and what the channel asks besides.
 * @param more the channel's own fields; one of the same name says more of a field of the filter
 */
export function queryOf<C extends Collection, More extends z.ZodRawShape>(collection: C, more: More) {
  const fields: readonly FilterField[] = fieldsOf[collection];
  const taken = Object.fromEntries(fields.map((field) => [field, filterFields[field]])) as FieldsOf<C>;
  return strictQuery(collection, taken, more);
}

/** Strict: a field that does not act must not quietly let everything through. @param fields of the filter, by name */
export function strictQuery<Fields extends z.ZodRawShape, More extends z.ZodRawShape>(
  collection: string,
  fields: Fields,
  more: More,
) {
  for (const field of Object.keys(fields)) someFilter.add(field);
  return z.strictObject(
    { ...fields, ...more },
    {
      // one line for each key
      error: ({ code, keys }) =>
        code === "unrecognized_keys"
          ? keys.map((key) => refusal(collection, Object.keys(fields), key)).join("\n")
          : undefined,
    },
  );
}

/** Fields that act on some collection: one of them given to another is a mistake of its own kind. */
const someFilter = new Set<string>(Object.keys(filterFields));

function refusal(collection: string, fields: string[], field: string): string {
  if (!someFilter.has(field)) return "no such field here";
  const name = collection.replaceAll("_", " ");
  const taken = fields.join(", ") || "no filter";
  return `${field} does not act on ${name}; ${name} take ${taken}`;
}

export type FilterOf<C extends Collection> = z.output<z.ZodObject<FieldsOf<C>>>;

/**
 * What the local authorities asked within stand for, so that nobody takes a part for the whole. Records say their tambon
 * and no more: those of a tambon that an authority has only a part of are taken all. One whose tambon nobody published
 * (extent unknown) has none.
 */
export const authoritiesTaken = z
  .array(
    z.object({
      code: z.string(),
      kind: localAuthorityKind,
      ...namesLeftOut,
      extent: z.enum(["whole", "part", "province", "unknown"]),
      whole: z.array(z.string()).nullable().describe("tambon that are its alone; null with the names"),
      part: z.array(z.string()).nullable().describe("tambon that it has a part of; null with the names"),
    }),
  )
  .describe("local authorities asked within and the tambon taken for each; empty when none is asked for");
export type AuthoritiesTaken = z.infer<typeof authoritiesTaken>;
