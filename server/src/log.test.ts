// What is slow leaves one line, that says of a person nothing.
import { setTimeout } from "node:timers/promises";
import fastify from "fastify";
import { describe, expect, it } from "vitest";
import { type Log, logSlow, logWrites } from "./log.ts";
import { sendReady } from "./ready-answer.ts";

const SLOW_MS = 30;

/** @returns lines that were written while these were asked, one after another */
async function linesOf(...asked: { method?: "GET" | "POST"; url: string }[]) {
  const lines: { as: string; said: Record<string, unknown> }[] = [];
  const write = (as: string) => ((said: Record<string, unknown>) => lines.push({ as, said })) as Log["warn"];
  const log: Log = { error: write("error"), warn: write("warn"), info: write("info") };
  const app = fastify();
  app.addHook("onRequest", (request, reply, done) => {
    if (request.url.startsWith("/refused")) return done(Object.assign(new Error("no"), { statusCode: 403 }));
    if (!request.url.startsWith("/memory")) return done();
    sendReady(reply, { whole: [], notModified: [] }, Buffer.from("kept"), false);
  });
  logWrites(app, log);
  logSlow(app, log, SLOW_MS);
  const wait = ({ query }: { query: unknown }) => setTimeout(Number((query as { ms: string }).ms), "made");
  app.get("/areas/:code", wait);
  app.get("/memory", wait);
  app.get("/refused", wait);
  app.get("/broken", async (request) => {
    await wait(request);
    throw new Error("broken");
  });
  app.post("/targets", wait);
  for (const one of asked) await app.inject({ method: "GET", ...one });
  await app.close();
  return lines;
}

describe("the log", () => {
  it("has one line for an answer that was slow to begin, without what was asked for", async () => {
    const [line, ...others] = await linesOf({ url: "/areas/10?ms=60&q=Somchai&lat=13.7" });
    expect(others).toEqual([]);
    expect(line).toEqual({
      as: "warn",
      said: {
        method: "GET",
        route: "/areas/:code",
        params: { code: "10" },
        asked: ["ms", "q", "lat"],
        status: 200,
        ms: expect.any(Number),
      },
    });
    expect(line?.said.ms).toBeGreaterThanOrEqual(SLOW_MS);
  });

  it("has none for what was quick, and none for what was answered in front of everything", async () => {
    expect(
      await linesOf({ url: "/areas/10?ms=0" }, { url: "/memory?ms=60" }, { url: "/refused?ms=60" }),
    ).toEqual([]);
  });

  it("has no second line for a write, nor for an error, which have one of their own", async () => {
    const lines = await linesOf({ method: "POST", url: "/targets?ms=60" }, { url: "/broken?ms=60" });
    expect(lines.map(({ as }) => as)).toEqual(["info"]);
  });
});
