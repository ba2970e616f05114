// What Prometheus reads: only with the token, and nothing of what anybody has asked for.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { METRICS_TOKEN as TOKEN } from "../helpers/answer-counts.ts";
import { startApi, type TestApi } from "../helpers/app.ts";

describe("GET /api/metrics", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi(undefined, null, { metricsToken: TOKEN });
  });
  afterAll(() => api.close());

  it("counts answers by route, statements by lane, and what is kept", async () => {
    await api.get("/organizations?q=Somchai&within=5001");
    await api.get("/coverage/councils?level=province");
    await api.get("/coverage/councils?level=province");
    await api.problem("/organizations?no=such");
    const { statusCode, body, headers } = await api.fetch("/metrics", { authorization: `Bearer ${TOKEN}` });
    expect([statusCode, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const line of [
      /^http_request_duration_seconds_count\{method="GET",route="\/api\/organizations",status="200"\} 1$/m,
      /^http_request_duration_seconds_count\{method="GET",route="\/api\/organizations",status="400"\} 1$/m,
      /^phuenthi_statement_duration_seconds_count\{lane="public"\} [1-9]/m,
      /^phuenthi_lane\{lane="writes",state="limit"\} 2$/m,
      /^phuenthi_answers_total\{from="memory"\} 1$/m,
      /^phuenthi_database_up 1$/m,
      /^process_resident_memory_bytes /m,
    ])
      expect(body).toMatch(line);
    expect(body).not.toMatch(/Somchai|5001/);
  });

  it("is nothing to whoever has no token, and not there where none is set", async () => {
    for (const authorization of ["", "Bearer wrong", `Basic ${TOKEN}`]) {
      const { statusCode, body } = await api.fetch("/metrics", { authorization });
      expect([statusCode, JSON.parse(body).code]).toEqual([404, "not-found"]);
      // nor does it tell that there would be something with the right one
      const nowhere = await api.fetch("/nowhere", { authorization });
      expect(body).toBe(nowhere.body.replace("nowhere", "metrics"));
    }
    const closed = await startApi();
    const { statusCode } = await closed.fetch("/metrics", { authorization: "Bearer null" });
    expect(statusCode).toBe(404);
    await closed.close();
  });
});
