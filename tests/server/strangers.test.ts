// What only strangers ask: requests that are bent, and what is nobody's business.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { hangUp, knock, statuses } from "../helpers/raw-client.ts";

let api: TestApi;
let port: number;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "phuenthi-strangers-"));
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(folder, "assets", ".hidden"), { recursive: true });
  for (const name of ["index.html", "robots.txt", ".built-from", ".git/config", "assets/.hidden/a.js"])
    writeFileSync(join(folder, name), name === "index.html" ? "<html>the page</html>" : "a secret");
  api = await startApi(undefined, null, { webDist: folder });
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = api.app.server.address() as AddressInfo);
});
afterEach(hangUp);
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const raw = async (line: string, ...headers: string[]) => {
  const answer = await knock(port, [line, ...headers, "connection: close", "", ""].join("\r\n")).closed;
  return { answer, status: statuses(answer)[0] };
};

describe("a request", () => {
  it.each([
    ["two hosts", "host: a.example", "host: b.example"],
    ["two hosts that are the same", "host: a.example", "Host: a.example"],
    ["no host", "accept: */*"],
    ["an empty host", "host: "],
    ["a host with a path", "host: a.example/b"],
  ])("with %s is refused", async (_what, ...headers) => {
    for (const path of ["/api/indicators", "/", "/api/nowhere"]) {
      const { answer, status } = await raw(`GET ${path} HTTP/1.1`, ...headers);
      expect([path, status]).toEqual([path, "400"]);
      if (headers[0] !== "accept: */*") expect(answer).toContain('"code":"request-malformed"');
    }
  });

  it.each(["a.example", "a.example:8080", "127.0.0.1:80", "[::1]:8080", "xn--12c1fe0br.th"])(
    "to %s is answered",
    async (host) => {
      expect((await raw("GET /api/indicators HTTP/1.1", `host: ${host}`)).status).toBe("200");
    },
  );

  it("names a whole address only if it is that of its host", async () => {
    const ask = async (address: string) => (await raw(`GET ${address} HTTP/1.1`, "host: a.example")).status;
    expect(await ask("http://a.example/api/indicators")).toBe("200");
    for (const address of [
      "http://b.example/api/indicators",
      "http://a.example@b.example/api/indicators",
      "javascript://a.example/api/indicators",
      "a.example/api/indicators",
    ])
      expect([address, await ask(address)]).toEqual([address, "400"]);
  });
});

describe("files of the page", () => {
  it.each(["/.built-from", "/.git/config", "/assets/.hidden/a.js", "/%2ebuilt-from", "/.env", "/.git/"])(
    "that begin with a dot are not there: %s",
    async (url) => {
      for (const accept of ["*/*", "text/html"]) {
        const { statusCode, body } = await api.app.inject({ url, headers: { accept } });
        expect([url, accept, statusCode]).toEqual([url, accept, 404]);
        expect(body).not.toContain("a secret");
      }
    },
  );
  it("are there otherwise", async () => {
    expect((await api.app.inject("/robots.txt")).statusCode).toBe(200);
    const link = await api.app.inject({ url: "/areas/50", headers: { accept: "text/html" } });
    expect(link.body).toContain("the page");
  });
});

describe("the public", () => {
  it("is not told what exactly is running", async () => {
    const asked = ["/api/health", "/api/openapi.json", "/api/nowhere", "/", "/api/docs/"];
    for (const url of asked) {
      const { headers, body } = await api.app.inject({ url });
      expect([url, headers.server, headers["x-powered-by"]]).toEqual([url, undefined, undefined]);
      expect(body).not.toMatch(/postgres|postgis|node\.?js|fastify|\/server\/|node_modules/i);
    }
    expect(Object.keys((await api.get("/health")) as object)).not.toContain("version");
  });
});

describe("a field that is no field", () => {
  const paths = [
    "/tiles/organizations.json",
    "/tiles/organizations/5/25/14",
    "/indicators",
    "/organizations",
    "/coverage/councils",
    "/health",
    "/tiles/areas.json",
  ];
  it.each(paths)("is refused by name at %s", async (path) => {
    for (const name of ["__proto__", "constructor", "toString", "%5F%5Fproto__"]) {
      const { status, body } = await api.problem(`${path}?${name}=1`);
      expect([name, status]).toEqual([name, 400]);
      expect(body.errors).toEqual([{ field: decodeURIComponent(name), message: "no such field here" }]);
    }
  });

  it.each(["", "%20", "0x10", "1e1", "+5", "5.0", "05.0"])("nor is %j a whole number", async (text) => {
    for (const [path, field] of [
      [`/organizations?since=${text}`, "since"],
      [`/organizations?limit=${text}`, "limit"],
      [`/coverage/councils?fiscal_year=${text}`, "fiscal_year"],
      [`/targets/leaders?version=${text}`, "version"],
      [`/tiles/organizations/${text}/25/14`, "z"],
      [`/tiles/organizations/5/${text}/14`, "x"],
      [`/tiles/organizations/5/25/${text}.pbf`, "y"],
    ] as const) {
      const { status, body } = await api.problem(path);
      // without a number between its strokes it is another address
      if (status === 404 && text === "") continue;
      expect([path, status, body.errors?.[0]?.field]).toEqual([path, 400, field]);
    }
  });
});
