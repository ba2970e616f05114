// Coverage: what the records say per place, toward a target, with everything needed to explain a figure.
import { z } from "zod";
import { certainties, figureStates } from "../../records/codes/figure.codes.ts";
import { organizationKinds } from "../../records/codes/organization-kind.codes.ts";
import { queryOf } from "../collections/collections.schema.ts";
import { placeSet } from "../filter/filter.schema.ts";
import { registerDated, sourceDated } from "../indicators/indicators.schema.ts";
import { sourceLine } from "../sources/sources.schema.ts";
import {
  coverageLevel,
  fiscalYear,
  indicatorId,
  kebabId,
  localText,
  namesLeftOut,
  placeCode,
  placeRef,
  sampleRecords,
} from "../vocabulary/vocabulary.schema.ts";

export const coverageState = figureStates.schema;
export type CoverageState = z.infer<typeof coverageState>;

/**
 * Whether a place's figure is its own. exact: every unit lies in it whole · split: units were divided, by a known
 * share or in equal parts, or the place reaches beyond what was asked within · unknown: a unit lies in it by a part
 * nobody published, and is left out of the figure.
 */
export const certainty = certainties.schema;
export type Certainty = z.infer<typeof certainty>;

/** What may be known of an amount. Where small figures are all there is, it is null, never 0. */
export const knownValue = z
  .number()
  .nullable()
  .describe("null: nothing is known; or, where withheld_below is a number, nothing of it may be");

/** Small figures of persons or households (1 to 4 each) that are in no value stay below this together: 5 for one. */
export const withheldBelow = z
  .number()
  .int()
  .nullable()
  .describe(
    "what the withheld small figures, which are not in the value, stay below; null: nothing is withheld",
  );

/**
 * A ratio is of the two numbers beside it: numerator × per / denominator. All three are there, or none. 0–1 (may pass 1)
 * unless the indicator declares a `ratio_unit`.
 */
export const ratioParts = {
  numerator: z
    .number()
    .nullable()
    .describe(
      "what is divided: of a coverage the value; of an amount the part of it that lies where the denominator is known",
    ),
  denominator: z
    .number()
    .nullable()
    .describe("what it is divided by; of an amount only where the amount is known"),
  ratio: z.number().nullable().describe("numerator × per / denominator; null with both of them"),
};

export const coverageParams = z.object({ indicator: indicatorId });

export const coverageQuery = queryOf("coverage", {
  fiscal_year: fiscalYear
    .optional()
    .describe("CE year the fiscal year ends in; the latest declared when left out"),
  level: coverageLevel.default("province").describe("areas that the figure is broken down by"),
  within: placeSet.describe(
    "only what lies inside these regions, areas and local authorities, comma-separated: the codes and the total are of " +
      "that set, and a place that has only a part in it is `split`",
  ),
  denominator: kebabId.optional().describe("for the country's total: one of the indicator's denominators"),
});

const denominatorRef = z.object({
  id: z
    .string()
    .describe("a row of table denominator; units: those on record here; amount: the indicator's own"),
  note: localText.describe("what it is, and why it differs from the number of units on record"),
  reference_date: z.string().nullable(),
  source: sourceLine.nullable(),
  parts: z.array(z.object({ title: localText, value: z.number() })),
});

/** The figure toward the target, the ratio with the two numbers it is of, and where each comes from. */
export const coverageTotal = z.object({
  /** units that count, or the sum of amounts */
  value: knownValue,
  withheld_below: withheldBelow,
  ...ratioParts,
  denominator_source: denominatorRef.nullable(),
  /** the denominators that may be asked for, with the ratio each gives */
  denominator_choices: z.array(z.object({ id: z.string(), title: localText, ...ratioParts })),
  /** on record inside the place: counted + not_counted + unknown + not_applicable. Parts where units are split */
  units: z.number(),
  counted: z.number(),
  not_counted: z.number(),
  unknown: z.number(),
  not_applicable: z.number(),
  certainty,
  target: z
    .object({
      value: z.number(),
      fiscal_year: z.number().int(),
      version: z.number().int(),
      owner: z.string(),
      denominator: z.number().nullable(),
      denominator_note: localText.nullable(),
      source: sourceLine,
    })
    .nullable(),
  /** value / target.value; of a rate: ratio / target.value */
  target_ratio: z.number().nullable(),
});
export type CoverageTotal = z.infer<typeof coverageTotal>;

/**
 * Compact: parallel arrays. A null value is "no data", unless the code is in `withheld` (nothing of it may be known) or in
 * `not_applicable`. Of each code numerator, denominator and ratio are all there or none.
 */
