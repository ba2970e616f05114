import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { checkAnyDeclaredYear } from "../../common/declared-year.sql.ts";
import { topicsOf } from "../../data-version.ts";
import { ProblemError } from "../../problems.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { findPace } from "./forecast.ts";
import { type OverviewItem, overview, overviewQuery } from "./overview.schema.ts";
import { type Figure, findFigures } from "./overview.sql.ts";

export function overviewRoutes(app: ApiApp, { answers }: ApiContext): void {
  app.get(
    "/overview",
    {
      schema: {
        tags: ["targets"],
        operationId: "getOverview",
        summary: "Every indicator of a place: figure, target, series by year, pace and forecast",
        querystring: overviewQuery,
        response: { 200: overview, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { place, fiscal_year } = request.query;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf(["coverage"], [place])],
        type: "application/json; charset=utf-8",
        make: async (db) => {
          await checkPlace(db, place, "place");
          if (fiscal_year !== undefined) await checkAnyDeclaredYear(db, fiscal_year);
          const found = await findFigures(db, place, fiscal_year ?? null);
          if (!found) throw new ProblemError("boundaries-missing");
          const { figures, ...standing } = found;
          return JSON.stringify({ ...standing, items: figures.map(toItem) });
        },
      });
    },
  );
}

function toItem({ most, ...item }: Figure): OverviewItem {
  return { ...item, pace: findPace(item.series, item.target, item.fiscal_year, most) };
}
