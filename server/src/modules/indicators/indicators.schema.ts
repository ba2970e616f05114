// What an indicator declares in db/indicators/<id>.json; the migration checks the files with the same schema.
import { z } from "zod";
import { areaLevel, localText } from "../filter/filter.schema.ts";

/** `breaks` [b1, b2, …] make classes 0, (0, b1], (b1, b2], …, > last: zero has a class of its own. */
export const classScale = z.object({
  measure: z
    .enum(["ratio", "value"])
    .describe("ratio: value / denominator of the area (0–1); value: the number itself"),
  breaks: z.array(z.number().positive()).min(0).max(8),
});
export type ClassScale = z.infer<typeof classScale>;

export const indicatorDeclaration = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  order: z.number().int().describe("place in lists"),
  issue: z.string().nullable().describe("number in the results framework, such as 1.1"),
  strategic_issue: localText.nullable(),
  title: localText,
  short_title: localText,
  rule: localText.describe("when a tambon counts, in words"),
  unit: localText.describe("unit of the value, such as ตำบล / tambon"),
  kind: z.enum(["coverage", "sum"]).describe("coverage: each tambon counts 0 or 1; sum: amounts are added"),
  levels: z.array(areaLevel).min(1),
  fiscal_years: z.array(z.number().int()).min(1),
  depends_on: z.array(z.enum(["organization", "plan", "housing_project"])).min(1),
  target: z
    .object({
      value: z.number().positive(),
      fiscal_year: z.number().int(),
      denominator: z.object({ value: z.number().positive(), note: localText }).nullable(),
      source: z.string().describe("id of a row in source"),
    })
    .nullable(),
  classes: z.record(areaLevel, classScale),
  reasons: z.record(z.string(), localText).describe("reason code → words"),
});
export type IndicatorDeclaration = z.infer<typeof indicatorDeclaration>;

export const indicatorList = z.object({ items: z.array(indicatorDeclaration) });
