// Every indicator of one place: how it stands, how it went by year, and whether it will reach its target.
import { z } from "zod";
import { coverageState, knownValue, ratioParts, withheldBelow } from "../coverage/coverage.schema.ts";
import { registerDated, sourceDated } from "../indicators/indicators.schema.ts";
import { sourceLine } from "../sources/sources.schema.ts";
import {
  fiscalYear,
  localText,
  placeCode,
  placeRef,
  sampleRecords,
} from "../vocabulary/vocabulary.schema.ts";

export const progressState = z
  .enum(["reached", "on_pace", "behind", "overdue", "unknown", "no_target"])
  .describe("overdue: the target's year is past and it is not reached");

const pace = z.object({
  state: progressState,
  /** to reach the target in its year, from the year asked on; null when that is past or there is nothing to reach */
  needed_per_year: z.number().nullable(),
  /** mean of the last increments, and how many there are */
  last_per_year: z.number().nullable(),
  years_seen: z.number().int(),
  /** by the last years' pace, at the end of the target's year */
  expected: z
    .object({
      fiscal_year: z.number().int(),
      value: z.number(),
      /** nine times in ten, if years go on to differ as they did; null with fewer than three increments */
      low: z.number().nullable(),
      high: z.number().nullable(),
    })
    .nullable(),
  /** the fiscal year in which the target is reached at this pace; null: never at this pace, or not known */
  expected_finish: z.number().int().nullable(),
  /** how the same method would have done, a year ahead, on the years there are */
  back_test: z
    .object({
      years: z.array(z.object({ fiscal_year: z.number().int(), expected: z.number(), actual: z.number() })),
      mean_absolute_error: z.number(),
      mean_absolute_percentage_error: z.number().nullable().describe("0–1"),
    })
    .nullable(),
});
export type Pace = z.infer<typeof pace>;

const overviewItem = z.object({
  indicator: z.string(),
  fiscal_year: z.number().int().describe("the one asked, or the indicator's nearest before it"),
  sample_records: sampleRecords,
  ...sourceDated,
  value: knownValue,
  withheld_below: withheldBelow,
  ...ratioParts,
  units: z.number(),
  unknown: z.number(),
  reason: z
    .object({ code: z.string(), state: coverageState, text: localText })
    .nullable()
    .describe(
      "why it counts or not, of a place that is one unit of what the indicator counts; null of any other",
    ),
  target: z
    .object({
      value: z.number(),
      fiscal_year: z.number().int(),
      version: z.number().int(),
      owner: z.string(),
      source: sourceLine,
    })
    .nullable(),
  target_ratio: z.number().nullable().describe("value / target.value; of a rate ratio / target.value"),
  /** every declared year; of a rate the ratio, else the value */
  series: z.array(
    z.object({
      fiscal_year: z.number().int(),
      value: knownValue,
      withheld_below: withheldBelow,
      target: z.number().nullable().describe("a milestone of that very year"),
    }),
  ),
  pace,
});
export type OverviewItem = z.infer<typeof overviewItem>;

export const overviewQuery = z.strictObject({
  place: placeCode
    .default("TH")
    .describe("TH, a region (R1 …), an area's code, or L and a local authority's code"),
  fiscal_year: fiscalYear.optional(),
});

/** All indicators of one place, in the order they are declared: the national overview and every profile. */
export const overview = z.object({
  place: placeRef,
  fiscal_year: z.number().int(),
  ...registerDated,
  boundary_version: z.string(),
  sample_records: sampleRecords,
  items: z.array(overviewItem),
});
export type Overview = z.infer<typeof overview>;
