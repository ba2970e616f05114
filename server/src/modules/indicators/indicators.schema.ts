// What an indicator declares in db/indicators/<id>.json; the migration checks the files with the same schema.
import { z } from "zod";
import { datasets } from "../../records/codes/report.codes.ts";
import { coverageLevel, indicatorId, localText } from "../vocabulary/vocabulary.schema.ts";

/** `breaks` [b1, b2, …] make classes 0, (0, b1], (b1, b2], …, > last: zero has a class of its own. */
export const classScale = z.strictObject({
  measure: z
    .enum(["ratio", "value"])
    .describe("ratio: as the answer's ratio, value × per / denominator; value: the number itself"),
  breaks: z.array(z.number().positive()).min(0).max(8),
});
export type ClassScale = z.infer<typeof classScale>;

/** What an amount is of. `one`: of a single one, where English says it otherwise */
const unit = localText.extend({ one: z.string().optional() });
export type Unit = z.infer<typeof unit>;

/** What is counted: each has a function's row of its own. */
export const countedBy = z.enum(["tambon", "province", "local_authority", "country"]);
export type CountedBy = z.infer<typeof countedBy>;

/** Id of a kind of record (server/src/records/<kind>.record.ts). */
const recordKindId = z.string().regex(/^[a-z]+(_[a-z]+)*$/, "the id of a kind of record");

/** When the figures were made up to, by their source; beside `as_of`, when the register last changed. */
export const sourceDated = {
  source_date: z.iso
    .date()
    .nullable()
    .describe(
      "the source's own date: the day the oldest of the records behind the figure are of; null: it has none",
    ),
  source_date_of: recordKindId
    .nullable()
    .describe("whose date that is: a kind of record, or the source as a whole"),
};

/** When the register last changed in what an answer says, and how far small figures in it are behind that. */
export const registerDated = {
  as_of: z
    .string()
    .describe("when the figures last changed with their records (ISO time); small ones wait for ten"),
  small_figures_as_of: z
    .string()
    .nullable()
    .describe(
      "when the sum of small figures in it that is the oldest last took in what had changed: each waits until ten amounts are new to it; null: there is none",
    ),
};

/** A set of criteria in force from a fiscal year on; what else it holds is for the indicator's own SQL to read. */
const criteriaSet = z.looseObject({
  version: z.number().int().positive(),
  from_fiscal_year: z.number().int(),
  note: localText.describe("where the criteria come from"),
});

const toldSentence = z
  .string()
  .regex(/^(?=.*\{numerator\})(?=.*\{denominator\})/, "names {numerator} and {denominator}");

const metSentence = z
  .string()
  .regex(
    /^(?=.*\{numerator\})(?=.*\{denominator\})(?=.*\{ratio\})/,
    "names {numerator}, {denominator} and {ratio}",
  );

export const indicatorDeclaration = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  order: z.number().int().describe("place in lists"),
  issue: z.string().nullable().describe("number in the results framework, such as 1.1; null: context"),
  strategic_issue: localText.nullable(),
  title: localText,
  short_title: localText,
  rule: localText.describe("when a unit counts, in words"),
  unit: unit.describe("unit of the value, such as ตำบล / tambon"),
  counted_by: countedBy,
  with_districts: z
    .boolean()
    .default(false)
    .describe(
      "of tambon: districts with records of their own (Bangkok's councils) are units too, and count from the district up",
    ),
  kind: z
    .enum(["coverage", "sum", "rate"])
    .describe("coverage: a unit counts 0 or 1; sum: amounts are added; rate: value × per / denominator"),
  per: z
    .number()
    .positive()
    .default(1)
    .describe("rate: for how many of the denominator, such as 1,000 people"),
  ratio_unit: localText
    .nullable()
    .default(null)
    .describe("unit of the ratio, such as per 1,000 people; null: a share, shown in per cent"),
  denominator: z
    .strictObject({
      /** what the amounts in the denominator are, such as households in need */
      title: localText,
      unit,
      /** a sum is told by itself, and its ratio in a line of its own, with the two numbers it is of */
      met: z
        .object({ th: metSentence, en: metSentence })
        .nullable()
        .default(null)
        .describe("of a sum: the line that tells its ratio, with {numerator}, {denominator} and {ratio}"),
      told: z
        .object({ th: toldSentence, en: toldSentence })
        .nullable()
        .default(null)
        .describe(
          "of a rate in a unit of its own: what it is of, with {numerator} and {denominator}, numbers with their units",
        ),
    })
    .nullable()
    .default(null)
    .describe("of a sum or rate: what it is divided by; null: units, or nothing"),
  denominators: z
    .array(z.string())
    .default(["units"])
    .describe("of a coverage, for the country: ids of table denominator, or units; the first unless asked"),
  sensitive: z.boolean().default(false).describe("persons or households: small cells are withheld"),
  adds_to: indicatorId
    .nullable()
    .default(null)
    .describe(
      "of a sensitive one: the indicator whose households or persons are all among its own, as those benefited are among those " +
        "planned. Its figure is that one's and what its function answers beyond it, which is withheld where it is small",
    ),
  levels: z.array(coverageLevel).describe("empty: no map"),
  fiscal_years: z.array(z.number().int()).min(1),
  depends_on: z
    .array(recordKindId)
    .min(1)
    .describe("kinds of records whose edits change its figures; parts of a kind are meant with it"),
  dataset: datasets.schema.nullable().default(null).describe("whose area_report says that none means zero"),
  criteria: z.array(criteriaSet).default([]),
  target: z
    .strictObject({
      owner: z.string().min(1),
      value: z.number().positive(),
      fiscal_year: z.number().int(),
      denominator: z.string().nullable().describe("id of a row in denominator"),
      source: z.string().describe("id of a row in source"),
    })
    .nullable(),
  classes: z.partialRecord(coverageLevel, classScale),
  reasons: z.record(z.string(), localText).describe("reason code → words"),
  conditions: z
    .record(z.string(), localText)
    .default({})
    .describe(
      "condition code → words, for the function indicator.<id>/conditions, where an indicator has one",
    ),
});
export type IndicatorDeclaration = z.infer<typeof indicatorDeclaration>;

/**
 * Whether units count or do not count by it. A sum or rate has units that do not only where a report can say "none": a
 * plain number, such as the population, has none.
 */
export const hasCounting = ({ kind, dataset }: Pick<IndicatorDeclaration, "kind" | "dataset">): boolean =>
  kind === "coverage" || dataset !== null;

/**
 * In which words the states of a figure are told: `counted` is no criterion met where an amount is added up, and least of
 * all where a KPI was only reported. data: a plain number that is there or is not.
 */
export const stateWording = (
  declared: Pick<IndicatorDeclaration, "counted_by" | "kind" | "dataset">,
): "criterion" | "result" | "report" | "data" => {
  if (declared.counted_by === "country") return "report";
  if (declared.kind === "coverage") return "criterion";
  return hasCounting(declared) ? "result" : "data";
};
export type StateWording = ReturnType<typeof stateWording>;

export const indicatorList = z.object({ items: z.array(indicatorDeclaration) });
