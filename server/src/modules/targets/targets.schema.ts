// Targets: what an indicator should reach, by year and place. A target is a chain of whole versions; the last is in force.
import { z } from "zod";
import { coverageState, knownValue, ratioParts, withheldBelow } from "../coverage/coverage.schema.ts";
import {
  fiscalYear,
  indicatorId,
  localText,
  placeCode,
  placeRef,
  sampleRecords,
} from "../filter/filter.schema.ts";
import { sourceDated } from "../indicators/indicators.schema.ts";
import { sourceLine } from "../sources/sources.schema.ts";

/** The country, a region or a province: what a target may be shared out to. */
export const sharePlace = z
  .string()
  .regex(/^(TH|R[0-9]{1,2}|[0-9]{2})$/, "TH, a region (R1 …) or a province's code of 2 digits");

/** Amounts of a target; far above any unit that is counted, far below what a number can hold exactly. */
const amount = z.number().min(0).max(1e12);
const positive = z.number().gt(0).max(1e12);

export const shareMethod = z.enum(["even", "proportional", "by_hand"]);
export const shareBasis = z
  .enum(["units", "population", "need", "gap"])
  .describe(
    "units: what is counted there; population: registered; need: households in need; " +
      "gap: what was reached stays, and the rest is shared in proportion to what is left to do",
  );

const targetValue = z.object({
  place_code: sharePlace,
  fiscal_year: z.number().int(),
  value: z.number(),
});
export type TargetValue = z.infer<typeof targetValue>;

const versionHead = z.object({
  version: z.number().int(),
  action: z.enum(["declared", "set", "shared", "undone"]),
  method: shareMethod.nullable(),
  basis: shareBasis.nullable(),
  owner: z.string(),
  note: z.string().nullable(),
  undoes_version: z.number().int().nullable(),
  set_at: z.string(),
});

export const targetParams = z.object({ indicator: indicatorId });
export const targetQuery = z.strictObject({
  version: z.coerce.number().int().min(1).max(1e6).optional().describe("the one in force when left out"),
});

/** One version, whole, and the heads of all. */
export const targetDetail = versionHead.extend({
  indicator: z.string(),
  in_force: z.boolean(),
  /** the version that an undo would take back now; null: there is nothing before it */
  undo_takes_back: z.number().int().nullable(),
  denominator: z
    .object({ id: z.string(), value: z.number(), title_th: z.string(), title_en: z.string() })
    .nullable(),
  source: sourceLine,
  /** by place and year; shares add up to their whole, year by year */
  values: z.array(targetValue),
  /** the places that have a value, with their names and what is counted there in the last year */
  places: z.array(
    placeRef.extend({ units: z.number(), achieved: knownValue, withheld_below: withheldBelow }),
  ),
  history: z.array(versionHead),
});
export type TargetDetail = z.infer<typeof targetDetail>;

/** Invisible characters go, since some turn the text beside them around; what is no text at all is refused. */
const words = (most: number) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.replaceAll(/\p{Cf}/gu, "").trim() : value),
    z
      .string()
      .min(1)
      .max(most)
      .regex(/^(?:\P{C}|\n)*$/u, "text without control characters"),
  );
const owner = words(200).describe("the body that answers for it");
const note = words(1000).optional();
const common = {
  based_on: z.number().int().min(1).describe("the version it was made from; another in force is a conflict"),
  owner,
  note,
};

export const targetChange = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("set"),
    ...common,
    milestones: z
      .array(z.strictObject({ fiscal_year: fiscalYear, value: positive }))
      .min(1)
      .max(30)
      .describe("of the country, added up to the end of each year; shares there are go with the old whole"),
  }),
  z.strictObject({
    action: z.literal("share"),
    ...common,
    level: z.enum(["region", "province"]).describe("province: regions get the sums of their provinces"),
    method: shareMethod,
    basis: shareBasis.optional().describe("needed for proportional"),
    values: z
      .array(z.strictObject({ place_code: sharePlace, value: amount }))
      .max(200)
      .optional()
      .describe("by hand: what each place should reach in the last year; must add up to the country's"),
  }),
  z.strictObject({ action: z.literal("undo"), ...common }),
]);
export type TargetChange = z.infer<typeof targetChange>;

/** What a change would write, and what it adds up to. */
export const targetPreview = z.object({
  values: z.array(targetValue),
  total: z.number().describe("of the country in the last year"),
});
export type TargetPreview = z.infer<typeof targetPreview>;

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
  as_of: z.string(),
  boundary_version: z.string(),
  sample_records: sampleRecords,
  items: z.array(overviewItem),
});
export type Overview = z.infer<typeof overview>;
