import type { ApiApp, ApiContext } from "../../api-context.ts";
import { listClosedSources } from "../../common/redistribution.sql.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { type Health, health } from "./health.schema.ts";
import { getHealth, ping } from "./health.sql.ts";

/** All that the answer is made of. */
const TOPICS = ["boundary", "organization", "plan", "coverage"] as const;

export function healthRoutes(
  app: ApiApp,
  { db, answers, versions, version, redistributeSources }: ApiContext,
): void {
  let known: { of: string; found: Omit<Health, "answers"> } | null = null;
  let asking: Promise<void> | null = null;

  /** Whether the database is there, asked once for all who ask at the same time. */
  function checkDatabase(): Promise<void> {
    asking ??= ping(db).finally(() => {
      asking = null;
    });
    return asking;
  }

  /** What is read again only when something of it has changed. */
  async function read(): Promise<Omit<Health, "answers">> {
    const { key: of } = await versions.of(TOPICS);
    if (known?.of === of) return known.found;
    const [found, not_redistributed] = await Promise.all([
      getHealth(db),
      listClosedSources(db, redistributeSources),
    ]);
    known = { of, found: { status: "ok", version, ...found, not_redistributed } };
    return known.found;
  }

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
      const [found] = await Promise.all([read(), checkDatabase()]);
      return { ...found, answers: answers.counts };
    },
  );
}
