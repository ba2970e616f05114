import type { ApiApp, ApiContext } from "../../api-context.ts";
import { listClosedSources } from "../../common/redistribution.sql.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { type Health, health } from "./health.schema.ts";
import { getHealth } from "./health.sql.ts";

/** All that the answer is made of: boundaries, what is declared of figures, and the sources of any record they are made of. */
const TOPICS = ["boundary", "coverage", "records"] as const;

export function healthRoutes(
  app: ApiApp,
  { publicDb, pingDatabase, versions, redistributeSources }: ApiContext,
): void {
  const read = versions.kept(TOPICS, async (): Promise<Health> => {
    const [found, not_redistributed] = await Promise.all([
      getHealth(publicDb),
      listClosedSources(publicDb, redistributeSources),
    ]);
    return { status: "ok", ...found, not_redistributed };
  });

  app.get(
    "/health",
    {
      schema: {
        tags: ["service"],
        operationId: "getHealth",
        summary: "Is it up, and with which boundaries",
        response: { 200: health, 400: problemAnswer },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-store");
      const [found] = await Promise.all([read(), pingDatabase()]);
      return found;
    },
  );
}
