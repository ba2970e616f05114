import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { checkAnyDeclaredYear } from "../../common/declared-year.sql.ts";
import { topicsOf } from "../../data-version.ts";
import { ProblemError } from "../../problems.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { findPace } from "./forecast.ts";
import { overview, overviewQuery } from "./overview.schema.ts";
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

function toItem({
  declaration,
  fiscal_year,
  sample_records,
  source_date,
  source_date_of,
  total,
  reason,
  series,
}: Figure) {
  const { target } = total;
  const limit = declaration.kind === "rate" ? 1 : declaration.kind === "coverage" ? total.units : null;
  return {
    indicator: declaration.id,
    fiscal_year,
    sample_records,
    source_date,
    source_date_of,
    value: total.value,
    withheld_below: total.withheld_below,
    numerator: total.numerator,
    denominator: total.denominator,
    ratio: total.ratio,
    units: total.units,
    unknown: total.unknown,
    reason,
    target: target && {
      value: target.value,
      fiscal_year: target.fiscal_year,
      version: target.version,
      owner: target.owner,
      source: target.source,
    },
    target_ratio: total.target_ratio,
    series,
    pace: findPace(series, target, fiscal_year, declaration.ratio_unit ? null : limit),
  };
}
