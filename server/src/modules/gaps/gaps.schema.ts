// Where the most is left to do: the places of a level, ranked by what they should reach less what they have reached.
import { z } from "zod";
import { queryOf } from "../collections/collections.schema.ts";
import { certainty, knownValue, withheldBelow } from "../coverage/coverage.schema.ts";
import { fileLanguage } from "../exports/exports.schema.ts";
import { placeSet } from "../filter/filter.schema.ts";
import { registerDated, sourceDated } from "../indicators/indicators.schema.ts";
import { sourceLine } from "../sources/sources.schema.ts";
import {
  areaRef,
  coverageLevel,
  fiscalYear,
  indicatorId,
  localAuthorityKind,
  namesLeftOut,
  placeRef,
  sampleRecords,
} from "../vocabulary/vocabulary.schema.ts";

/** What a place should reach. target: its share in the target version in force · denominator: all there is to reach. */
export const gapBasis = z.enum(["target", "denominator"]);
export type GapBasis = z.infer<typeof gapBasis>;

export const gapsParams = z.object({ indicator: indicatorId });

const questionFields = {
  fiscal_year: fiscalYear
    .optional()
    .describe("CE year the fiscal year ends in; the latest declared when left out"),
  level: coverageLevel.default("province").describe("places that are ranked"),
  within: placeSet.describe(
    "regions, areas and local authorities, comma-separated: only places of the level inside them are ranked, and figures " +
      "are of what lies inside",
  ),
  basis: gapBasis
    .optional()
    .describe(
      "target: the place's share of the target (possible once every place of the level has one) · denominator: of a " +
        "coverage the units it applies to, of a sum the amount it is set against. Left out: target where possible",
    ),
};

export const gapsQuery = queryOf("gaps", questionFields);
export type GapsQuery = z.output<typeof gapsQuery>;

export const gapsCsvQuery = queryOf("gaps", {
  ...questionFields,
  lang: fileLanguage,
});

const gapItem = placeRef.extend({
  ...namesLeftOut,
  kind: localAuthorityKind.nullable().describe("of a local authority"),
  rank: z.number().int().describe("by left, then by registered persons, then by code"),
  path: z.array(areaRef).describe("above it, from the province downward"),
  value: knownValue,
  withheld_below: withheldBelow.describe(
    "small figures that are in no value, and so still in left, stay below this together; null: nothing is withheld",
  ),
  should: z.number().nullable().describe("what it should reach; null: not known"),
  reached: z
    .number()
    .nullable()
    .describe(
      "what counts toward that; of a sum by its denominator, what lies where both are known. null: nothing is known, " +
        "or nothing of it may be, and all is left",
    ),
  left: z.number().nullable().describe("should − reached, never below zero; null where should is"),
  unknown: z.number().describe("units that nothing is known of"),
  persons: z.number().nullable().describe("registered persons; null for local authorities"),
  certainty,
  share: z.number().nullable().describe("of what is left in all places listed, 0–1"),
  cumulative: z.number().nullable().describe("share of this place and all ranked before it"),
});
export type GapItem = z.infer<typeof gapItem>;

/** The items' left and unplaced.left are the whole gap: totals.left = totals.should − totals.reached + totals.beyond. */
export const gapsAnswer = z.object({
  indicator: z.string(),
  fiscal_year: z.number().int(),
  level: coverageLevel,
  within: z.array(z.string()).nullable(),
  basis: gapBasis,
  bases: z.array(gapBasis).describe("those possible here, the default first"),
  boundary_version: z.string(),
  ...registerDated,
  ...sourceDated,
  sample_records: sampleRecords,
  target: z
    .object({
      version: z.number().int(),
      fiscal_year: z.number().int().describe("the year of its values that is worked toward"),
      value: z.number().describe("of the country"),
      owner: z.string(),
      source: sourceLine,
    })
    .nullable()
    .describe("the version that the shares are of; null for the other basis"),
  totals: z.object({
    places: z.number().int(),
    places_left: z.number().int().describe("places with anything left"),
    should: z.number(),
    reached: z.number(),
    beyond: z.number().describe("reached by places beyond what they should; it fills no other place's gap"),
    left: z.number(),
    unknown: z.number(),
  }),
  unplaced: z
    .object({
      units: z.number(),
      unknown: z.number(),
      should: z.number().nullable(),
      reached: knownValue,
      withheld_below: withheldBelow,
      left: z.number().nullable(),
    })
    .describe("what lies in no place of this level for certain"),
  items: z.array(gapItem),
});
export type GapsAnswer = z.infer<typeof gapsAnswer>;
