// What the API says of itself, as other programs read it. What it answers is held to this in every test of the server
// (tests/helpers/answers.ts).
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

type Parameter = { name: string; in: string; description?: string; schema?: object };
type Operation = {
  operationId?: string;
  summary?: string;
  security?: object[];
  tags?: string[];
  parameters?: Parameter[];
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
};

let api: TestApi;
let spec: {
  openapi: string;
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
};
let operations: [name: string, operation: Operation][];
beforeAll(async () => {
  api = await startApi();
  spec = (await api.fetch("/openapi.json", { host: "map.phuenthi.test" })).json();
  operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as [string, Operation],
    ),
  );
});
afterAll(() => api.close());

describe("GET /api/openapi.json", () => {
  it("passes the recommended rules of redocly", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const found = await lintFromString({ source: JSON.stringify(spec), config });
    expect(
      found.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`),
    ).toEqual([]);
  });

  it("says where it was asked", () => {
    expect(spec.openapi).toBe("3.1.0");
    expect(spec.servers.map(({ url }) => url)).toEqual(["http://map.phuenthi.test"]);
  });

  it.each(["json", "yaml"])(
    "is the same as %s, of the address that asks, and known by its tag",
    async (format) => {
      for (const host of ["one.phuenthi.test", "two.phuenthi.test:8443"]) {
        const { statusCode, headers, body } = await api.fetch(`/docs/${format}`, { host });
        expect([statusCode, headers["content-type"]]).toEqual([200, `application/${format}; charset=utf-8`]);
        expect(body.match(/"?url"?: ?"?(http:[^\s"]+)/)?.[1]).toBe(`http://${host}`);
        expect(body).not.toContain("asked-at");
        const again = await api.fetch(`/docs/${format}`, { host, "if-none-match": String(headers.etag) });
        expect([again.statusCode, again.body]).toEqual([304, ""]);
        const packed = await api.fetch(`/docs/${format}`, { host, "accept-encoding": "gzip" });
        expect([packed.headers["content-encoding"], packed.headers.etag]).toEqual(["gzip", headers.etag]);
      }
    },
  );

  it("names each operation once, in words a program can call", () => {
    const ids = operations.map(([, { operationId }]) => operationId ?? "");
    expect(
      ids.filter((id) => !/^(get|list|explain|export|preview|write|check)[A-Z][A-Za-z]+$/.test(id)),
    ).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("describes every parameter, with an example of each", () => {
    const parameters = operations.flatMap(([name, { parameters = [] }]) =>
      parameters.map((parameter) => ({ where: `${name} ${parameter.name}`, ...parameter })),
    );
    expect(parameters.length).toBeGreaterThan(60);
    expect(parameters.filter(({ description }) => !description).map(({ where }) => where)).toEqual([]);
    expect(
      parameters.filter(({ schema }) => Object.keys(schema ?? {}).length === 0).map(({ where }) => where),
    ).toEqual([]);
    const required = parameters.filter((one) => one.in === "path" && !("example" in one));
    expect(required.map(({ where }) => where)).toEqual([]);
  });

  it("says what each may answer, what a problem looks like, and who may ask", () => {
    for (const [name, { responses, security, tags }] of operations) {
      for (const status of ["429", "503", "default"])
        expect(responses[status]?.content ?? {}, `${name} ${status}`).toHaveProperty([
          "application/problem+json",
        ]);
      for (const { description } of Object.values(responses))
        expect(description, name).not.toMatch(/^(Default Response)?$/);
      const isWrite = name.endsWith("/versions") || name.endsWith("/edit-check");
      expect(security, name).toEqual(isWrite ? [{ editKey: [] }] : []);
      expect(spec.tags.map((tag) => tag.name)).toContain(tags?.[0]);
    }
  });

  it("lists 304 wherever an answer has an ETag, and 204 of a tile with nothing in it", async () => {
    const statuses = (path: string) => Object.keys(spec.paths[path]?.get?.responses ?? {});
    for (const [path, described] of [
      ["/coverage/councils", "/api/coverage/{indicator}"],
      ["/areas?q=บาง", "/api/areas"],
      ["/gaps/councils.csv", "/api/gaps/{indicator}.csv"],
      ["/tiles/organizations/5/25/14", "/api/tiles/{layer}/{z}/{x}/{y}"],
    ] as const) {
      const { headers } = await api.fetch(path);
      const again = await api.fetch(path, { "if-none-match": String(headers.etag) });
      expect(again.statusCode, path).toBe(304);
      expect(statuses(described), path).toContain("304");
    }
    expect((await api.fetch("/tiles/organizations/14/0/0")).statusCode).toBe(204);
    expect(statuses("/api/tiles/{layer}/{z}/{x}/{y}")).toContain("204");
  });
});
