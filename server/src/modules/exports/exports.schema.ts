import { z } from "zod";
import { queryOf } from "../collections/collections.schema.ts";
import { coverageState } from "../coverage/coverage.schema.ts";
import { listOf } from "../filter/filter.schema.ts";
import { coverageLevel, fiscalYear, indicatorId, placeCode } from "../vocabulary/vocabulary.schema.ts";

/** A coverage to join to every feature: value, ratio with its parts, target, state. */
export const joinedIndicator = indicatorId
  .optional()
  .describe("join this indicator's coverage to each feature");
export const fileLanguage = z
  .enum(["th", "en"])
  .default("th")
  .describe("language of headings and words, of formats that have some");

export const areaExportQuery = queryOf("areas", {
  level: coverageLevel
    .default("tambon")
    .describe("a region is its provinces, a local authority the tambon that are wholly its own"),
  indicator: joinedIndicator,
  fiscal_year: fiscalYear.optional().describe("of the indicator: CE year the fiscal year ends in"),
  lang: fileLanguage,
}).refine((query) => query.indicator !== undefined || query.fiscal_year === undefined, {
  path: ["fiscal_year"],
  message: "fiscal_year does not act on areas without an indicator, whose year it is",
});

export const explanationCsvParams = z.object({ indicator: indicatorId, code: placeCode });

/** The lists of an explanation as they stand, or some of them. */
export const explanationCsvQuery = z.strictObject({
  fiscal_year: fiscalYear.optional(),
  state: listOf(coverageState, 4).describe("which lists, comma-separated; all when left out"),
  lang: fileLanguage,
});

export const csvAnswer = {
  description: "CSV: UTF-8 with byte order mark, CRLF, headings even when there are no rows",
  content: { "text/csv": { schema: z.string() } },
};

const feature = z.object({
  type: z.literal("Feature"),
  id: z.string().describe("the code of an area or place, the id of a record"),
  bbox: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .optional()
    .describe("of areas: west, south, east, north, exactly what the geometry fills"),
  geometry: z
    .object({ type: z.enum(["Point", "Polygon", "MultiPolygon"]), coordinates: z.array(z.unknown()) })
    .nullable()
    .describe("degrees, longitude first; outer rings counter-clockwise; null where nobody knows the place"),
  properties: z
    .record(z.string(), z.unknown())
    .describe(
      "names in both languages, codes, and the figure where an indicator is asked: `value` in its unit, `ratio` as parts of " +
        "one; with `coverage_` before what the record itself calls so. `area_m2` is m², `*_thb` Thai baht, `*_on` a date, years CE",
    ),
});

/** Of any size, so described and never checked on the way out: features are made in the database and streamed. */
export const featureCollection = z.looseObject({
  type: z.literal("FeatureCollection"),
  name: z.string(),
  boundary_version: z.string(),
  attribution: z.string(),
  features: z.array(feature),
});
