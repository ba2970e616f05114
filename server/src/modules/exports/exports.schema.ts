import { z } from "zod";
import { coverageState } from "../coverage/coverage.schema.ts";
import {
  coverageLevel,
  fiscalYear,
  kebabId,
  listOf,
  placeCode,
  recordFilter,
} from "../filter/filter.schema.ts";

/** The one filter, plus a coverage to join to every feature: value, denominator, target, state. */
export const recordExportQuery = recordFilter.extend({
  indicator: kebabId.optional().describe("join this indicator's coverage to each feature"),
});

export const areaExportQuery = recordExportQuery.extend({
  level: coverageLevel
    .default("tambon")
    .describe("a region is its provinces, a local authority the tambon that are wholly its own"),
});

export const explanationCsvParams = z.object({ indicator: kebabId, code: placeCode });

/** The lists of an explanation as they stand, or some of them. */
export const explanationCsvQuery = z.strictObject({
  fiscal_year: fiscalYear.optional(),
  state: listOf(coverageState, 4).describe("which lists, comma-separated; all when left out"),
  lang: z.enum(["th", "en"]).default("th").describe("language of headings and words"),
});

export const csvAnswer = {
  description: "CSV: UTF-8 with byte order mark, CRLF, headings even when there are no rows",
  content: { "text/csv": { schema: z.string() } },
};

/** Of any size, so described and never checked: features are made in the database and streamed. */
export const featureCollectionAnswer = {
  description: "GeoJSON FeatureCollection (RFC 7946), WGS 84, at most 6 decimals",
  content: {
    "application/geo+json": {
      schema: z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) }),
    },
  },
};
