import { health } from "@phuenthi/server/contract/health";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { testBoundary } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe("GET /api/health", () => {
  it("names the boundary version and its counts", async () => {
    const answer = health.parse(await api.get("/health"));
    expect(answer.status).toBe("ok");
    expect(answer.boundary?.counts).toMatchObject({ province: 77, district: 928 });
    if (testBoundary() === "codab-20m") {
      expect(answer.boundary).toMatchObject({ sample: false, counts: { tambon: 7425 } });
    } else {
      expect(answer.boundary?.sample).toBe(true);
    }
  });

  it("tells strangers nothing of how much others ask", async () => {
    const told = Object.keys(await api.get("/health"));
    expect(told.toSorted()).toEqual(["boundary", "not_redistributed", "sample_records", "status"]);
  });

  it("says that made-up records are in the register", async () => {
    expect((await api.get("/health")).sample_records).toBe("all");
  });

  it("answers 503 with a problem when the database is away", async () => {
    const away = await startApi("postgres://phuenthi_api:x@127.0.0.1:1/nowhere");
    try {
      const { status, body } = await away.problem("/health");
      expect(status).toBe(503);
      expect(body.code).toBe("database-unavailable");
      expect(JSON.stringify(body)).not.toContain("127.0.0.1");
    } finally {
      await away.close();
    }
  });
});
