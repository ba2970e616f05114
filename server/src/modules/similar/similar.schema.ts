// Tambon that are like one that is asked for and already count: how like, in which parts, and what was done there.
import { z } from "zod";
import { modelAreaThemes } from "../../records/codes/area-theme.codes.ts";
import { linkStates, planThemes } from "../../records/codes/ladder.codes.ts";
import { organizationKinds } from "../../records/codes/organization-kind.codes.ts";
import { partnerSectors } from "../../records/codes/sector.codes.ts";
import {
  areaRef,
  fiscalYear,
  indicatorId,
  localAuthorityKind,
  localText,
  placeRef,
  sampleRecords,
} from "../vocabulary/vocabulary.schema.ts";

export const similarParams = z.object({
  indicator: indicatorId,
  code: z
    .string()
    .regex(/^[0-9]{6}$/, "a tambon's code of 6 digits: larger places have nothing to be compared by")
    .meta({ description: "a tambon's code of 6 digits", examples: ["500102"] }),
});

export const similarQuery = z.strictObject({ fiscal_year: fiscalYear.optional() });

const count = z.number().int();
const share = z.number().min(0).max(1);

/** What tambon are compared by. Null: not known. */
const measures = z.object({
  persons: count.nullable().describe("registered, of the latest publication by then"),
  local_authority_kinds: z.array(localAuthorityKind).nullable(),
  organization_kinds: z
    .array(organizationKinds.schema)
    .nullable()
    .describe("in force at the year's end; empty: reported that there is none"),
  region: placeRef.nullable(),
});
export type SimilarMeasures = z.infer<typeof measures>;

/** An agency or another body, never a person. */
const partner = z.object({
  name_th: z.string(),
  name_en: z.string().nullable(),
  sector: partnerSectors.schema,
});

const firstFive = <Item extends z.ZodType>(item: Item) => z.object({ total: count, items: z.array(item) });

const similarArea = z.object({
  code: z.string(),
  /** province down to the tambon itself */
  path: z.array(areaRef),
  similarity: share.describe("the mean of the parts that are known"),
  parts: z
    .object({
      population: share.nullable().describe("1 − |ln p − ln q| / range of ln p over all tambon"),
      local_authorities: share.nullable().describe("kinds in both / kinds in either"),
      organizations: share.nullable().describe("kinds in both / kinds in either"),
      region: share.nullable().describe("1: the same; 0: another"),
    })
    .describe("0 to 1 each; null: not known of one of the two, and left out of the mean"),
  distance_km: z.number().describe("between a point inside each"),
  measures,
  /** by the end of the fiscal year */
  work: z.object({
    /** included or supported by an agency, the furthest first */
    plan_items: firstFive(
      z.object({
        id: z.uuid(),
        plan_id: z.uuid(),
        title_th: z.string(),
        theme: planThemes.schema,
        state: linkStates.schema.describe("the furthest step it has reached"),
        granted_thb: z.number().describe("Thai baht"),
        partners: z.array(partner),
      }),
    ),
    partners: z.array(partner).describe("of all these items, each once"),
    organizations: z.array(z.object({ kind: organizationKinds.schema, count })),
    model_areas: firstFive(
      z.object({
        id: z.uuid(),
        name_th: z.string(),
        name_en: z.string().nullable(),
        theme: modelAreaThemes.schema,
      }),
    ),
    lessons: firstFive(z.object({ id: z.uuid(), title_th: z.string() })),
  }),
});
export type SimilarArea = z.infer<typeof similarArea>;

export const similarAnswer = z.object({
  indicator: z.string(),
  fiscal_year: count,
  area: areaRef,
  counts: z.boolean().nullable().describe("whether the tambon itself counts already; null: not known"),
  method: localText,
  boundary_version: z.string(),
  as_of: z.string(),
  sample_records: sampleRecords,
  /** of the tambon itself */
  measures,
  /** most similar first, then the nearest */
  items: z.array(similarArea).max(5),
});
export type SimilarAnswer = z.infer<typeof similarAnswer>;
