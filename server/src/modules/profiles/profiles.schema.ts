// What is on record of one place of any level, to read and to print. Figures of indicators come from the overview.
import { z } from "zod";
import { areaThemes, modelAreaThemes } from "../../records/codes/area-theme.codes.ts";
import { housingProgrammes } from "../../records/codes/housing.codes.ts";
import { linkStates } from "../../records/codes/ladder.codes.ts";
import { organizationKinds } from "../../records/codes/organization-kind.codes.ts";
import { memberSectors } from "../../records/codes/sector.codes.ts";
import { grantedThb, unrecordedGrants } from "../../records/plan.record.ts";
import { coveringOrganizations } from "../areas/areas.schema.ts";
import { explainedRecord } from "../coverage/coverage.schema.ts";
import { registerDated } from "../indicators/indicators.schema.ts";
import { sourceRef } from "../sources/sources.schema.ts";
import { namesLeftOut, placeCode, placeRef, sampleRecords } from "../vocabulary/vocabulary.schema.ts";

export const profileParams = z.object({ code: placeCode });

const count = z.number().int();
const position = z.tuple([z.number(), z.number()]);

/** GeoJSON, at most 20 KB, for a picture: simplified, so never for measuring. */
export const outline = z.union([
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(position))) }),
]);
export type Outline = z.infer<typeof outline>;

/** The first twenty, newest first, and how many there are. */
const firstOf = <Item extends z.ZodType>(item: Item) => z.object({ total: count, items: z.array(item) });

/** Of records that a list leaves out: those that had ended by then, and those that only come after it. */
const outOfYear = z.object({
  over: count,
  later: count,
  items: z.array(explainedRecord).describe("the latest three, each with why it is not in the list"),
});
export type OutOfYear = z.infer<typeof outOfYear>;

export const placeProfile = z.object({
  place: placeRef,
  /** above the place, from the country down; the place itself is not in it */
  path: z.array(placeRef),
  fiscal_year: count.nullable().describe("records are as they stood at its end; null: as they stand now"),
  /** one level down; of a local authority, the tambon it has in whole or in part */
  children: z.array(placeRef),
  /** places of the same level with a border in common; null where there are none to ask for (TH) or nobody knows */
  neighbours: z.array(placeRef.extend(namesLeftOut)).nullable(),
  /**
   * exact: the records below are the place's own. unknown: a local authority has a part of a tambon, and the records of
   * all of that tambon are in the lists; or nobody published its tambon, and the lists are empty.
   */
  certainty: z.enum(["exact", "unknown"]),
  /** null: not known, or no such thing at this level */
  facts: z.object({
    area_m2: z.number().nullable(),
    persons: count.nullable(),
    population_date: z.string().nullable(),
    districts: count.nullable(),
    tambon: count.nullable().describe("on the map"),
    local_authorities: count.nullable().describe("without those over a whole province (อบจ., กรุงเทพมหานคร)"),
  }),
  covering_organizations: coveringOrganizations,
  organizations: z
    .array(z.object({ kind: organizationKinds.schema, count }))
    .describe("in force at the end of the year; most first"),
  plans: z.object({
    count: count.describe("in force in the year; steps and baht by its end"),
    items: count,
    /** each item once, at the furthest step it has reached; `declined` only where it has no other */
    by_state: z.array(z.object({ state: linkStates.schema, count })),
    not_proposed: count.describe("items without any step; with by_state they add up to items"),
    asked_thb: z.number().describe("Thai baht"),
    granted_thb: grantedThb,
    unrecorded_grants: unrecordedGrants,
  }),
  /** up to the year. Projects only: households are told by the indicator, which withholds small figures */
  housing: z.array(z.object({ programme: housingProgrammes.schema, fiscal_year: count, projects: count })),
  model_areas: firstOf(
    z.object({
      id: z.uuid(),
      theme: modelAreaThemes.schema,
      name_th: z.string(),
      name_en: z.string().nullable(),
      since_fiscal_year: count,
      area: placeRef,
      organization: z
        .object({ id: z.uuid(), name_th: z.string(), name_en: z.string().nullable() })
        .nullable(),
    }),
  ),
  lessons: firstOf(
    z.object({
      id: z.uuid(),
      title_th: z.string(),
      summary_th: z.string(),
      published_on: z.string(),
      area: placeRef,
      model_area_id: z.uuid().nullable(),
    }),
  ),
  declarations: firstOf(
    z.object({ id: z.uuid(), title_th: z.string(), declared_on: z.string(), area: placeRef }),
  ),
  /** of a province that has one at the end of the year */
  mechanism: z
    .object({
      name_th: z.string(),
      name_en: z.string().nullable(),
      established_on: z.string(),
      members: z.array(z.object({ sector: memberSectors.schema, count })),
      mou: z.object({ signed_on: z.string(), until: z.string().nullable() }).nullable(),
      work_plan: z.object({ first_fiscal_year: count, last_fiscal_year: count }).nullable(),
      pilot_areas: z.array(z.object({ area: placeRef, theme: areaThemes.schema, started_on: z.string() })),
    })
    .nullable(),
  records: z
    .array(
      z.object({
        collection: z.string(),
        count,
        newest: z
          .array(z.looseObject({ id: z.uuid() }))
          .describe(
            "the latest three, of what the collection's list says of them the title (or first code), from when it is and where",
          ),
      }),
    )
    .describe(
      "every collection of records that lie in places, as its list counts them there (`within`, `fiscal_year`), none left out; " +
        "parts of records lie where those do",
    ),
  /** on record here, but not in force in the year: an empty list above is not an empty register */
  out_of_year: z.object({
    organizations: outOfYear,
    plans: outOfYear,
    mechanisms: outOfYear,
    housing_projects: count.describe("of later years; so the other numbers here"),
    model_areas: count,
    lessons: count,
    declarations: count,
  }),
  outline: outline.nullable(),
  /** of what is above the place in `path`; null for the country */
  context_outline: outline.nullable(),
  sources: z.array(sourceRef),
  ...registerDated,
  boundary_version: z.string(),
  sample_records: sampleRecords,
});
export type PlaceProfile = z.infer<typeof placeProfile>;
