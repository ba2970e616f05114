import type { z } from "zod";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { offsetCursor, pageOffset } from "../../common/cursor.ts";
import {
  checkAuthoritiesAreOpen,
  isName,
  mayNameAuthorities,
  pageOfAuthorities,
} from "../../common/redistribution.sql.ts";
import type { Db } from "../../db.ts";
import { closeToOtherSites } from "../../other-sites.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { coverageLevel } from "../vocabulary/vocabulary.schema.ts";
import {
  extentQuery,
  nicknameList,
  PAGE_HEADER,
  pageHeaders,
  placeList,
  placeListQuery,
  placesExtent,
  placesIndex,
} from "./places.schema.ts";
import { findExtent, getPlacesIndexJson, listNicknames, listPlaces } from "./places.sql.ts";

const areasAlone = coverageLevel.options.filter((level) => level !== "local_authority");
const JSON_TYPE = "application/json; charset=utf-8";

export function placeRoutes(
  app: ApiApp,
  { dbOf, publicDb, answers, versions, redistributeSources }: ApiContext,
): void {
  const mayName = versions.kept(["boundary"], () => mayNameAuthorities(publicDb, redistributeSources));
  const checkIsOpen = () => checkAuthoritiesAreOpen(publicDb, redistributeSources);

  app.get(
    "/places",
    {
      schema: {
        tags: ["areas"],
        operationId: "listPlaces",
        summary: "Search regions, provinces, districts, tambon and local authorities by one ranking",
        querystring: placeListQuery,
        response: { 200: placeList, 400: problemAnswer, 403: problemAnswer },
      },
    },
    // many people type the same first letters
    (request, reply) =>
      answers.send(request, reply, {
        topics: ["boundary"],
        type: JSON_TYPE,
        make: async (db) => {
          const { q, cursor } = request.query;
          const offset = pageOffset(cursor);
          const { levels, limit, isWhole } = await readPage(db, request.query);
          const { items, count, total, suggestions } = await listPlaces(db, {
            q: q || null,
            levels,
            limit,
            offset,
          });
          const next_cursor = JSON.stringify(isWhole ? offsetCursor(offset, count, total) : null);
          return `{"items":${items},"total":${total},"next_cursor":${next_cursor},"suggestions":${suggestions}}`;
        },
      }),
  );

  app.get(
    "/places/index",
    {
      schema: {
        tags: ["areas"],
        operationId: "getPlacesIndex",
        summary: "Regions and local authorities by the provinces and tambon they have, compact",
        description:
          "All local authorities with their names and their tambon: what the page of this server draws and names them by. " +
          "Where the source's licence does not allow the list to be handed on, it is the page's alone: asked without " +
          `\`${PAGE_HEADER}\` it is the problem \`source-not-redistributable\`, and pages of other sites, which may not send ` +
          "that, cannot read it.",
        headers: pageHeaders,
        response: { 200: placesIndex, 400: problemAnswer, 403: problemAnswer },
      },
    },
    async (request, reply) => {
      if (!(await mayName())) {
        if (request.headers[PAGE_HEADER] === undefined) await checkIsOpen();
        closeToOtherSites(reply);
      }
      return answers.send(request, reply, {
        topics: ["boundary"],
        type: JSON_TYPE,
        make: getPlacesIndexJson,
        isGuarded: true,
      });
    },
  );

  app.get(
    "/places/nicknames",
    {
      schema: {
        tags: ["areas"],
        operationId: "listNicknames",
        summary: "What people call places, and the official names they stand for",
        response: { 200: nicknameList, 400: problemAnswer },
      },
    },
    (request, reply) =>
      answers.send(request, reply, {
        topics: ["boundary"],
        type: JSON_TYPE,
        make: async (db) => JSON.stringify({ items: await listNicknames(db) }),
      }),
  );

  app.get(
    "/places/extent",
    {
      schema: {
        tags: ["areas"],
        operationId: "getPlacesExtent",
        summary: "How far a set of places reaches: what a map fits to",
        querystring: extentQuery,
        response: { 200: placesExtent, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request) => {
      const { within } = request.query;
      const db = dbOf(request);
      await checkPlaces(db, within, "within");
      return { bbox: await findExtent(db, within) };
    },
  );

  /** Without a name all levels are those that may be listed; local authorities may not always be. */
  async function readPage(db: Db, { q, level, limit, cursor }: z.output<typeof placeListQuery>) {
    const isOpen = await mayName();
    if (!level && !isOpen && !(await isName(db, q))) return { levels: areasAlone, limit, isWhole: true };
    const levels = level ?? coverageLevel.options;
    if (!levels.includes("local_authority")) return { levels, limit, isWhole: true };
    const page = await pageOfAuthorities(db, redistributeSources, isOpen, { q, cursor, limit });
    return { levels, ...page };
  }
}
