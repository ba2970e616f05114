import type { ApiApp, ApiContext } from "../../api-context.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { indicatorList } from "./indicators.schema.ts";
import { listIndicators } from "./indicators.sql.ts";

export function indicatorRoutes(app: ApiApp, { answers }: ApiContext): void {
  app.get(
    "/indicators",
    {
      schema: {
        tags: ["coverage"],
        operationId: "listIndicators",
        summary: "Every declared indicator: rule, unit, target, years, levels, classes",
        response: { 200: indicatorList, 400: problemAnswer },
      },
    },
    (request, reply) =>
      answers.send(request, reply, {
        topics: ["boundary"],
        type: "application/json; charset=utf-8",
        make: async (db) => JSON.stringify({ items: await listIndicators(db) }),
      }),
  );
}
