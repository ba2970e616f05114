import { z } from "zod";
import { authoritiesTaken, queryOf } from "../collections/collections.schema.ts";
import { areaRef, organizationKind, pagingFields } from "../filter/filter.schema.ts";

/** A leading minus turns the order round. Names sort in Thai dictionary order. */
export const organizationSort = z.enum([
  "match",
  "name",
  "-name",
  "area",
  "-area",
  "registered_on",
  "-registered_on",
  "member_count",
  "-member_count",
]);

export const organizationListQuery = queryOf("organizations", {
  ...pagingFields,
  sort: organizationSort.optional().describe("left out: best match first where there is `q`, else by name"),
});

/** Of a khwaeng of Bangkok: what is on record at its district and covers it; counted from the district up, never here. */
export const coveringOrganizations = z
  .array(
    z.object({ id: z.string(), kind: organizationKind, name_th: z.string(), name_en: z.string().nullable() }),
  )
  .describe("recorded at the district and covering this tambon too; not among its own");

export const organizationItem = z.object({
  id: z.uuid(),
  kind: organizationKind,
  name_th: z.string(),
  name_en: z.string().nullable(),
  area_code: z.string(),
  /** province down to the area itself */
  area_path: z.array(areaRef),
  registered_on: z.string().nullable(),
  member_count: z.number().int().nullable().describe("persons; null: not known, or too few to be told"),
  fund_balance_thb: z.number().nullable().describe("Thai baht"),
  /** longitude, latitude; null when the place was never recorded */
  position: z.tuple([z.number(), z.number()]).nullable(),
  sample: z.boolean(),
});
export type OrganizationItem = z.infer<typeof organizationItem>;

export const organizationList = z.object({
  items: z.array(organizationItem),
  total: z.number().int(),
  next_cursor: z.string().nullable(),
  within_authorities: authoritiesTaken,
});

export const organizationDetail = organizationItem.extend({
  dissolved_on: z.string().nullable(),
  source_id: z.string(),
  updated_at: z.string(),
  plans: z.array(z.object({ id: z.uuid(), title_th: z.string(), title_en: z.string().nullable() })),
});
