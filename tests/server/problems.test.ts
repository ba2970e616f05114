// Bad input: a stable code and the field's name, never a stack, never a 500.

import type { AddressInfo } from "node:net";
import net from "node:net";
import { problem } from "@phuenthi/server/contract/problems";
import { register } from "@phuenthi/server/records/kinds";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const fragments = [
  "' or 1=1 --",
  "1; drop table area",
  "$$;select pg_sleep(9)",
  "\\",
  "%00",
  "{}",
  "null",
  "-1",
  "٣",
];

describe("every route", () => {
  const fields: [path: string, field: string][] = [
    ["/areas?level=", "level"],
    ["/areas?parent=", "parent"],
    ["/areas?limit=", "limit"],
    ["/areas/at?lat=13&lon=", "lon"],
    ["/coverage/councils?fiscal_year=", "fiscal_year"],
    ["/coverage/councils?level=", "level"],
    ["/coverage/councils?within=", "within"],
    ["/organizations?within=", "within"],
    ["/organizations?kind=", "kind"],
    ["/organizations?fiscal_year=", "fiscal_year"],
    ["/organizations?bbox=", "bbox"],
    ["/organizations?sort=", "sort"],
    ["/plans?state=", "state"],
    ["/export/areas.geojson?level=", "level"],
    ["/export/organizations.geojson?bbox=", "bbox"],
    ["/tiles/organizations/5/25/14?within=", "within"],
  ];
  it.each(fields)("refuses an SQL fragment in %s, naming %s", async (path, field) => {
    // -1 is a longitude
    for (const fragment of fragments.filter((text) => field !== "lon" || text !== "-1")) {
      const { status, body } = await api.problem(path + encodeURIComponent(fragment));
      expect(status, fragment).toBe(400);
      expect(
        problem.parse(body).errors?.map((error) => error.field),
        fragment,
      ).toContain(field);
      expect(JSON.stringify(body)).not.toMatch(/\bat .*\.ts|node_modules|select |postgres/i);
    }
  });

  it.each(["/areas?q=", "/organizations?q=", "/plans?q="])("takes any text in %s as text", async (path) => {
    for (const fragment of fragments.filter((text) => text !== "%00")) {
      expect((await api.fetch(path + encodeURIComponent(fragment))).statusCode, fragment).toBe(200);
    }
    expect((await api.problem(`${path}%00`)).body.errors[0].field).toBe("q");
    expect((await api.problem(path + "ก".repeat(201))).body.errors[0].field).toBe("q");
  });

  it.each([
    "bbox=1,2,3",
    "bbox=101,13,100,14",
    "bbox=100,14,101,13",
    "bbox=100,13,100,13",
    "bbox=a,b,c,d",
    "bbox=,,,",
    "bbox=-999,0,999,1",
    "bbox=1e999,0,2,3",
  ])("refuses %s", async (query) => {
    expect((await api.problem(`/organizations?${query}`)).body.errors[0].field).toBe("bbox");
  });

  it("names a misspelt field instead of ignoring it", async () => {
    for (const path of [
      "/organizations",
      "/plans",
      "/areas",
      "/export/plans.geojson",
      "/coverage/councils",
    ]) {
      expect((await api.problem(`${path}?witin=10`)).body.errors).toEqual([
        { field: "witin", message: "no such field here" },
      ]);
    }
  });

  it("names a field that is given more than once", async () => {
    const { status, body } = await api.problem("/organizations?limit=1&limit=2");
    expect([status, body.errors]).toEqual([400, [{ field: "limit", message: "given more than once" }]]);
  });

  it.each([
    "/plans/00000000-0000-4000-8000-000000000000",
    "/indicators",
    "/local-authorities/L1001",
    "/health",
  ])("refuses a query where none is taken: %s", async (path) => {
    const { status, body } = await api.problem(`${path}?within=50&toString=1`);
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      400,
      ["within", "toString"],
    ]);
  });

  it("says which year a Buddhist-era one is, in short too", async () => {
    for (const [asked, said] of [
      ["2564", /write 2021/],
      ["64", /พ.ศ. 2564: write 2021/],
      ["", /four digits/],
      ["5", /พ.ศ. 2505|four digits/],
    ] as const) {
      const { body } = await api.problem(`/coverage/councils?fiscal_year=${asked}`);
      expect(body.errors[0]).toEqual({ field: "fiscal_year", message: expect.stringMatching(said) });
    }
  });

  it("tells a place that is none before it tells a level that lies above it", async () => {
    for (const path of ["/coverage/councils", "/gaps/plans-linked", "/gaps/plans-linked.csv"]) {
      const { status, body } = await api.problem(`${path}?level=province&within=5099`);
      expect([path, status, body.code]).toEqual([path, 404, "area-not-found"]);
      expect((await api.problem(`${path}?level=province&within=5001`)).body.code).toBe("level-above-area");
    }
  });

  it("answers 404 with a problem where no route is, whatever the method", async () => {
    expect((await api.problem("/nope")).body.code).toBe("not-found");
    const answer = await api.app.inject({ method: "DELETE", url: "/api/areas/10" });
    expect([answer.statusCode, answer.json().code]).toEqual([404, "not-found"]);
  });
});

