import type { ApiApp, ApiContext } from "../../api-context.ts";
import { listClosedSources } from "../../common/redistribution.sql.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { health } from "./health.schema.ts";
import { getHealth } from "./health.sql.ts";

export function healthRoutes(app: ApiApp, { db, version, redistributeSources }: ApiContext): void {
  app.get(
    "/health",
    {
      schema: {
        tags: ["service"],
        operationId: "getHealth",
        summary: "Is it up, on what database, with which boundaries",
        response: { 200: health, 400: problemAnswer, 503: problemAnswer },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      const [found, not_redistributed] = await Promise.all([
        getHealth(db),
        listClosedSources(db, redistributeSources),
      ]);
      return { status: "ok" as const, version, ...found, not_redistributed };
    },
  );
}
