import { z } from "zod";
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { lastEditIn } from "../../data-version.ts";
import type { Db } from "../../db.ts";
import { closeToOtherSites } from "../../other-sites.ts";
import { ProblemError } from "../../problems.ts";
import { VERSION_HEADER } from "../health/health.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { draftVersion } from "./draft-version.ts";
import { targetChange, targetDetail, targetParams, targetPreview, targetQuery } from "./targets.schema.ts";
import { findTarget, getShareable, writeVersion } from "./targets.sql.ts";

export function targetRoutes(app: ApiApp, { dbOf, editKey }: ApiContext): void {
  const tags = ["targets"];
  const write = {
    400: problemAnswer,
    401: problemAnswer,
    403: problemAnswer,
    404: problemAnswer,
    409: problemAnswer,
  };

  app.get(
    "/targets/:indicator",
    {
      schema: {
        tags,
        operationId: "getTarget",
        summary: "A target, whole: milestones, shares, who set it, and every version before it",
        params: targetParams,
        querystring: targetQuery,
        response: { 200: targetDetail, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request) => getTarget(dbOf(request), request.params.indicator, request.query.version ?? null),
  );

  app.post(
    "/targets/:indicator/preview",
    {
      schema: {
        tags,
        operationId: "previewTargetChange",
        summary: "What a change would write, and nothing is written",
        params: targetParams,
        body: targetChange,
        response: { 200: targetPreview, ...write },
      },
    },
    async (request) => {
      const { values } = await draft(dbOf(request), request.params.indicator, request.body);
      return { values, total: values.filter(({ place_code }) => place_code === "TH").at(-1)?.value ?? 0 };
    },
  );

  app.post(
    "/targets/:indicator/versions",
    {
      config: { lane: "writes" },
      schema: {
        tags,
        operationId: "writeTargetVersion",
        security: [{ editKey: [] }],
        summary: "Set, share out or undo: writes a new version. Needs the edit key as a bearer token",
        params: targetParams,
        body: targetChange,
        response: { 201: targetDetail, ...write },
      },
      // before the body is read: of whoever may not write it, nothing is
      onRequest: async (request) => editKey.check(request),
    },
    async (request, reply) => {
      const { params, body } = request;
      const db = dbOf(request);
      const { head, values } = await draft(db, params.indicator, body);
      const written = await db.transaction(async (tx) => {
        const version = await writeVersion(tx, params.indicator, body.based_on, head, values);
        return { version, edit: await lastEditIn(tx) };
      });
      if (written.version === null) throw new ProblemError("target-changed-meanwhile");
      reply.code(201).header(VERSION_HEADER, String(written.edit));
      return reply.send(await getTarget(db, params.indicator, written.version));
    },
  );

  app.get(
    "/targets/edit-check",
    {
      schema: {
        tags,
        operationId: "checkEditKey",
        security: [{ editKey: [] }],
        summary: "Whether the bearer token may write",
        response: {
          204: z.null(),
          400: problemAnswer,
          401: problemAnswer,
          403: problemAnswer,
        },
      },
    },
    async (request, reply) => {
      closeToOtherSites(reply);
      editKey.check(request);
      return reply.code(204).send(null);
    },
  );
}

async function getTarget(db: Db, indicator: string, version: number | null) {
  const target = await findTarget(db, indicator, version);
  if (target) return target;
  throw new ProblemError("target-not-found", {
    detail:
      version === null
        ? `${indicator} has no target`
        : `${indicator} has no version ${version} of its target`,
    errors: [{ field: version === null ? "indicator" : "version", message: "there is none" }],
  });
}

async function draft(db: Db, id: string, change: z.infer<typeof targetChange>) {
  const current = await getTarget(db, id, null);
  if (current.version !== change.based_on) throw new ProblemError("target-changed-meanwhile");
  return draftVersion(db, current, await getShareable(db, id), change);
}
