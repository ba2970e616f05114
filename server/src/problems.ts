// Every error the API answers, in one place: stable code, status, title (RFC 9457 problem+json).

import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { isUnread } from "./door/announced-body.ts";
import { endGently, willEndGently } from "./door/end-gently.ts";
import { FailureLog, idOf, type Log } from "./log.ts";
import type { Problem } from "./modules/problems/problems.schema.ts";

/**
 * Every problem has words in both languages on the page: `problem.<code>`, or `problem.<code>.<reason>` where there are
 * reasons. `params` are the values those words take: a code is given whole or not at all.
 */
export const catalogue = {
  "invalid-request": {
    status: 400,
    title: "A field of the request is wrong",
    reasons: {
      "years-repeat": [],
      "no-share": [],
      "not-whole": [],
      falls: [],
      "too-many": ["most"],
      "no-basis": [],
      "no-such-share": ["place"],
      "share-too-large": ["place", "most"],
      "places-repeat": [],
    },
  },
  "tile-out-of-range": { status: 400, title: "There is no such tile" },
  "tile-layer-not-found": { status: 404, title: "There is no such layer of tiles" },
  "cursor-invalid": { status: 400, title: "The cursor does not belong to this list" },
  "level-above-area": {
    status: 400,
    title: "The level lies above the area asked within",
    params: ["level"],
  },
  "not-declared": { status: 400, title: "The indicator does not declare this" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "area-not-found": { status: 404, title: "No area or other place has this code", params: ["place"] },
  "outside-country": { status: 404, title: "The point lies in no tambon" },
  "indicator-not-found": { status: 404, title: "No indicator has this id", params: ["indicator"] },
  "fiscal-year-not-declared": {
    status: 404,
    title: "The indicator has no figures for this fiscal year",
    params: ["year"],
  },
  "record-not-found": { status: 404, title: "No record of this kind has this id" },
  "local-authority-not-found": { status: 404, title: "No local authority has this code" },
  "boundary-version-not-found": { status: 404, title: "This boundary version is not served (any more)" },
  "target-not-found": { status: 404, title: "There is no such target" },
  "target-not-undoable": { status: 400, title: "There is no version before this one" },
  "target-not-shareable": {
    status: 400,
    title: "The target cannot be shared out like this",
    reasons: {
      "is-a-rate": [],
      "no-target": [],
      "nothing-to-share-by": [],
      "too-many": ["total", "most"],
      falls: ["year"],
      unmeasured: ["place"],
      "no-region": [],
    },
  },
  "target-shares-do-not-add-up": {
    status: 400,
    title: "The shares do not add up to the whole",
    reasons: { "by-hand": ["sum", "total"] },
  },
  "target-changed-meanwhile": { status: 409, title: "Somebody has set another version meanwhile" },
  "already-there": { status: 409, title: "Another record has this already" },
  "linked-otherwise": {
    status: 409,
    title: "Something that this refers to is not there, or something else still refers to this",
  },
  "editing-is-off": { status: 403, title: "This server takes no edits: it was started without EDIT_KEY" },
  "origin-refused": { status: 403, title: "Edits are taken from the pages of this server only" },
  "edit-key-wrong": { status: 401, title: "The edit key is missing or wrong" },
  "too-many-tries": { status: 429, title: "Too many wrong keys; wait a minute" },
  "source-not-redistributable": {
    status: 403,
    title: "The source's licence does not allow handing on its list",
  },
  "request-too-large": { status: 431, title: "The request is too large" },
  "request-timed-out": { status: 408, title: "The request did not arrive in time" },
  "request-malformed": { status: 400, title: "The request is not HTTP as the server understands it" },
  "asked-too-much": {
    status: 429,
    title: "This address has asked for much of late, and others are waiting; try again in a moment",
  },
  busy: { status: 503, title: "The server is busy; try again in a moment" },
  "no-room-for-file": {
    status: 503,
    title: "There is no room to make the file at the moment; try again in a few minutes",
  },
  "no-room": {
    status: 503,
    title: "The disk of the database is full; what needs room there cannot be done",
  },
  "took-too-long": { status: 503, title: "The answer took too long; ask for less at a time" },
  "database-unavailable": { status: 503, title: "The database is away; try again in a moment" },
  "boundaries-missing": { status: 503, title: "No boundaries are loaded yet; run npm run geo:load" },
  internal: { status: 500, title: "Something went wrong on our side" },
} as const satisfies Record<string, Entry>;

type Entry = {
  status: number;
  title: string;
  params?: readonly string[];
  reasons?: Record<string, readonly string[]>;
};
export type ProblemCode = keyof typeof catalogue;
type FieldError = { field: string; message: string };
type Params = Record<string, string | number>;
type Options = {
  detail?: string;
  errors?: FieldError[];
  cause?: unknown;
  reason?: string;
  params?: Params;
  /** seconds; left out where the status has a usual time */
  retryAfter?: number;
};
/** What a problem of this code must be given. */
type OptionsOf<C extends ProblemCode> = (typeof catalogue)[C] extends {
  params: readonly (infer P extends string)[];
}
  ? [options: Options & { params: Record<P, string | number> }]
  : [options?: Options];

/** Throw it anywhere below a route; the error handler answers it. */
export class ProblemError<C extends ProblemCode = ProblemCode> extends Error {
  override name = "ProblemError";
  readonly code: ProblemCode;
  readonly said: Pick<Options, "errors" | "reason" | "params">;
  readonly retryAfter: number | undefined;

  constructor(code: C, ...[options = {}]: OptionsOf<C>) {
    const { detail, cause, retryAfter, ...said } = options as Options;
    super(detail ?? catalogue[code].title, { cause });
    this.code = code;
    this.said = said;
    this.retryAfter = retryAfter;
  }
}

function toProblem(code: ProblemCode, detail?: string, said: ProblemError["said"] = {}): Problem {
  const { status, title } = catalogue[code];
  return { type: `urn:phuenthi:problem:${code}`, code, title, status, detail: detail ?? title, ...said };
}

/** What a route may have said already of the answer that it did not come to. */
const OF_AN_ANSWER = ["etag", "last-modified", "content-disposition", "accept-ranges"];

/** Seconds until it is worth asking again. */
const RETRY_AFTER: Record<number, number> = { 429: 60, 503: 5 };

function send(reply: FastifyReply, problem: Problem, retryAfter = RETRY_AFTER[problem.status]): FastifyReply {
  for (const name of OF_AN_ANSWER) reply.removeHeader(name);
  if (isUnread(reply.request)) {
    reply.header("connection", "close");
    willEndGently(reply.request.raw.socket);
  }
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return (
    reply
      .code(problem.status)
      .type("application/problem+json; charset=utf-8")
      .header("cache-control", "no-store")
      // by which whoever runs the server finds it in the log
      .header("x-request-id", idOf(reply.request))
      // answered as ready text: a problem must not fail on the schema of the route it interrupts
      .serializer((payload: unknown) => String(payload))
      .send(JSON.stringify(problem))
  );
}

/** Turns everything that can go wrong below this point into problem+json. */
export function registerProblems(app: FastifyInstance, log: Log): void {
  const failures = new FailureLog(log);
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    if (error instanceof ProblemError) {
      const { status } = catalogue[error.code];
      if (status >= 500) failures.add(error, status === 500 ? null : error.code, request, status);
      return send(reply, toProblem(error.code, error.message, error.said), error.retryAfter);
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const { message, said } = invalid(error.validation, Object(request.query));
      return send(reply, toProblem("invalid-request", message, said));
    }
    if (error.statusCode === 413) return send(reply, { ...toProblem("request-too-large"), status: 413 });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return send(reply, { ...toProblem("invalid-request", error.message), status: error.statusCode });
    }
    failures.add(error, null, request, 500);
    return send(reply, toProblem("internal"));
  });
}

