import { z } from "zod";
import { areaLevel, kebabId, recordFilter } from "../filter/filter.schema.ts";

/** The one filter, plus a coverage to join to every feature: value, denominator, target, state. */
export const recordExportQuery = recordFilter.extend({
  indicator: kebabId.optional().describe("join this indicator's coverage to each feature"),
});

export const areaExportQuery = recordExportQuery.extend({ level: areaLevel.default("tambon") });

/** Of any size, so described and never checked: features are made in the database and streamed. */
export const featureCollectionAnswer = {
  description: "GeoJSON FeatureCollection (RFC 7946), WGS 84, at most 6 decimals",
  content: {
    "application/geo+json": {
      schema: z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) }),
    },
  },
};
