import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { offsetCursor, pageOffset } from "../../common/cursor.ts";
import { mayNameAuthorities, pageOfAuthorities } from "../../common/redistribution.sql.ts";
import { ProblemError } from "../../problems.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import {
  localAuthorityDetail,
  localAuthorityList,
  localAuthorityListQuery,
  localAuthorityParams,
} from "./local-authorities.schema.ts";
import { findLocalAuthority, listLocalAuthorities } from "./local-authorities.sql.ts";

export function localAuthorityRoutes(
  app: ApiApp,
  { dbOf, publicDb, versions, redistributeSources }: ApiContext,
): void {
  const mayName = versions.kept(["boundary"], () => mayNameAuthorities(publicDb, redistributeSources));
  const tags = ["areas"];

  app.get(
    "/local-authorities",
    {
      schema: {
        tags,
        operationId: "listLocalAuthorities",
        summary: "Local authorities (อปท.), and how their areas are known",
        description:
          "Where the source's licence does not allow its list to be handed on, only a search by name is answered: a " +
          "`q`, its first twenty. Anything else is the problem `source-not-redistributable`.",
        querystring: localAuthorityListQuery,
        response: { 200: localAuthorityList, 400: problemAnswer, 403: problemAnswer, 404: problemAnswer },
      },
    },
    async (request) => {
      const { within, kind, extent, q, bbox, limit: asked, cursor } = request.query;
      const db = dbOf(request);
      const { limit, isWhole } = await pageOfAuthorities(db, redistributeSources, await mayName(), {
        q,
        cursor,
        limit: asked,
      });
      const offset = pageOffset(cursor);
      await checkPlaces(db, within, "within");
      const { items, total, suggestions } = await listLocalAuthorities(db, {
        within: within ?? null,
        kind: kind ?? null,
        extent: extent ?? null,
        q: q || null,
        bbox: bbox ?? null,
        limit,
        offset,
      });
      const within_authorities = await getAuthoritiesTaken(db, redistributeSources, within);
      const next_cursor = isWhole ? offsetCursor(offset, items.length, total) : null;
      return { items, total, next_cursor, within_authorities, suggestions };
    },
  );

  app.get(
    "/local-authorities/:code",
    {
      schema: {
        tags,
        operationId: "getLocalAuthority",
        summary: "One local authority, and the tambon it has in whole or in part",
        params: localAuthorityParams,
        response: { 200: localAuthorityDetail, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request) => {
      const item = await findLocalAuthority(dbOf(request), request.params.code);
      if (item) return item;
      throw new ProblemError("local-authority-not-found", {
        errors: [{ field: "code", message: "no local authority has this code" }],
      });
    },
  );
}