export const coverageAnswer = z.object({
  indicator: z.string(),
  fiscal_year: z.number().int(),
  level: coverageLevel,
  within: z.array(z.string()).nullable(),
  boundary_version: z.string(),
  ...registerDated,
  ...sourceDated,
  sample_records: sampleRecords,
  codes: z.array(z.string()),
  values: z.array(z.number().nullable()).describe("the figure toward the target"),
  numerators: z
    .array(z.number().nullable())
    .describe("what each ratio divides: of a sum not all of its value"),
  denominators: z.array(z.number().nullable()),
  ratios: z.array(z.number().nullable()).describe("numerator × per / denominator"),
  units: z.array(z.number()).describe("how many units there are, whatever is known of them"),
  targets: z.array(z.number().nullable()),
  not_applicable: z.array(z.string()),
  split: z.array(z.string()).describe("codes whose figure has divided units in it"),
  partly_unknown: z.array(z.string()).describe("codes that have a part, of unknown size, of a unit left out"),
  withheld: z
    .record(z.string(), z.number().int())
    .describe("code → what its withheld small figures stay below, all together; they are not in its value"),
  unplaced: z
    .object({ units: z.number(), value: knownValue, withheld_below: withheldBelow })
    .describe("what belongs to no code of this level for certain; with the codes it adds up to the total"),
  total: coverageTotal,
});
export type CoverageAnswer = z.infer<typeof coverageAnswer>;

export const coverageAreaParams = z.object({ indicator: indicatorId, code: placeCode });

export const coverageAreaQuery = z.strictObject({ fiscal_year: fiscalYear.optional() });

const explainedUnit = placeRef.extend({
  ...namesLeftOut,
  weight_numerator: z
    .number()
    .int()
    .positive()
    .describe(
      "how much of the unit is in the figure: weight_numerator of weight_denominator; 1 of 1 where it lies here whole",
    ),
  weight_denominator: z
    .number()
    .int()
    .positive()
    .describe(
      "of a local authority the tambon that it has, in equal parts; of a tambon the published share as a reduced fraction. " +
        "The weights of one unit in all places make exactly 1",
    ),
  value: knownValue,
  denominator: z
    .number()
    .nullable()
    .describe(
      "what the value is divided by (need, persons, square kilometres); null where either is not known, and of what is only " +
        "counted. The total's numerator and denominator are the sums over units that have one",
    ),
  withheld_below: withheldBelow,
  reason: z.string(),
  reason_text: localText,
});

export type ExplainedUnit = z.infer<typeof explainedUnit>;

/** Why a record that comes near a condition does not meet it; the page has the words. */
export const shortfall = z.enum([
  "ran_out",
  "not_begun",
  "ended",
  "left",
  "dissolved",
  "not_registered",
  "registered_later",
  "no_evidence",
  "no_agency",
  "not_granted",
  "no_amount",
  "not_linked",
  "not_supported",
]);

/** A record that meets a condition, or comes near one that is missing; `type` is its table. */
export const explainedRecord = z.object({
  type: z.string(),
  id: z.string(),
  kind: organizationKinds.schema.optional().describe("of an organization"),
  title_th: z.string(),
  title_en: z.string().nullable(),
  falls_short: z
    .object({ why: shortfall, on: z.string().nullable(), fiscal_year: z.number().int().nullable() })
    .optional()
    .describe("of a record that does not meet the condition: why, and since what day or fiscal year"),
});
export type ExplainedRecord = z.infer<typeof explainedRecord>;

/** Of one unit: a condition of the rule, and what meets it. */
const explainedCondition = z.object({
  id: z.string(),
  text: localText,
  met: z.boolean().nullable().describe("null: nothing is known"),
  /** how much there is of what is asked, such as 3 sectors of 3; null where it is not counted */
  found: z.number().nullable(),
  wanted: z.number().nullable(),
  records: z.array(explainedRecord),
});
export type ExplainedCondition = z.infer<typeof explainedCondition>;

/** Why a place's figure is what it is: every unit inside it is in exactly one of the four lists. */
export const coverageExplanation = z.object({
  indicator: z.string(),
  fiscal_year: z.number().int(),
  area: placeRef,
  boundary_version: z.string(),
  ...registerDated,
  ...sourceDated,
  sample_records: sampleRecords,
  rule: localText,
  criteria: z.object({ version: z.number().int(), note: localText }).nullable(),
  sources: z.array(sourceLine.extend({ is_sample: z.boolean() })),
  state: coverageState.describe("of the place as a whole; of the unit itself when it is one"),
  total: coverageTotal,
  /** of one unit only; empty for a place with several */
  conditions: z.array(explainedCondition),
  counted: z.array(explainedUnit),
  not_counted: z.array(explainedUnit),
  unknown: z.array(explainedUnit),
  not_applicable: z.array(explainedUnit),
});
export type CoverageExplanation = z.infer<typeof coverageExplanation>;
