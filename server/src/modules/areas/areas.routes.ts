import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkPlace, checkPlaces } from "../../common/check-place.sql.ts";
import { offsetCursor, pageOffset } from "../../common/cursor.ts";
import { hasTag } from "../../conditional.ts";
import { ProblemError } from "../../problems.ts";
import { type ReadyHeads, readyHeads, sendReady } from "../../ready-answer.ts";
import { atYearQuery } from "../filter/filter.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { areaCode } from "../vocabulary/vocabulary.schema.ts";
import { AreaFinder } from "./area-finder.ts";
import { areaAt, areaAtQuery, areaDetail, areaIndex, areaList, areaListQuery } from "./areas.schema.ts";
import { type AreaBox, findArea, getAreaIndexJson, listAreas } from "./areas.sql.ts";

const JSON_TYPE = "application/json; charset=utf-8";

export function areaRoutes(
  app: ApiApp,
  { dbOf, publicDb, answers, versions, redistributeSources }: ApiContext,
): void {
  const tags = ["areas"];
  const finder = new AreaFinder(publicDb, versions);

  app.get(
    "/areas",
    {
      schema: {
        tags,
        operationId: "listAreas",
        summary: "List or search provinces, districts and tambon",
        querystring: areaListQuery,
        response: { 200: areaList, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { q, level = null, parent = null, within = null, bbox = null, limit, cursor } = request.query;
      const question = { q: q || null, level, parent, within, bbox, limit, offset: pageOffset(cursor) };
      // many people type the same first letters
      return answers.send(request, reply, {
        topics: ["boundary"],
        type: JSON_TYPE,
        make: async (db) => {
          await checkPlaces(db, parent ? [parent] : [], "parent");
          await checkPlaces(db, within ?? [], "within");
          const { items, total, suggestions } = await listAreas(db, question);
          return JSON.stringify({
            items,
            total,
            next_cursor: offsetCursor(question.offset, items.length, total),
            within_authorities: await getAuthoritiesTaken(db, redistributeSources, within),
            suggestions,
          });
        },
      });
    },
  );

  app.get(
    "/areas/index",
    {
      schema: {
        tags,
        operationId: "getAreaIndex",
        summary: "Code and names of every area on the map, compact, in Thai order",
        response: { 200: areaIndex, 400: problemAnswer },
      },
    },
    (request, reply) =>
      answers.send(request, reply, {
        topics: ["boundary"],
        type: JSON_TYPE,
        make: getAreaIndexJson,
      }),
  );

  app.get(
    "/areas/at",
    {
      schema: {
        tags,
        operationId: "getAreaAtPoint",
        summary: "The tambon, district and province at a point",
        querystring: areaAtQuery,
        response: { 200: areaAt, 400: problemAnswer, 404: problemAnswer },
      },
    },
    (request, reply) => {
      const { lon, lat } = request.query;
      const send = (area: AreaBox | null): never => {
        if (area) return sendArea(request, reply, area);
        throw new ProblemError("outside-country", {
          detail: `no tambon at longitude ${lon}, latitude ${lat}`,
          errors: [
            { field: "lon", message: "outside Thailand" },
            { field: "lat", message: "outside Thailand" },
          ],
        });
      };
      const found = finder.find(lon, lat);
      return found instanceof Promise ? found.then(send) : send(found);
    },
  );

  app.get(
    "/areas/:code",
    {
      schema: {
        tags,
        operationId: "getArea",
        summary: "One area: names, ancestors, extent, counts, sources",
        params: z.object({ code: areaCode }),
        querystring: atYearQuery,
        response: { 200: areaDetail, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request) => {
      const { params, query } = request;
      const db = dbOf(request);
      await checkPlace(db, params.code, "code");
      const area = await findArea(db, params.code, query.fiscal_year ?? null);
      if (!area) throw new ProblemError("boundaries-missing");
      return area;
    },
  );
}

/** Asked with every tap and every step of a walk; typed as never because the route declares what it holds. */
function sendArea(request: FastifyRequest, reply: FastifyReply, area: AreaBox): never {
  area.ready ??= readyArea(reply, area);
  sendReady(reply, area.ready, area.path, hasTag(request, area.etag));
  return reply as never;
}

function readyArea(reply: FastifyReply, { etag, path }: AreaBox): ReadyHeads {
  reply.header("etag", etag).header("cache-control", "no-cache");
  return readyHeads(reply, { "content-type": JSON_TYPE, "content-length": String(Buffer.byteLength(path)) });
}
