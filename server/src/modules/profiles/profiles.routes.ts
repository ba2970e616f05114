import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { withoutManyNames } from "../../common/redistribution.sql.ts";
import { topicsOf } from "../../data-version.ts";
import { atYearQuery } from "../filter/filter.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { type PlaceProfile, placeProfile, profileParams } from "./profiles.schema.ts";
import { getProfileJson } from "./profiles.sql.ts";

export function profileRoutes(app: ApiApp, { answers, redistributeSources }: ApiContext): void {
  app.get(
    "/areas/:code/profile",
    {
      schema: {
        tags: ["areas"],
        operationId: "getPlaceProfile",
        summary: "What is on record of a place: country, region, area or local authority",
        params: profileParams,
        querystring: atYearQuery,
        response: { 200: placeProfile, 400: problemAnswer, 404: problemAnswer },
      },
    },
    (request, reply) => {
      const { code } = request.params;
      const { fiscal_year: fiscalYear = null } = request.query;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf(["records", "coverage"], [code])],
        type: "application/json; charset=utf-8",
        make: async (db) => {
          await checkPlace(db, code, "code");
          const json = await getProfileJson(db, code, fiscalYear);
          return withoutManyNames(
            db,
            redistributeSources,
            json,
            ({ neighbours }: PlaceProfile) => neighbours ?? [],
          );
        },
      });
    },
  );
}
