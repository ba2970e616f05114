import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { keysetCursor, keysetFrom } from "../../common/cursor.ts";
import { ProblemError } from "../../problems.ts";
import { recordParams } from "../filter/filter.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { organizationDetail, organizationList, organizationListQuery } from "./organizations.schema.ts";
import { findOrganization, listOrganizations } from "./organizations.sql.ts";

export function organizationRoutes(app: ApiApp, { db, redistributeSources }: ApiContext): void {
  const tags = ["records"];

  app.get(
    "/organizations",
    {
      schema: {
        tags,
        operationId: "listOrganizations",
        summary: "Community organizations that the filter lets through",
        querystring: organizationListQuery,
        response: { 200: organizationList, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async ({ query: { limit, cursor, sort: asked, ...filter } }) => {
      const sort = asked ?? (filter.q ? "match" : "name");
      const after = keysetFrom(cursor, sort);
      await checkPlaces(db, filter.within, "within");
      const { items, total, last } = await listOrganizations(db, filter, { sort, after, limit });
      const within_authorities = await getAuthoritiesTaken(db, redistributeSources, filter.within);
      return { items, total, next_cursor: keysetCursor(sort, last), within_authorities };
    },
  );

  app.get(
    "/organizations/:id",
    {
      schema: {
        tags,
        operationId: "getOrganization",
        summary: "One community organization",
        params: recordParams,
        response: { 200: organizationDetail, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async ({ params }) => {
      const item = await findOrganization(db, params.id);
      if (item) return organizationDetail.parse(item);
      throw new ProblemError("organization-not-found", {
        errors: [{ field: "id", message: "no organization has this id" }],
      });
    },
  );
}
