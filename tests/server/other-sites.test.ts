// Pages of other sites read whatever is public, and write nothing.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

const KEY = "a key of more than twenty-four characters";
const ELSEWHERE = "https://kepler.example";

let api: TestApi;
beforeAll(async () => {
  api = await startApi(undefined, KEY, { publicUrl: "https://map.example.org/phuenthi" });
});
afterAll(() => api.close());

const corsHeaders = (headers: Record<string, unknown>) =>
  Object.keys(headers).filter((name) => name.startsWith("access-control-"));

describe("a page of another site", () => {
  it.each([
    "/health",
    "/openapi.json",
    "/indicators",
    "/coverage/councils?level=province",
    "/tiles/areas.json",
    "/tiles/organizations.json",
    "/tiles/organizations/6/49/29",
    "/export/areas.geojson?level=province&within=50",
    "/gaps/plans-linked.csv?level=province",
    "/areas/99",
    "/areas?nonsense=1",
    "/nowhere",
  ])("may read %s, whatever the answer", async (path) => {
    for (const method of ["GET", "HEAD"] as const) {
      const { headers, statusCode } = await api.app.inject({
        method,
        url: `/api${path}`,
        headers: { origin: ELSEWHERE, "sec-fetch-site": "cross-site" },
      });
      expect(statusCode).toBeLessThan(500);
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["access-control-allow-credentials"]).toBeUndefined();
      expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
      const exposed = String(headers["access-control-expose-headers"]).toLowerCase().split(", ");
      expect(exposed).toEqual(
        expect.arrayContaining(["etag", "content-disposition", "content-range", "retry-after"]),
      );
    }
  });

  it("may read an area tile, and a 304 of it", async () => {
    const { boundary } = await api.get("/health");
    const path = `/tiles/areas/${boundary.id}/6/49/29`;
    const first = await api.fetch(path, { origin: ELSEWHERE });
    expect(first.headers["access-control-allow-origin"]).toBe("*");
    expect(String(first.headers.vary).toLowerCase()).not.toContain("origin");
    const again = await api.fetch(path, {
      origin: ELSEWHERE,
      "if-none-match": String(first.headers.etag),
    });
    expect([again.statusCode, again.headers["access-control-allow-origin"]]).toEqual([304, "*"]);
  });

  it("gets an answer to its preflight", async () => {
    const { statusCode, headers, body } = await api.app.inject({
      method: "OPTIONS",
      url: "/api/export/plans.geojson",
      headers: {
        origin: ELSEWHERE,
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
      },
    });
    expect([statusCode, body]).toEqual([204, ""]);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["access-control-allow-methods"]).toBe("GET, HEAD, OPTIONS");
    for (const name of ["if-none-match", "if-modified-since", "data-version"])
      expect(String(headers["access-control-allow-headers"]).toLowerCase()).toContain(name);
    expect(String(headers["access-control-allow-headers"]).toLowerCase()).not.toContain("authorization");
    expect(Number(headers["access-control-max-age"])).toBeGreaterThan(0);
  });

  it("may ask what a route takes without being a preflight", async () => {
    expect((await api.app.inject({ method: "OPTIONS", url: "/api/health" })).statusCode).toBe(204);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"] as const)("is refused %s, and its preflight", async (method) => {
    const url = "/api/targets/plans-linked/versions";
    for (const request of [
      { method, url, headers: { origin: ELSEWHERE } },
      { method, url, headers: { origin: "null" } },
      { method, url, headers: { "sec-fetch-site": "cross-site" } },
      {
        method: "OPTIONS" as const,
        url,
        headers: { origin: ELSEWHERE, "access-control-request-method": method },
      },
    ]) {
      const answer = await api.app.inject(request);
      expect([answer.statusCode, answer.json().code], JSON.stringify(request)).toEqual([
        403,
        "origin-refused",
      ]);
      expect(corsHeaders(answer.headers)).toEqual([]);
    }
  });

  it("is refused a preview and the check of a key too", async () => {
    const preview = await api.app.inject({
      method: "POST",
      url: "/api/targets/plans-linked/preview",
      headers: { origin: ELSEWHERE },
      payload: {},
    });
    expect(preview.json().code).toBe("origin-refused");
    const check = await api.fetch("/targets/edit-check", {
      origin: ELSEWHERE,
      authorization: `Bearer ${KEY}`,
    });
    expect([check.json().code, corsHeaders(check.headers)]).toEqual(["origin-refused", []]);
  });
});

describe("a page of this server", () => {
  const save = (of: TestApi, headers: Record<string, string>) =>
    of.app.inject({
      method: "POST",
      url: "/api/targets/plans-linked/versions",
      headers: { authorization: `Bearer ${KEY}`, ...headers },
      payload: {},
    });

  it.each([
    ["at the public address, whatever Host a proxy sends", { origin: "https://map.example.org" }],
    ["or a program without an origin", {}],
  ])("writes: %s", async (_where, headers) => {
    const answer = await save(api, headers);
    // past the origin, on to what is wrong with the change
    expect([answer.statusCode, answer.json().code]).toEqual([400, "invalid-request"]);
    expect(corsHeaders(answer.headers)).toEqual([]);
  });

  it("is one at the host that was asked, unless the public address says where it is", async () => {
    const atHost = { host: "map.local:8080", origin: "http://map.local:8080" };
    expect((await save(api, atHost)).json().code).toBe("origin-refused");
    const anywhere = await startApi(undefined, KEY);
    expect((await save(anywhere, atHost)).json().code).toBe("invalid-request");
    expect((await save(anywhere, { ...atHost, host: "other.local" })).json().code).toBe("origin-refused");
    await anywhere.close();
  });
});
