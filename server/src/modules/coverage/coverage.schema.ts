// Coverage: what the records say per area, toward a target, with everything needed to explain a figure.
import { z } from "zod";
import { areaCode, areaLevel, areaRef, fiscalYear, kebabId, localText } from "../filter/filter.schema.ts";

export const coverageState = z.enum(["counted", "not_counted", "unknown", "not_applicable"]);
export type CoverageState = z.infer<typeof coverageState>;

export const coverageParams = z.object({ indicator: kebabId });

export const coverageQuery = z.strictObject({
  fiscal_year: fiscalYear
    .optional()
    .describe("CE year the fiscal year ends in; the latest declared when left out"),
  level: areaLevel.default("province"),
  within: areaCode.optional().describe("only areas inside this one"),
});

/** Numerator, denominator and where each comes from. Ratios are 0–1 (may pass 1); null where there is nothing to divide. */
export const coverageTotal = z.object({
  /** numerator: tambon that count, or the sum of amounts; null when nothing is known */
  value: z.number().nullable(),
  /** tambon on the map inside the area; counted + not_counted + unknown + not_applicable */
  denominator: z.number().int(),
  denominator_note: localText,
  /** value / denominator, for coverage indicators only */
  ratio: z.number().nullable(),
  target: z
    .object({
      value: z.number(),
      fiscal_year: z.number().int(),
      version: z.number().int(),
      denominator: z.number().nullable(),
      denominator_note: localText.nullable(),
      source: z.object({ id: z.string(), title_th: z.string(), title_en: z.string(), publisher: z.string() }),
    })
    .nullable(),
  /** value / target.value */
  target_ratio: z.number().nullable(),
  counted: z.number().int(),
  not_counted: z.number().int(),
  unknown: z.number().int(),
  not_applicable: z.number().int(),
});
export type CoverageTotal = z.infer<typeof coverageTotal>;

/** Compact: parallel arrays. A null value is "no data" unless the code is listed in `not_applicable`. */
export const coverageAnswer = z.object({
  indicator: z.string(),
  fiscal_year: z.number().int(),
  level: areaLevel,
  within: z.string().nullable(),
  boundary_version: z.string(),
  as_of: z.string().describe("when the records behind the figures last changed (ISO time)"),
  sample: z.boolean().describe("true when any record behind the figures is made up"),
  codes: z.array(z.string()),
  values: z.array(z.number().nullable()),
  denominators: z.array(z.number().int()),
  targets: z.array(z.number().nullable()),
  not_applicable: z.array(z.string()),
  total: coverageTotal,
});
export type CoverageAnswer = z.infer<typeof coverageAnswer>;

export const coverageAreaParams = z.object({
  indicator: kebabId,
  code: z.union([areaCode, z.literal("TH")]).describe("an area code, or TH for the country"),
});

export const coverageAreaQuery = z.strictObject({ fiscal_year: fiscalYear.optional() });

const explainedArea = areaRef.extend({
  value: z.number().nullable(),
  reason: z.string(),
  reason_text: localText,
});

/** Why an area's figure is what it is: every tambon inside it is in exactly one of the four lists. */
export const coverageExplanation = z.object({
  indicator: z.string(),
  fiscal_year: z.number().int(),
  area: areaRef.nullable().describe("null for the country"),
  boundary_version: z.string(),
  as_of: z.string(),
  sample: z.boolean(),
  rule: localText,
  state: coverageState.describe("of the area as a whole; of the tambon itself when it is one"),
  total: coverageTotal,
  counted: z.array(explainedArea),
  not_counted: z.array(explainedArea),
  unknown: z.array(explainedArea),
  not_applicable: z.array(explainedArea),
});
export type CoverageExplanation = z.infer<typeof coverageExplanation>;
