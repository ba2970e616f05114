import { z } from "zod";
import { authoritiesTaken, queryOf } from "../collections/collections.schema.ts";
import { areaRef, linkState, pagingFields } from "../filter/filter.schema.ts";

/** A leading minus turns the order round. Titles sort in Thai dictionary order, states as they stand on the ladder. */
export const planSort = z.enum([
  "match",
  "title",
  "-title",
  "area",
  "-area",
  "first_fiscal_year",
  "-first_fiscal_year",
  "best_state",
  "-best_state",
  "granted_thb",
  "-granted_thb",
]);

export const planListQuery = queryOf("plans", {
  ...pagingFields,
  sort: planSort.optional().describe("left out: best match first where there is `q`, else by title"),
});

export const grantedThb = z
  .number()
  .nullable()
  .describe("Thai baht on record; null where budget was granted and no amount is on record");
export const unrecordedGrants = z
  .number()
  .int()
  .describe(
    "steps whose budget was granted without an amount on record: where there are any, granted_thb is a least",
  );

export const planItem = z.object({
  id: z.uuid(),
  title_th: z.string(),
  title_en: z.string().nullable(),
  area_code: z.string(),
  /** province down to the tambon itself */
  area_path: z.array(areaRef),
  first_fiscal_year: z.number().int(),
  last_fiscal_year: z.number().int(),
  item_count: z.number().int(),
  linked_item_count: z
    .number()
    .int()
    .describe("items included, with evidence, in the plan of a state agency or local authority"),
  linked_and_supported_item_count: z
    .number()
    .int()
    .describe(
      "of those, the ones that were granted budget, staff or materials as well: what target 1.1 counts by",
    ),
  /** the furthest step any item has reached */
  best_state: linkState.nullable(),
  asked_thb: z.number().nullable().describe("Thai baht; null where no item says how much"),
  granted_thb: grantedThb,
  unrecorded_grants: unrecordedGrants,
  sample: z.boolean(),
});
export type PlanItem = z.infer<typeof planItem>;

export const planList = z.object({
  items: z.array(planItem),
  total: z.number().int(),
  next_cursor: z.string().nullable(),
  within_authorities: authoritiesTaken,
});

export const planDetail = planItem.extend({
  organization: z.object({ id: z.uuid(), name_th: z.string(), name_en: z.string().nullable() }).nullable(),
  source_id: z.string(),
  updated_at: z.string(),
  items: z.array(
    z.object({
      id: z.uuid(),
      item_number: z.number().int(),
      theme: z.enum(["social", "economy", "environment"]),
      title_th: z.string(),
      asked_thb: z.number().nullable().describe("Thai baht"),
      links: z.array(
        z.object({
          rung: z.enum(["community", "local_authority", "district", "province", "region", "central"]),
          fiscal_year: z.number().int(),
          state: linkState,
          partner: z
            .object({ name_th: z.string(), name_en: z.string().nullable(), sector: z.string() })
            .nullable(),
          evidence: z.string().nullable(),
          support_kind: z.enum(["budget", "staff", "materials"]).nullable(),
          decline_reason: z.string().nullable(),
          asked_thb: z.number().nullable().describe("Thai baht"),
          granted_thb: z.number().nullable().describe("Thai baht"),
        }),
      ),
    }),
  ),
});
export type PlanDetail = z.infer<typeof planDetail>;
