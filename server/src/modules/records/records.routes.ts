// A list and single records of every kind that anybody may see: /api/organizations, /api/plans/:id, …
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { keysetCursor, keysetFrom } from "../../common/cursor.ts";
import { ProblemError } from "../../problems.ts";
import { register } from "../../records/kinds.ts";
import { defaultSort, listOfKind, listQueryOf, type RecordFilter } from "../../records/record-contract.ts";
import { collectionPath, operationName } from "../../records/record-kind.ts";
import type { KnownKind } from "../../records/register.ts";
import { sayVersion } from "../../seen-version.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { findRecord, getLatestChange, listRecords } from "./records.sql.ts";

const recordParams = z.object({
  id: z.uuid().meta({ description: "id of the record", examples: ["0b6d3f1e-6c0a-4a53-9c57-2f8e6a1f4c11"] }),
});

type ListQuery = RecordFilter & { limit: number; cursor?: string; sort?: string; since?: number };

export function recordRoutes(app: ApiApp, context: ApiContext): void {
  for (const kind of register.open) routesOf(app, context, kind);
}

function routesOf(app: ApiApp, { dbOf, versions, redistributeSources }: ApiContext, kind: KnownKind): void {
  const tags = ["records"];
  const path = `/${collectionPath(kind)}`;
  const topics = [kind.id, "boundary"];

  app.get(
    path,
    {
      schema: {
        tags,
        operationId: `list${operationName(kind.collection)}`,
        summary: `${kind.many.en} that the filter lets through`,
        description: kind.description.en,
        querystring: listQueryOf(kind),
        response: { 200: listOfKind(kind), 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { limit, cursor, sort: asked, ...filter } = request.query as unknown as ListQuery;
      const db = dbOf(request);
      const sort =
        asked ?? (filter.since === undefined ? (filter.q ? "match" : defaultSort(kind)) : "change");
      const after = keysetFrom(cursor, `${kind.id} ${sort}`);
      await checkPlaces(db, filter.within, "within");
      await sayVersion(versions, request, reply as FastifyReply, topics);
      // read before the rows are: what comes meanwhile is told again, never left out
      const latest_change = await getLatestChange(db, kind);
      const { items, total, last } = await listRecords(db, kind, filter, { sort, after, limit });
      const within_authorities = await getAuthoritiesTaken(db, redistributeSources, filter.within);
      return {
        items,
        total,
        next_cursor: keysetCursor(`${kind.id} ${sort}`, last),
        latest_change,
        ...(kind.liesAt && { within_authorities }),
      };
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        operationId: `get${operationName(kind.id)}`,
        summary: `${kind.one.en}, by itself`,
        params: recordParams,
        response: { 200: kind.detail, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      await sayVersion(versions, request, reply as FastifyReply, topics);
      const item = await findRecord(dbOf(request), kind, request.params.id);
      if (item) return kind.detail.parse(item);
      throw new ProblemError("record-not-found", {
        detail: `no ${kind.one.en.toLowerCase()} has this id`,
        errors: [{ field: "id", message: `no ${kind.one.en.toLowerCase()} has this id` }],
      });
    },
  );
}
