// What Prometheus may ask: how many answers, how long they took, how full the lanes are, what is kept. By routes, never by what was
// asked. Only for whoever has the token: how busy a server is tells whoever attacks it how well that goes.
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ApiContext } from "./api-context.ts";
import type { Database } from "./db.ts";
import { answerNotFound } from "./problems.ts";
import { bearerOf, Secret } from "./viewer/secret.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Before the routes of the scope whose answers are counted. */
export function measure(
  scope: FastifyInstance,
  { answers }: Pick<ApiContext, "answers">,
  db: Database,
  token: string,
): void {
  const registry = new Registry();
  const registers = [registry];

  const took = new Histogram({
    name: "http_request_duration_seconds",
    help: "Until an answer began, of answers that were not in memory",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers,
  });
  scope.addHook("onSend", (request, reply, _payload, done) => {
    const { method, routeOptions, beganAt } = request;
    const seconds = (performance.now() - beganAt) / 1_000;
    took.observe(
      { method, route: routeOptions.url ?? "none", status: reply.statusCode },
      Math.max(0, seconds),
    );
    done();
  });

  const statements = new Histogram({
    name: "phuenthi_statement_duration_seconds",
    help: "Of statements to the database, by the lane they took",
    labelNames: ["lane"],
    buckets: SECONDS,
    registers,
  });
  db.watch((_text, ms, lane) => statements.observe({ lane }, ms / 1_000));

  new Gauge({
    name: "phuenthi_lane",
    help: "Statements of a lane: at work, waiting, and how many may be at work",
    labelNames: ["lane", "state"],
    registers,
    collect() {
      for (const { lane, running, waiting, atOnce } of db.lanes()) {
        this.set({ lane, state: "running" }, running);
        this.set({ lane, state: "waiting" }, waiting);
        this.set({ lane, state: "limit" }, atOnce);
      }
    },
  });
  new Gauge({
    name: "phuenthi_database_up",
    help: "1 while the database answers",
    registers,
    collect() {
      this.set(db.presence.isAway ? 0 : 1);
    },
  });
  new Counter({
    name: "phuenthi_answers_total",
    help: "Answers of kept data: from memory, and made",
    labelNames: ["from"],
    registers,
    collect() {
      this.reset();
      this.inc({ from: "memory" }, answers.counts.from_memory);
      this.inc({ from: "database" }, answers.counts.made);
    },
  });
  collectDefaultMetrics({ register: registry });

  const secret = new Secret(token);
  scope.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    // in the very words that an address without a route has
    if (!secret.is(bearerOf(request))) return answerNotFound(request, reply);
    reply.header("cache-control", "no-store").type(registry.contentType);
    return registry.metrics();
  });
}
