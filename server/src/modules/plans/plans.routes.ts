import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getAuthoritiesTaken } from "../../common/authorities-taken.sql.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { keysetCursor, keysetFrom } from "../../common/cursor.ts";
import { ProblemError } from "../../problems.ts";
import { recordParams } from "../filter/filter.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { planDetail, planList, planListQuery } from "./plans.schema.ts";
import { findPlan, listPlans } from "./plans.sql.ts";

export function planRoutes(app: ApiApp, { db, redistributeSources }: ApiContext): void {
  const tags = ["records"];

  app.get(
    "/plans",
    {
      schema: {
        tags,
        operationId: "listPlans",
        summary: "Community development plans that the filter lets through",
        querystring: planListQuery,
        response: { 200: planList, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async ({ query: { limit, cursor, sort: asked, ...filter } }) => {
      const sort = asked ?? (filter.q ? "match" : "title");
      const after = keysetFrom(cursor, sort);
      await checkPlaces(db, filter.within, "within");
      const { items, total, last } = await listPlans(db, filter, { sort, after, limit });
      const within_authorities = await getAuthoritiesTaken(db, redistributeSources, filter.within);
      return { items, total, next_cursor: keysetCursor(sort, last), within_authorities };
    },
  );

  app.get(
    "/plans/:id",
    {
      schema: {
        tags,
        operationId: "getPlan",
        summary: "One plan with its items and every step up the ladder",
        params: recordParams,
        response: { 200: planDetail, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async ({ params }) => {
      const item = await findPlan(db, params.id);
      if (item) return planDetail.parse(item);
      throw new ProblemError("plan-not-found", { errors: [{ field: "id", message: "no plan has this id" }] });
    },
  );
}
