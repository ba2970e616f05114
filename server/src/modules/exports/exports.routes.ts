import { pipeline } from "node:stream";
import type { FastifyReply } from "fastify";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { attachment } from "../../common/attachment.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkDeclaredLevel } from "../../common/check-declared-level.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { getCurrentBoundary } from "../../common/current-boundary.sql.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { checkAuthoritiesAreOpen } from "../../common/redistribution.sql.ts";
import { getSampleRecords, getSampleRecordsOf } from "../../common/sample-records.sql.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { areaExportQuery, featureCollectionAnswer, recordExportQueries } from "./exports.schema.ts";
import { type ExportRequest, streamFeatures } from "./exports.sql.ts";
import { FeatureCollection } from "./feature-collection.ts";

const names = {
  areas: { th: "พื้นที่", en: "areas" },
  organizations: { th: "องค์กรชุมชน", en: "organizations" },
  plans: { th: "แผนพัฒนาชุมชนท้องถิ่น", en: "plans" },
} as const;

type Asked = {
  level: ExportRequest["level"];
  indicator: string | undefined;
  fiscalYear: number | undefined;
  filter: ExportRequest["filter"];
};

export function exportRoutes(app: ApiApp, { db, redistributeSources }: ApiContext): void {
  const tags = ["exports"];
  const response = {
    200: featureCollectionAnswer,
    400: problemAnswer,
    403: problemAnswer,
    404: problemAnswer,
    503: problemAnswer,
  };

  app.get(
    "/export/areas.geojson",
    {
      schema: {
        tags,
        operationId: "exportAreas",
        summary: "Areas that the filter lets through, full resolution, as GeoJSON (RFC 7946)",
        querystring: areaExportQuery,
        response,
      },
    },
    ({ query: { level, indicator, fiscal_year, ...filter } }, reply) =>
      answer(reply, "areas", { level, indicator, fiscalYear: fiscal_year, filter }),
  );

  for (const what of ["organizations", "plans"] as const) {
    app.get(
      `/export/${what}.geojson`,
      {
        schema: {
          tags,
          operationId: what === "plans" ? "exportPlans" : "exportOrganizations",
          summary: `${names[what].en} that the filter lets through, as GeoJSON (RFC 7946)`,
          querystring: recordExportQueries[what],
          response,
        },
      },
      ({ query: { indicator, ...filter } }, reply) =>
        answer(reply, what, { level: "tambon", indicator, fiscalYear: filter.fiscal_year, filter }),
    );
  }

  async function sampleOf(what: keyof typeof names, indicator: string | undefined) {
    if (what === "organizations") return getSampleRecords(db, ["organization"]);
    if (what === "plans") return getSampleRecords(db, ["plan"]);
    return indicator ? getSampleRecordsOf(db, indicator) : null;
  }

  /** Streams the reply; typed as never because GeoJSON of any size has no schema to be checked against. */
  async function answer(
    reply: FastifyReply,
    what: keyof typeof names,
    { level, indicator, fiscalYear, filter }: Asked,
  ): Promise<never> {
    if (level === "local_authority") await checkAuthoritiesAreOpen(db, redistributeSources);
    const boundary = await getCurrentBoundary(db);
    await checkPlaces(db, filter.within, "within");
    const year = indicator ? await getDeclaredYear(db, indicator, fiscalYear) : null;
    if (indicator) await checkDeclaredLevel(db, indicator, level, what === "areas" ? "level" : "indicator");
    const authorities = await getAuthoritiesTaken(db, filter.within);
    const features = await streamFeatures(db, what, {
      filter,
      level,
      indicator: indicator ?? null,
      fiscal_year: year,
    });
    const collection = new FeatureCollection({
      name: `phuenthi-${names[what].en}`,
      boundary_version: boundary.id,
      attribution: boundary.attribution,
      sample_boundary: boundary.sample,
      // of the records, or of those behind the coverage that is joined; areas alone have none
      sample_records: await sampleOf(what, indicator),
      ...(authorities.length > 0 ? { within_authorities: authorities } : {}),
    });
    // an error in the middle cuts the answer short: the reader sees a broken transfer, never a short but valid file
    pipeline(features, collection, () => {});
    endWhenStuck(reply, collection);
    return reply
      .type("application/geo+json; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", attachment(fileNames(what, year)))
      .send(collection) as never;
  }
}

function fileNames(what: keyof typeof names, fiscalYear: number | null) {
  return {
    thai: `${names[what].th}${fiscalYear ? `-ปีงบ-${fiscalYear + 543}` : ""}.geojson`,
    ascii: `${names[what].en}${fiscalYear ? `-fy${fiscalYear}` : ""}.geojson`,
  };
}

/** A reader that has stopped, or never ends, would hold a connection and its locks for ever. */
const IDLE_LIMIT_MS = 60_000;
const WHOLE_LIMIT_MS = 15 * 60_000;

function endWhenStuck(reply: FastifyReply, collection: FeatureCollection): void {
  const end = () => collection.destroy(new Error("the reader stopped reading"));
  reply.raw.setTimeout(IDLE_LIMIT_MS, end);
  const limit = setTimeout(end, WHOLE_LIMIT_MS);
  collection.once("close", () => clearTimeout(limit));
}