/** Of a query that a route checks by itself, because only it knows what acts on what was asked for. */
export const invalidQuery = (
  issues: readonly { path: PropertyKey[]; message: string; keys?: string[] }[],
  query: Record<string, unknown>,
): ProblemError =>
  invalid(
    issues.map(({ path, message, keys }) => ({
      instancePath: `/${path.join("/")}`,
      message,
      params: { keys },
    })),
    query,
  );

function invalid(issues: readonly ValidationIssue[], query: Record<string, unknown>): ProblemError {
  const errors = issues
    .flatMap((issue) => fieldErrors(issue))
    // what is wrong with several values of a field that takes one is that there are several
    .map((one) => (Array.isArray(query[one.field]) ? { ...one, message: "given more than once" } : one));
  const detail = errors
    .map(({ field, message }) => (message.startsWith(`${field} `) ? message : `${field}: ${message}`))
    .join("; ");
  return new ProblemError("invalid-request", { detail, errors });
}

/** Addresses that the router cannot read, before any route is found. */
export function answerFrameworkError(
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  send(reply, { ...toProblem("invalid-request", error.message), status: error.statusCode ?? 400 });
}

/** What `/api` answers where no route is. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(reply, toProblem("not-found", `${request.method} ${request.url.slice(0, 200)}`));
}

type ValidationIssue = { instancePath: string; message?: string; params?: unknown };

function fieldErrors({ instancePath, message = "is wrong", params }: ValidationIssue): FieldError[] {
  const { keys } = (params ?? {}) as { keys?: string[] };
  // "/within/0" → "within": a list is one field of the query
  if (!keys) return [{ field: instancePath.split("/")[1] || "request", message }];
  // a collection says of each unknown key why it does not take it, one to a line
  const lines = message.split("\n");
  return keys.map((field, at) => ({
    field,
    message:
      (lines.length === keys.length && !lines[at]?.startsWith("Unrecognized key") && lines[at]) ||
      NO_SUCH_FIELD,
  }));
}

const NO_SUCH_FIELD = "no such field here";

/** Of whoever sends what is no request: what they did, as Node calls it. */
const CLIENT_ERRORS: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: "request-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timed-out",
};

/** Requests that never become one: too large a head, too slow, or not HTTP at all. Node hands over the bare socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  // in the middle of an answer another one would be read as a part of it
  const { _httpMessage: answer } = socket as Socket & { _httpMessage?: { headersSent: boolean } | null };
  if (error.code === "ECONNRESET" || !socket.writable || answer?.headersSent) {
    socket.destroy();
    return;
  }
  const problem = toProblem(CLIENT_ERRORS[error.code ?? ""] ?? "request-malformed");
  const body = JSON.stringify(problem);
  socket.write(
    [
      `HTTP/1.1 ${problem.status} ${problem.code}`,
      "content-type: application/problem+json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
  endGently(socket);
}
