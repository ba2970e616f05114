import type { ApiApp, ApiContext } from "../../api-context.ts";
import { noQuery } from "../filter/filter.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { placesIndex } from "./places.schema.ts";
import { getPlacesIndexJson } from "./places.sql.ts";

export function placeRoutes(app: ApiApp, { db, answers }: ApiContext): void {
  app.get(
    "/places/index",
    {
      schema: {
        tags: ["areas"],
        summary: "Regions and local authorities by the provinces and tambon they have, compact",
        querystring: noQuery,
        response: { 200: placesIndex, 503: problemAnswer },
      },
    },
    (request, reply) =>
      answers.send(request, reply, {
        key: "places-index",
        topics: ["boundary"],
        type: "application/json; charset=utf-8",
        make: () => getPlacesIndexJson(db),
      }),
  );
}
