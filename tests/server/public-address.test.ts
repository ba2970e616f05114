// Addresses that leave the server: TileJSON, the description of the API, the page's own.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

const started: TestApi[] = [];
const start = async (...more: Parameters<typeof startApi>) => {
  const api = await startApi(...more);
  started.push(api);
  return api;
};
afterEach(() => Promise.all(started.splice(0).map((api) => api.close())));

const tileAddress = async (api: TestApi, headers: Record<string, string> = {}, list = "areas") =>
  (await api.fetch(`/tiles/${list}.json`, headers)).json().tiles[0].split("/api/tiles/")[0];
const serverAddress = async (api: TestApi, path: string) => (await api.fetch(path)).json().servers[0].url;

describe("absolute addresses", () => {
  it("come from the public address, whatever the request says", async () => {
    const publicUrl = "https://example.org/phuenthi";
    const api = await start(undefined, null, { publicUrl, trustProxy: 1 });
    const headers = { host: "evil.example", "x-forwarded-host": "worse.example" };
    for (const list of ["areas", "organizations"]) {
      expect(await tileAddress(api, headers, list)).toBe(publicUrl);
    }
    expect(await serverAddress(api, "/openapi.json")).toBe(publicUrl);
    expect(await serverAddress(api, "/docs/json")).toBe(publicUrl);
  });

  it("come from the request without one: its Host, and the scheme of a proxy that is trusted", async () => {
    const forwarded = {
      host: "inner:8080",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    };
    expect(await tileAddress(await start(), forwarded)).toBe("http://inner:8080");
    const trusting = await start(undefined, null, { trustProxy: 1 });
    expect(await tileAddress(trusting, forwarded)).toBe("https://inner:8080");
    expect(await tileAddress(trusting, { host: "inner:8080" })).toBe("http://inner:8080");
  });

  it("never hold a Host that is none", async () => {
    const api = await start();
    const hosts = [
      "a b",
      'x"y',
      "x/y",
      "x?y=",
      "me@x",
      "300.300.300.300",
      "x:99999",
      "<b>",
      "..",
      "-",
      "a..b",
    ];
    for (const host of [...hosts, "a".repeat(300)]) {
      const { statusCode } = await api.fetch("/tiles/areas.json", { host });
      expect([host, statusCode]).toEqual([host, 400]);
    }
  });

  it("are whole for HTTP/1.0, which sends no Host", async () => {
    const { app } = await start();
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () =>
        socket.write("GET /api/tiles/areas.json HTTP/1.0\r\n\r\n"),
      );
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("end", () => resolve(text));
      socket.on("error", reject);
    });
    const { tiles } = JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")));
    expect(tiles[0]).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/api/tiles/areas/`));
  });
});

describe("the page under a path", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "phuenthi-page-"));
    const html = '<html data-base="./"><script src="./assets/a.js"></script></html>';
    writeFileSync(join(folder, "index.html"), html);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const page = (api: TestApi, url: string, method: "GET" | "HEAD" = "GET") =>
    api.app.inject({ method, url, headers: { accept: "text/html" } });

  it.each(["/", "/index.html", "/targets/leaders", "/areas/50?lang=en"])(
    "finds its files from %s",
    async (url) => {
      const plain = await start(undefined, null, { webDist: folder });
      expect((await page(plain, url)).body).toContain('data-base="/"><script src="/assets/a.js"');
      const under = await start(undefined, null, {
        webDist: folder,
        publicUrl: "https://example.org/phuenthi",
      });
      // a proxy takes the path off, or leaves it
      for (const asked of [url, `/phuenthi${url}`]) {
        const { body, headers } = await page(under, asked);
        expect(body).toContain('data-base="/phuenthi/"><script src="/phuenthi/assets/a.js"');
        expect(headers["cache-control"]).toBe("no-cache");
        const head = await page(under, asked, "HEAD");
        expect([head.statusCode, head.headers.etag]).toEqual([200, headers.etag]);
      }
      expect((await page(under, "/phuenthi")).body).toContain("/phuenthi/assets/a.js");
      expect((await under.app.inject("/phuenthi/api/health")).json().status).toBe("ok");
    },
  );
});
