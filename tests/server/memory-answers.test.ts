// An answer from memory says what the one that was made said, to whoever asks, and to nobody what is not for them.
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerCounts, METRICS_TOKEN } from "../helpers/answer-counts.ts";
import { startApi, type TestApi } from "../helpers/app.ts";

const PATH = "/coverage/councils?level=province&fiscal_year=2021";
let api: TestApi;
beforeAll(async () => {
  api = await startApi(undefined, null, { metricsToken: METRICS_TOKEN });
});
afterAll(() => api.close());

const counts = () => answerCounts(api.app);
const packed = (path: string, headers = {}) => api.fetch(path, { "accept-encoding": "gzip", ...headers });
const withoutTimes = ({ date, connection, "keep-alive": _, ...headers }: Record<string, unknown>) => headers;

describe("an answer from memory", () => {
  it("has the bytes and the headers of the one that was made, and is counted", async () => {
    const before = await counts();
    const [made, again, third] = [await packed(PATH), await packed(PATH), await packed(PATH)];
    expect(made.statusCode).toBe(200);
    expect(withoutTimes(again.headers)).toEqual(withoutTimes(made.headers));
    expect(again.headers["access-control-allow-origin"]).toBe("*");
    expect(again.headers["x-content-type-options"]).toBe("nosniff");
    expect(third.rawPayload.equals(made.rawPayload)).toBe(true);
    const after = await counts();
    expect([after.made - before.made, after.from_memory - before.from_memory]).toEqual([1, 2]);
  });

  it("is the same in any way that it is asked", async () => {
    const whole = gunzipSync((await packed(PATH)).rawPayload).toString();
    expect((await api.fetch(PATH)).body).toBe(whole);
    expect((await api.fetch(PATH, { "accept-encoding": "gzip;q=0, identity" })).body).toBe(whole);
    const turned = await packed("/coverage/councils?fiscal_year=2021&level=province");
    expect(gunzipSync(turned.rawPayload).toString()).toBe(whole);
    const head = await api.app.inject({
      method: "HEAD",
      url: `/api${PATH}`,
      headers: { "accept-encoding": "gzip" },
    });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, "", turned.headers.etag]);
  });

  it("is not sent to whoever has it", async () => {
    const { headers } = await packed(PATH);
    const answer = await packed(PATH, { "if-none-match": String(headers.etag) });
    expect([answer.statusCode, answer.rawPayload.length]).toEqual([304, 0]);
    expect(answer.headers["content-type"]).toBeUndefined();
    expect(answer.headers.etag).toBe(headers.etag);
    expect(answer.headers["cache-control"]).toBe("no-cache");
    // another edit may share the second
    const since = await packed(PATH, { "if-modified-since": String(headers["last-modified"]) });
    expect(since.statusCode).toBe(200);
  });

  it("is none of a problem", async () => {
    for (let i = 0; i < 2; i += 1)
      expect((await packed("/coverage/councils?level=nowhere")).statusCode).toBe(400);
    for (let i = 0; i < 2; i += 1) expect((await packed("/areas/at?lon=0&lat=0")).statusCode).toBe(404);
  });
});

describe("what browsers are told", () => {
  it("says of data that it is no page, and of pages what may run in them", async () => {
    const { headers } = await api.fetch("/indicators");
    expect(headers["content-security-policy"]).toBeUndefined();
    const docs = await api.app.inject({ url: "/api/docs/static/index.html" });
    expect(docs.headers["content-security-policy"]).toContain("default-src 'self'");
    for (const name of ["x-frame-options", "referrer-policy", "x-content-type-options"]) {
      expect([name, docs.headers[name]]).toEqual([name, expect.any(String)]);
    }
  });
});
