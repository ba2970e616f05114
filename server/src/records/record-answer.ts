// What answers of a kind have: one record of a list, and one by itself.
import { z } from "zod";
import { areaRef } from "../modules/vocabulary/vocabulary.schema.ts";
import { type LinkTable, publicFields, type RecordKind, type RecordPlace } from "./record-kind.ts";

/** What every record has beside its own fields. */
export const commonFields = {
  source_id: z.string(),
  sample: z.boolean().describe("made up, not real"),
  revision: z.number().int().describe("grows by one with each edit"),
  change_number: z.number().int().describe("place in the order of all edits: what `since` takes"),
  updated_at: z.string(),
  ended_on: z.string().nullable().describe("when it ended or was withdrawn"),
  end_reason: z.string().nullable(),
};

const areaFields = {
  area_code: z.string(),
  area_path: z.array(areaRef).describe("province down to the area itself"),
};
const placeFields = {
  area: areaFields,
  province: { province_code: z.string(), area_path: areaFields.area_path },
  local_authority: { local_authority_code: z.string() },
} as const;

const position = z
  .tuple([z.number(), z.number()])
  .nullable()
  .describe("longitude, latitude; null when the place was never recorded");

/** One record as lists have it. @param place its own, or its parent's */
export function itemSchema(kind: RecordKind, place: RecordPlace | null): z.ZodObject {
  const shape: z.ZodRawShape = { id: z.uuid(), ...(kind.parent && { [kind.parent.column]: z.uuid() }) };
  for (const [name, { schema, label, help, unit, isSmallCount }] of publicFields(kind)) {
    const said = [help?.en ?? label.en, unit?.en, isSmallCount && "null: not known, or too few to be told"];
    (shape as Record<string, z.ZodType>)[name] = schema.describe(said.filter(Boolean).join("; "));
  }
  return z.object({
    ...shape,
    ...(place && placeFields[place.of]),
    ...(place?.of === "area" && place.isPoint && { position }),
    ...commonFields,
  });
}

/** One record by itself: names of what it points to, how many point to it, and what its kind adds. */
export function detailSchema(
  kind: RecordKind,
  place: RecordPlace | null,
  refs: readonly { named: string; link: LinkTable | null }[],
): z.ZodObject {
  const one = z.looseObject({ id: z.uuid() });
  return itemSchema(kind, place).extend({
    ...Object.fromEntries(refs.map(({ named, link }) => [named, link ? z.array(one) : one.nullable()])),
    related: z
      .record(z.string(), z.number().int())
      .describe("how many records of other collections name this one, by collection"),
    ...kind.more,
  });
}

export type FieldsOf<K extends RecordKind> = {
  [Name in keyof K["fields"]]: z.output<K["fields"][Name]["schema"]>;
};
export type MoreOf<K extends RecordKind> = z.output<z.ZodObject<K["more"]>>;
/** What every record at an area has, as answers have it. */
export type CommonOf = z.output<z.ZodObject<typeof commonFields & typeof areaFields>> & { id: string };
