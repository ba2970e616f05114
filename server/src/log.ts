// What the process writes about itself. A request that goes well leaves no line and costs no logger of its own: errors,
// writes and what was slow are logged, a line each; answers from memory are counted (cached-answer.ts).
import type { FastifyInstance } from "fastify";
import { type Logger, pino } from "pino";

declare module "fastify" {
  interface FastifyRequest {
    /** ms of `performance.now()`; never, of what is refused before anybody looks at it */
    beganAt: number;
  }
}

export type Log = Pick<Logger, "error" | "warn" | "info">;

export const createLog = (level: string): Log => pino({ level });

const SLOW_MS = 1_000;

/** Before the routes of the scope that it is for. */
export function logWrites(scope: FastifyInstance, log: Log): void {
  scope.addHook("onRoute", (route) => {
    if (!isWrite(route.method)) return;
    route.onResponse = (request, reply, done) => {
      const { method, url, ip } = request;
      log.info({ method, url, ip, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "write");
      done();
    };
  });
}

/**
 * Whatever was slow to begin: how long somebody takes to read it is their own affair. By the name of the route and of what was
 * asked: names that are searched for and positions are people's, and stay unsaid. Errors and writes have lines of their own.
 * After `answerAgain`: what is answered there never comes here.
 */
export function logSlow(scope: FastifyInstance, log: Log, slowMs = SLOW_MS): void {
  // a field of the request: a map beside it would cost the quickest answers a tenth
  scope.decorateRequest("beganAt", Number.POSITIVE_INFINITY);
  scope.addHook("onRequest", (request, _reply, done) => {
    request.beganAt = performance.now();
    done();
  });
  scope.addHook("onSend", (request, reply, _payload, done) => {
    const ms = Math.round(performance.now() - request.beganAt);
    if (ms < slowMs) return done();
    const { method, routeOptions, params, query } = request;
    if (reply.statusCode < 500 && !isWrite(method)) {
      const asked = Object.keys(query as object);
      log.warn(
        { method, route: routeOptions.url, params, asked, status: reply.statusCode, ms },
        "slow answer",
      );
    }
    done();
  });
}

const isWrite = (method: string | string[]) => [method].flat().includes("POST");
