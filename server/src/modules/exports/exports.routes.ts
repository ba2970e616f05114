// The one door for whole sets: /api/export/<collection>.<format>. Collections are areas and every kind of record that anybody
// may see; formats are files of formats/.
import { pipeline, type Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { asFile } from "../../common/attachment.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkDeclaredLevel } from "../../common/check-declared-level.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { codeTag } from "../../common/code-tag.ts";
import type { Lang } from "../../common/csv-words.ts";
import { getCurrentBoundary } from "../../common/current-boundary.sql.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { columnsOfAreas, columnsOfKind } from "../../common/export-columns.ts";
import { type ExportFormat, exportFormats, getFormat } from "../../common/export-formats.ts";
import { listFewNames } from "../../common/place-names.sql.ts";
import { checkAuthoritiesAreOpen } from "../../common/redistribution.sql.ts";
import { getSampleRecords, getSampleRecordsOf } from "../../common/sample-records.sql.ts";
import { hasTag, notModified, tagOf, withoutBody } from "../../conditional.ts";
import type { Db } from "../../db.ts";
import { register } from "../../records/kinds.ts";
import { exportQueryOf, type RecordFilter } from "../../records/record-contract.ts";
import { collectionPath, operationName } from "../../records/record-kind.ts";
import type { KnownKind } from "../../records/register.ts";
import { sayVersion } from "../../seen-version.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import type { CoverageLevel } from "../vocabulary/vocabulary.schema.ts";
import { exportName } from "./export-name.ts";
import { areaExportQuery, fileLanguage, joinedIndicator } from "./exports.schema.ts";
import { type ExportRequest, streamFeatures } from "./exports.sql.ts";

type Asked = {
  format: string;
  lang: Lang;
  level: CoverageLevel;
  indicator: string | undefined;
  fiscalYear: number | undefined;
  filter: RecordFilter;
};

const params = z.object({
  format: z
    .enum(exportFormats.map(({ id }) => id) as [string, ...string[]])
    .meta({ description: "what kind of file", examples: ["geojson"] }),
});
const file = {
  description: exportFormats.map(({ description }) => description.en).join("; or "),
  content: Object.fromEntries(
    exportFormats.map(({ mediaType, schema = z.string() }) => [mediaType, { schema }]),
  ),
};
const response = {
  200: file,
  400: problemAnswer,
  403: problemAnswer,
  404: problemAnswer,
};

/** By which a coverage is joined to records: the smallest places that they lie in. */
const levelOf = { area: "tambon", province: "province", local_authority: "local_authority" } as const;

export function exportRoutes(
  app: ApiApp,
  { dbOf, publicDb, fileFor, versions, redistributeSources }: ApiContext,
): void {
  const tags = ["exports"];
  const boundaryInForce = versions.kept(["boundary"], () => getCurrentBoundary(publicDb));

  app.get(
    "/export/areas.:format",
    {
      schema: {
        tags,
        operationId: "exportAreas",
        summary: "Areas that the filter lets through, full resolution, as a file",
        params,
        querystring: areaExportQuery,
        response,
      },
    },
    (request, reply) => {
      const { level, indicator, fiscal_year, lang, ...filter } = request.query;
      const { format } = request.params;
      return answer(request, reply, null, {
        format,
        lang,
        level,
        indicator,
        fiscalYear: fiscal_year,
        filter,
      });
    },
  );

  for (const kind of register.open) {
    app.get(
      `/export/${collectionPath(kind)}.:format`,
      {
        schema: {
          tags,
          operationId: `export${operationName(kind.collection)}`,
          summary: `${kind.many.en} that the filter lets through, as a file`,
          params,
          querystring: exportQueryOf(kind, {
            ...(kind.liesAt && { indicator: joinedIndicator }),
            lang: fileLanguage,
          }),
          response,
        },
      },
      (request, reply) => {
        const { indicator, lang, ...filter } = request.query as RecordFilter & {
          indicator?: string;
          lang: Lang;
        };
        return answer(request, reply, kind, {
          format: request.params.format,
          lang,
          level: kind.liesAt ? levelOf[kind.liesAt.of] : "tambon",
          indicator,
          fiscalYear: filter.fiscal_year,
          filter,
        });
      },
    );
  }

  /** Streams the reply; typed as never because a file of any size has no schema to be checked against. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: KnownKind | null,
    asked: Asked,
  ): Promise<never> {
    const format = getFormat(asked.format);
    const db = dbOf(request);
    // read before the data are: what is newer than its tag is fetched once too often, never kept too long
    const { key, changedAt } = await sayVersion(versions, request, reply, [
      "boundary",
      ...(kind ? [kind.id] : []),
      ...(asked.indicator ? [`coverage ${asked.indicator}`] : []),
    ]);
    const question = await questionOf(db, kind, asked);
    const etag = tagOf(
      codeTag,
      key,
      kind?.id ?? "area",
      format.id,
      format.hasWords ? asked.lang : "",
      JSON.stringify(question),
    );
    const places = await listFewNames(db, asked.filter.within);
    asFile(reply, exportName(kind, question, places, format.hasWords ? asked.lang : null), `.${format.id}`);
    reply
      .type(`${format.mediaType}; charset=utf-8`)
      .header("etag", etag)
      .header("last-modified", changedAt.toUTCString())
      .header("cache-control", "no-cache");
    if (hasTag(request, etag)) return notModified(request, reply);
    if (request.method === "HEAD") return reply.send(withoutBody(request)) as never;
    // an error in the middle cuts the answer short: the reader sees a broken transfer, never a short but valid file
    const bytes = await fileFor(request, etag, () => make(db, kind, format, asked.lang, question));
    return reply.send(bytes) as never;
  }

  /** @throws ProblemError where nothing can answer it, or nobody may hand the answer on */
  async function questionOf(db: Db, kind: KnownKind | null, asked: Asked): Promise<ExportRequest> {
    const { filter, level, indicator, fiscalYear } = asked;
    if (!kind && level === "local_authority") await checkAuthoritiesAreOpen(db, redistributeSources);
    await checkPlaces(db, filter.within, "within");
    if (!indicator) return { filter, level, indicator: null, fiscal_year: null };
    const fiscal_year = await getDeclaredYear(db, indicator, fiscalYear);
    await checkDeclaredLevel(db, indicator, level, kind ? "indicator" : "level");
    return { filter, level, indicator, fiscal_year };
  }

  async function make(
    db: Db,
    kind: KnownKind | null,
    format: ExportFormat,
    lang: Lang,
    question: ExportRequest,
  ): Promise<Readable> {
    const { filter, indicator } = question;
    const boundary = await boundaryInForce();
    const authorities = await getAuthoritiesTaken(db, redistributeSources, filter.within);
    const encoder = format.encode({
      name: kind?.collection ?? "areas",
      head: {
        name: `phuenthi-${kind?.collection ?? "areas"}`,
        boundary_version: boundary.id,
        attribution: boundary.attribution,
        sample_boundary: boundary.sample,
        // of the records, or of those behind the coverage that is joined; areas alone have none
        sample_records: await sampleOf(db, kind, indicator),
        ...(authorities.length > 0 ? { within_authorities: authorities } : {}),
      },
      columns: kind ? columnsOfKind(kind, indicator !== null) : columnsOfAreas(indicator !== null),
      lang,
    });
    const features = await streamFeatures(db, kind, question);
    return pipeline(features, encoder, () => {});
  }
}

async function sampleOf(db: Db, kind: KnownKind | null, indicator: string | null) {
  if (kind) return getSampleRecords(db, [kind.id]);
  return indicator ? getSampleRecordsOf(db, indicator) : null;
}
