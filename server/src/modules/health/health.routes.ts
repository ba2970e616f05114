import type { ApiApp, ApiContext } from "../../api-context.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { health } from "./health.schema.ts";
import { getHealth } from "./health.sql.ts";

export function healthRoutes(app: ApiApp, { db, version }: ApiContext): void {
  app.get(
    "/health",
    {
      schema: {
        tags: ["service"],
        summary: "Is it up, on what database, with which boundaries",
        response: { 200: health, 503: problemAnswer },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      return { status: "ok" as const, version, ...(await getHealth(db)) };
    },
  );
}
