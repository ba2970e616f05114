import { readFileSync } from "node:fs";
import { pipeline } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { asFile } from "../../common/attachment.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkDeclaredLevel } from "../../common/check-declared-level.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { getCurrentBoundary } from "../../common/current-boundary.sql.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { listFewNames } from "../../common/place-names.sql.ts";
import { checkAuthoritiesAreOpen } from "../../common/redistribution.sql.ts";
import { getSampleRecords, getSampleRecordsOf } from "../../common/sample-records.sql.ts";
import { hasTag, notModified, tagOf, withoutBody } from "../../conditional.ts";
import type { Topic } from "../../data-version.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { collectionNames, exportName } from "./export-name.ts";
import { areaExportQuery, featureCollectionAnswer, recordExportQueries } from "./exports.schema.ts";
import { type ExportRequest, streamFeatures } from "./exports.sql.ts";
import { FeatureCollection } from "./feature-collection.ts";

/** What a collection is made from, beside the coverage that may be joined to it. */
const topics: Record<keyof typeof collectionNames, Topic[]> = {
  areas: ["boundary"],
  organizations: ["organization", "boundary"],
  plans: ["plan", "boundary"],
};
/** The same data in another form are another file: of the built server this is all of its code. */
const CODE = tagOf(readFileSync(import.meta.filename));

type What = keyof typeof collectionNames;

type Asked = {
  level: ExportRequest["level"];
  indicator: string | undefined;
  fiscalYear: number | undefined;
  filter: ExportRequest["filter"];
};

export function exportRoutes(app: ApiApp, { db, versions, redistributeSources }: ApiContext): void {
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
    (request, reply) => {
      const { level, indicator, fiscal_year, ...filter } = request.query;
      return answer(request, reply, "areas", { level, indicator, fiscalYear: fiscal_year, filter });
    },
  );

  for (const what of ["organizations", "plans"] as const) {
    app.get(
      `/export/${what}.geojson`,
      {
        schema: {
          tags,
          operationId: what === "plans" ? "exportPlans" : "exportOrganizations",
          summary: `${collectionNames[what].en} that the filter lets through, as GeoJSON (RFC 7946)`,
          querystring: recordExportQueries[what],
          response,
        },
      },
      (request, reply) => {
        const { indicator, ...filter } = request.query;
        return answer(request, reply, what, {
          level: "tambon",
          indicator,
          fiscalYear: filter.fiscal_year,
          filter,
        });
      },
    );
  }

  async function sampleOf(what: What, indicator: string | undefined) {
    if (what === "organizations") return getSampleRecords(db, ["organization"]);
    if (what === "plans") return getSampleRecords(db, ["plan"]);
    return indicator ? getSampleRecordsOf(db, indicator) : null;
  }

  /** Streams the reply; typed as never because GeoJSON of any size has no schema to be checked against. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    what: What,
    { level, indicator, fiscalYear, filter }: Asked,
  ): Promise<never> {
    if (level === "local_authority") await checkAuthoritiesAreOpen(db, redistributeSources);
    // read before the data are: what is newer than its tag is fetched once too often, never kept too long
    const { key, changedAt } = await versions.of([
      ...topics[what],
      ...(indicator ? ["coverage" as const] : []),
    ]);
    const boundary = await getCurrentBoundary(db);
    await checkPlaces(db, filter.within, "within");
    const year = indicator ? await getDeclaredYear(db, indicator, fiscalYear) : null;
    if (indicator) await checkDeclaredLevel(db, indicator, level, what === "areas" ? "level" : "indicator");
    const authorities = await getAuthoritiesTaken(db, redistributeSources, filter.within);
    const question = { filter, level, indicator: indicator ?? null, fiscal_year: year };
    const etag = tagOf(CODE, key, what, JSON.stringify(question));
    const places = await listFewNames(db, filter.within);
    asFile(reply, exportName(what, question, places), ".geojson");
    reply
      .type("application/geo+json; charset=utf-8")
      .header("etag", etag)
      .header("last-modified", changedAt.toUTCString())
      .header("cache-control", "no-cache");
    if (hasTag(request, etag, changedAt)) return notModified(request, reply);
    if (request.method === "HEAD") return reply.send(withoutBody(request)) as never;
    const sample = await sampleOf(what, indicator);
    const features = await streamFeatures(db, what, question);
    const collection = new FeatureCollection({
      name: `phuenthi-${collectionNames[what].en}`,
      boundary_version: boundary.id,
      attribution: boundary.attribution,
      sample_boundary: boundary.sample,
      // of the records, or of those behind the coverage that is joined; areas alone have none
      sample_records: sample,
      ...(authorities.length > 0 ? { within_authorities: authorities } : {}),
    });
    // an error in the middle cuts the answer short: the reader sees a broken transfer, never a short but valid file
    pipeline(features, collection, () => {});
    endWhenStuck(reply, collection);
    return reply.send(collection) as never;
  }
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
