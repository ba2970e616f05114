// What is slow, written or failed leaves one line, that says of a person nothing.
import { setTimeout as sleep } from "node:timers/promises";
import fastify, { type FastifyRequest } from "fastify";
import { describe, expect, it } from "vitest";
import { createLog, FailureLog, idOf, idOfProxy, type Log, logRequests } from "./log.ts";
import { ProblemError, registerProblems } from "./problems.ts";
import { sendReady } from "./ready-answer.ts";

const SLOW_MS = 30;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Line = Record<string, unknown> & { as: string };

function startLog(level = "info") {
  const lines: Line[] = [];
  const write = (as: string) =>
    ((said: object, msg: string) => lines.push({ as, msg, ...said })) as unknown as Log["warn"];
  const log = {
    error: write("error"),
    warn: write("warn"),
    info: write("info"),
    debug: write("debug"),
    isLevelEnabled: (asked: string) => asked !== "debug" || level === "debug",
  } as Log;
  return { log, lines };
}

/** @returns lines that were written while these were asked, one after another */
async function linesOf(asked: { method?: "GET" | "POST"; url: string }[], level?: string, slowMs = SLOW_MS) {
  const { log, lines } = startLog(level);
  const app = fastify({ genReqId: () => "" });
  registerProblems(app, log);
  app.addHook("onRequest", (request, reply, done) => {
    if (!request.url.startsWith("/memory")) return done();
    sendReady(reply, { whole: [], notModified: [] }, Buffer.from("kept"), false);
  });
  logRequests(app, log, slowMs);
  const wait = ({ query }: { query: unknown }) => sleep(Number((query as { ms: string }).ms), "made");
  app.get("/areas/:code", wait);
  app.get("/memory", wait);
  app.get("/refused", async (request) => {
    await wait(request);
    throw new ProblemError("invalid-request");
  });
  app.get("/broken", async (request) => {
    await wait(request);
    throw Object.assign(new Error("broken"), { code: "23505", detail: "Key (name)=(Somchai) exists" });
  });
  app.get("/away", async () => {
    throw new ProblemError("database-unavailable", { cause: new Error("connect ECONNREFUSED") });
  });
  app.post("/targets", async (request, reply) => reply.code(201).send(await wait(request)));
  app.post("/preview", wait);
  for (const one of asked) await app.inject({ method: "GET", ...one });
  await app.close();
  return lines;
}

describe("the log", () => {
  it("has one line for an answer that was slow to begin, without what was asked for", async () => {
    const lines = await linesOf([{ url: "/areas/10?ms=60&q=Somchai&lat=13.7" }]);
    expect(lines).toEqual([
      {
        as: "warn",
        msg: "slow answer",
        id: expect.stringMatching(UUID),
        method: "GET",
        route: "/areas/:code",
        viewer: "public",
        asked: ["ms", "q", "lat"],
        status: 200,
        ms: expect.any(Number),
      },
    ]);
    expect(lines[0]?.ms).toBeGreaterThanOrEqual(SLOW_MS);
  });

  it("does not say what names somebody made up, when they are refused", async () => {
    const [line] = await linesOf([{ url: "/refused?ms=60&Somchai=1" }]);
    expect(line).toMatchObject({ msg: "slow answer", route: "/refused", asked: [], status: 400 });
  });

  it("has none for what was quick, and none for what was answered in front of everything", async () => {
    expect(await linesOf([{ url: "/areas/10?ms=0" }, { url: "/memory?ms=60" }], "info", 500)).toEqual([]);
  });

  it("has one for every answer where it is asked for", async () => {
    const lines = await linesOf([{ url: "/areas/10?ms=0" }, { url: "/areas/11?ms=0" }], "debug", 60_000);
    expect(lines.map(({ as, status }) => [as, status])).toEqual([
      ["debug", 200],
      ["debug", 200],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
  });

  it("has no second line for a write, nor for an error, which have one of their own", async () => {
    const lines = await linesOf([{ method: "POST", url: "/targets?ms=60" }, { url: "/broken?ms=60" }]);
    expect(lines.map(({ as, msg }) => [as, msg])).toEqual([
      ["info", "write"],
      ["error", "internal error"],
    ]);
  });

  it("has none for what was refused or only looked at: anybody could fill the disk", async () => {
    const asked = ["/preview?ms=0", "/nowhere", "/targets/x"].map((url) => ({
      method: "POST" as const,
      url,
    }));
    expect(await linesOf(asked, "info", 60_000)).toEqual([]);
    expect((await linesOf(asked, "debug", 60_000)).map(({ status }) => status)).toEqual([200, 404, 404]);
  });

  it("tells of a failure once, and how often it came", async () => {
    const { log, lines } = startLog();
    const failures = new FailureLog(log, 20);
    const request = {
      id: "1",
      method: "GET",
      routeOptions: { url: "/x" },
      beganAt: performance.now(),
    } as never;
    const error = new ProblemError("database-unavailable", { cause: new Error("connect ECONNREFUSED") });
    for (let time = 0; time < 500; time += 1) failures.add(error, error.code, request, 503);
    await sleep(60);
    expect(lines).toEqual([
      expect.objectContaining({
        as: "warn",
        status: 503,
        code: "database-unavailable",
        because: "connect ECONNREFUSED",
      }),
      { as: "warn", msg: "the same once more", code: "database-unavailable", times: 499 },
    ]);
    expect(JSON.stringify(lines).length).toBeLessThan(500);
  });

  it("tells of an error its name and where it was, and no row that Postgres repeats", () => {
    const written: string[] = [];
    const error = Object.assign(new Error('duplicate key value "Somchai"'), {
      code: "23505",
      detail: "Key (name)=(Somchai) already exists",
      constraint: "person__name",
    });
    const log = createLog("info", { write: (line) => written.push(line) });
    log.error({ err: error }, "internal error");
    const line = JSON.parse(written.join(""));
    expect(line.err).toMatchObject({ name: "Error", message: "23505", constraint: "person__name" });
    expect(line.err.stack).toContain("log.test.ts");
    expect(written.join("")).not.toContain("Somchai");
  });
});

describe("the id of a request", () => {
  it("is that of a proxy of ours, where it is one", () => {
    const of = (given: unknown) => idOfProxy({ headers: { "x-request-id": given } } as never);
    expect(of("a-1.b")).toBe("a-1.b");
    for (const given of ["a\nb", "x".repeat(65), ["a", "b"], undefined]) expect(of(given)).toBe("");
  });

  it("is a random one else, and stays the same", () => {
    const [one, other] = [{ id: "" }, { id: "" }] as FastifyRequest[];
    if (!one || !other) throw new Error("two requests");
    expect(idOf(one)).toMatch(UUID);
    expect(idOf(one)).toBe(idOf(one));
    expect(idOf(other)).not.toBe(idOf(one));
    expect(idOf({ id: "a-1" } as FastifyRequest)).toBe("a-1");
  });
});
