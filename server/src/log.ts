// What the process writes about itself. A request that goes well leaves no line and costs no logger of its own: errors,
// writes and what was slow are logged, answers from memory are counted (cached-answer.ts).
import type { FastifyInstance } from "fastify";
import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "error" | "warn" | "info">;

export const createLog = (level: string): Log => pino({ level });

/** Before the routes of the scope that it is for. */
export function logWrites(scope: FastifyInstance, log: Log): void {
  scope.addHook("onRoute", (route) => {
    if (![route.method].flat().includes("POST")) return;
    route.onResponse = (request, reply, done) => {
      const { method, url, ip } = request;
      log.info({ method, url, ip, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "write");
      done();
    };
  });
}
