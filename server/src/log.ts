// What the process writes about itself, as JSON. A request that goes well leaves no line and costs no logger of its own: errors,
// writes and what was slow are logged, a line each, all others at `debug`. No line has a value that somebody asked for or wrote: names
// that are searched for and positions are people's. Answers from memory are counted (cached-answer.ts).
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type DestinationStream, destination, type Logger, pino } from "pino";
import { statementName } from "./database/statement-name.ts";
import { viewerOf } from "./viewer/viewer.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** ms of `performance.now()`; never, of what is refused before anybody looks at it */
    beganAt: number;
  }
}

export type Log = Pick<Logger, "error" | "warn" | "info" | "debug" | "isLevelEnabled">;

/** @param to standard output when left out */
export const createLog = (level: string, to?: DestinationStream): Log =>
  pino({ level, serializers: { err: tellError } }, to ?? destination(1));

const SLOW_MS = 1_000;

/** A request by what it is and who asks, never by what they say. */
const aboutOf = (request: FastifyRequest) => ({
  id: idOf(request),
  method: request.method,
  route: request.routeOptions.url ?? "none",
  viewer: viewerOf(request).name,
});

/** Before the routes of the scope that it is for, and after `answerAgain`: what is answered there never comes here. */
export function logRequests(scope: FastifyInstance, log: Log, slowMs = SLOW_MS): void {
  // a field of the request: a map beside it would cost the quickest answers a tenth
  scope.decorateRequest("beganAt", Number.POSITIVE_INFINITY);
  scope.addHook("onRequest", (request, _reply, done) => {
    request.beganAt = performance.now();
    done();
  });
  // whatever was slow to begin: how long somebody takes to read it is their own affair
  scope.addHook("onSend", (request, reply, _payload, done) => {
    const ms = Math.round(performance.now() - request.beganAt);
    const line = () => ({ ...aboutOf(request), status: reply.statusCode, ms });
    if (hasWritten(request.method, reply.statusCode)) log.info(line(), "write");
    // an error has a line of its own
    else if (ms >= slowMs && reply.statusCode < 500)
      // names that no schema has taken are a stranger's own words
      log.warn(
        { ...line(), asked: reply.statusCode < 400 ? Object.keys(Object(request.query)) : [] },
        "slow answer",
      );
    else if (log.isLevelEnabled("debug")) log.debug(line(), "answer");
    done();
  });
}

/** A preview writes nothing, and whoever is refused has not: a line for each would let anybody fill the disk. Metrics count them. */
const hasWritten = (method: string, status: number) =>
  method !== "GET" && method !== "HEAD" && (status === 201 || status === 204);

/** For the length of which a failure is told once, and then how often it came. */
const TOGETHER_MS = 10_000;

/** The same failure again and again is one line and a number: a database that is away would fill the disk. */
export class FailureLog {
  private readonly times = new Map<string, number>();

  constructor(
    private readonly log: Log,
    private readonly togetherMs = TOGETHER_MS,
  ) {}

  /** @param code of a problem that passes; null for a fault of ours, which is told with its stack */
  add(error: Error, code: string | null, request: FastifyRequest, status: number): void {
    const key = code ?? `${error.name} ${error.stack ?? error.message}`;
    const before = this.times.get(key);
    if (before !== undefined) {
      this.times.set(key, before + 1);
      return;
    }
    this.times.set(key, 0);
    setTimeout(() => {
      const times = this.times.get(key) ?? 0;
      this.times.delete(key);
      if (times > 0) this.log.warn({ code: code ?? "internal", times }, "the same once more");
    }, this.togetherMs).unref();
    const about = { ...aboutOf(request), status, ms: Math.round(performance.now() - request.beganAt) };
    if (code === null) this.log.error({ ...about, err: error }, "internal error");
    else this.log.warn({ ...about, code, because: becauseOf(error) }, "not answered");
  }
}

const becauseOf = ({ cause }: Error) => (cause instanceof Error ? wordsOf(cause) : undefined);

/** Of the classes 22 and 23 Postgres repeats values in its words. */
function wordsOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  return /^2[23]/.test(code) ? code : error.message || code;
}

/** Name, words and stack, and nothing else that a library has hung on it: Postgres tells rows in `detail` and `where`. */
function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, stack = "", cause } = error;
  const message = wordsOf(error);
  const lines = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name,
    message,
    stack: lines.join("\n"),
    ...("constraint" in error ? { constraint: error.constraint } : {}),
    ...(cause === undefined ? {} : { cause: tellError(cause) }),
  };
}

/** What took long in the database, by what `pg_prepared_statements` calls it, its beginning beside it: values are no part of it. */
export function logStatement(log: Log, text: string, ms: number): void {
  if (ms < SLOW_MS) return;
  const begins = text.replaceAll(/\s+/g, " ").trim().slice(0, 160);
  log.warn({ statement: statementName(text), begins, ms: Math.round(ms) }, "slow statement");
}

const OF_A_PROXY = /^[\w.-]{1,64}$/;

/** The one that our own proxy has given it, so that its log and this one can be laid side by side; "" where there is none. */
export function idOfProxy({ headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && OF_A_PROXY.test(given) ? given : "";
}

const ids = new WeakMap<FastifyRequest, string>();

/**
 * Given to a request when somebody first wants to know it: what is answered from memory goes without. A running number would tell
 * everybody how much others ask.
 */
export function idOf(request: FastifyRequest): string {
  if (request.id) return request.id;
  const id = ids.get(request) ?? randomUUID();
  ids.set(request, id);
  return id;
}