describe("input that only a program sends", () => {
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const id = "00000000-0000-4000-8000-000000000000";
  it.each([
    "/coverage/%00",
    "/coverage/a%00b/areas/10",
    "/export/areas.geojson?indicator=%00",
    "/tiles/areas/%00/0/0/0",
    "/areas/%ZZ",
    "/areas/%ED%A0%80",
    "/areas/at?lon=&lat=",
    "/areas/at?lon=0x64&lat=13",
    `/organizations?sort=member_count&cursor=${cursor(["member_count", "abc", id])}`,
    `/organizations?sort=member_count&cursor=${cursor(["member_count", 1.5, id])}`,
    `/organizations?cursor=${cursor(["name", "\u0000", id])}`,
    `/plans?sort=first_fiscal_year&cursor=${cursor(["first_fiscal_year", "", id])}`,
  ])("%s is a problem of the asker", async (path) => {
    const { status, body } = await api.problem(path);
    expect(status).toBe(400);
    expect(["invalid-request", "cursor-invalid"]).toContain(body.code);
  });

  it("a code of 300 characters is a problem too", async () => {
    expect((await api.problem(`/areas/${"1".repeat(300)}`)).status).toBe(414);
  });

  it("a box may come as four fields, as the OpenAPI description lets clients send it", async () => {
    const one = await api.get("/organizations?limit=1&bbox=98.5,18.5,99.2,19");
    const four = await api.get("/organizations?limit=1&bbox=98.5&bbox=18.5&bbox=99.2&bbox=19");
    expect(four.total).toBe(one.total);
  });

  it("many short words are answered quickly, again and again on one connection", async () => {
    const began = performance.now();
    for (let run = 0; run < 8; run += 1) await api.get("/areas?q=a%20b%20c%20d%20e%20f%20g%20h");
    expect(performance.now() - began).toBeLessThan(8 * 2_000);
  });

  it("gzip with a weight of nothing is not sent", async () => {
    const { headers } = await api.fetch("/coverage/councils", { "accept-encoding": "br;q=1,gzip;q=0" });
    expect(headers["content-encoding"]).not.toBe("gzip");
  });
});

describe("a request of a megabyte", () => {
  it("is refused with a problem, and the server goes on", async () => {
    await api.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = api.app.server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(port, "127.0.0.1", () => {
        socket.write(`GET /api/areas?q=${"a".repeat(1024 * 1024)} HTTP/1.1\r\nhost: x\r\n\r\n`);
      });
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
      // the server closes while the rest is still on its way
      socket.on("error", () => resolve(text));
      socket.setTimeout(10_000, () => reject(new Error("no answer")));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(problem.parse(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).code).toBe("request-too-large");
    expect((await api.fetch("/health")).statusCode).toBe(200);
  });
});

describe("GET /api/openapi.json", () => {
  it("describes every route with its answers", async () => {
    const { paths } = await api.get("/openapi.json");
    expect(Object.keys(paths).toSorted()).toEqual(
      [
        "/health",
        "/areas",
        "/areas/index",
        "/areas/at",
        "/areas/{code}",
        "/areas/{code}/profile",
        "/local-authorities",
        "/local-authorities/{code}",
        "/places",
        "/places/extent",
        "/places/index",
        "/places/nicknames",
        "/indicators",
        "/coverage/{indicator}",
        "/coverage/{indicator}/areas/{code}",
        "/gaps/{indicator}",
        "/gaps/{indicator}.csv",
        "/similar/{indicator}/{code}",
        "/overview",
        "/catalogue",
        "/targets/edit-check",
        "/targets/{indicator}",
        "/targets/{indicator}/preview",
        "/targets/{indicator}/versions",
        "/tiles/areas.json",
        "/tiles/areas/{version}/{z}/{x}/{y}",
        "/tiles/{layer}.json",
        "/tiles/{layer}/{z}/{x}/{y}",
        "/explain/{indicator}/{code}.csv",
        "/export/areas.{format}",
        ...register.open.flatMap((kind) => {
          const path = collectionPath(kind);
          return [`/${path}`, `/${path}/{id}`, `/export/${path}.{format}`];
        }),
      ]
        .map((path) => `/api${path}`)
        .toSorted(),
    );
    for (const [path, methods] of Object.entries<Record<string, { summary?: string }>>(paths)) {
      for (const { summary } of Object.values(methods)) expect(summary, path).toBeTruthy();
    }
  });

  it("has pages that show it", async () => {
    expect((await api.fetch("/docs/")).statusCode).toBe(200);
  });
});
