// Targets: what an indicator should reach, by year and place. A target is a chain of whole versions; the last is in force.
import { z } from "zod";
import { knownValue, withheldBelow } from "../coverage/coverage.schema.ts";
import { sourceLine } from "../sources/sources.schema.ts";
import { fiscalYear, indicatorId, placeRef, whole } from "../vocabulary/vocabulary.schema.ts";

/** The country, a region or a province: what a target may be shared out to. */
export const sharePlace = z
  .string()
  .regex(/^(TH|R[0-9]{1,2}|[0-9]{2})$/, "TH, a region (R1 …) or a province's code of 2 digits");

/** As many as there are codes of two digits: no place is named twice. */
const MOST_SHARES = 100;

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
  version: whole(z.number().int().min(1).max(1e6)).optional().describe("the one in force when left out"),
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
      .max(MOST_SHARES)
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
