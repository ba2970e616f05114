// Behind a reverse proxy: what the client writes is the client's word, and only what our own proxy adds is believed.
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startApi } from "../helpers/app.ts";
import { startReverseProxy } from "../helpers/reverse-proxy.ts";

const KEY = "a key of more than twenty-four characters";
const CHECK = "/api/targets/edit-check";
const withKey = (key: string, more = {}) => ({
  host: "map.example.org",
  authorization: `Bearer ${key}`,
  ...more,
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function behindProxy(
  config: Parameters<typeof startApi>[2],
  scheme?: Parameters<typeof startReverseProxy>[1],
) {
  const api = await startApi(undefined, KEY, config);
  closing.push(api.close);
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  const proxy = await startReverseProxy((api.app.server.address() as AddressInfo).port, scheme);
  closing.push(proxy.close);
  return proxy;
}

describe("the right key", () => {
  it("is never refused because others behind the same address have tried wrong ones", async () => {
    const { ask } = await behindProxy({ trustProxy: 0 });
    for (let at = 0; at < 12; at += 1) {
      const { status } = await ask(CHECK, withKey(`wrong ${at}`), "127.0.0.2");
      expect(status).toBe(at < 10 ? 401 : 429);
    }
    expect((await ask(CHECK, withKey(KEY))).status).toBe(204);
    expect((await ask(CHECK, withKey(KEY), "127.0.0.2")).status).toBe(204);
  });

  it("is not to be guessed by writing other addresses, one's own being the last", async () => {
    const { ask } = await behindProxy({ trustProxy: 1 });
    const guess = async (at: number, from: string) => {
      const claimed = {
        "x-forwarded-for": `198.51.100.${at}, 203.0.113.${at}`,
        "x-real-ip": `192.0.2.${at}`,
      };
      return (await ask(CHECK, withKey("wrong", claimed), from)).status;
    };
    for (let at = 0; at < 10; at += 1) expect(await guess(at, "127.0.0.2")).toBe(401);
    expect(await guess(10, "127.0.0.2")).toBe(429);
    // nobody else has to wait
    expect(await guess(10, "127.0.0.3")).toBe(401);
  });
});

describe("what a client says of where this server is", () => {
  const EVIL = {
    host: "map.example.org",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "javascript",
    "x-forwarded-port": "666",
    "x-forwarded-prefix": "/evil",
    forwarded: "host=evil.example;proto=javascript",
    "x-original-url": "/evil",
  };
  const paths = [
    "/api/tiles/areas.json",
    "/api/tiles/organizations.json",
    "/api/openapi.json",
    "/api/docs/json",
  ];

  it.each([
    ["where no proxy is trusted", { trustProxy: 0 }, "http://map.example.org"],
    ["where one is", { trustProxy: 1 }, "http://map.example.org"],
    [
      "where the public address is set",
      { trustProxy: 1, publicUrl: "https://example.org/map" },
      "https://example.org/map",
    ],
  ])("goes into no answer %s", async (_where, config, base) => {
    const { ask } = await behindProxy(config);
    for (const path of paths) {
      const { status, headers, body } = await ask(path, EVIL);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain(`"${base}`);
      expect(body + JSON.stringify(headers)).not.toMatch(/evil|javascript:|:666/);
    }
  });

  it.each([
    ["the host that it came to", { trustProxy: 1 }, "https://map.example.org", 401],
    ["a forwarded host", { trustProxy: 1 }, "https://evil.example", 403],
    ["a scheme that is no page's", { trustProxy: 1 }, "javascript://map.example.org", 403],
    [
      "the public address",
      { trustProxy: 1, publicUrl: "https://example.org/map" },
      "https://example.org",
      401,
    ],
    [
      "its host by another scheme",
      { trustProxy: 1, publicUrl: "https://example.org" },
      "http://example.org",
      403,
    ],
    [
      "the host that it came to, where the public one is another",
      { publicUrl: "https://example.org" },
      "http://map.example.org",
      403,
    ],
    [
      "a forwarded host beside a public one",
      { trustProxy: 1, publicUrl: "https://example.org" },
      "https://evil.example",
      403,
    ],
  ])("makes no page its own: %s", async (_which, config, origin, expected) => {
    const { ask } = await behindProxy(config);
    const path = "/api/targets/leaders/versions";
    expect((await ask(path, { ...EVIL, origin }, "127.0.0.1", "POST")).status).toBe(expected);
  });
});

describe("https", () => {
  it.each([
    ["said by the proxy", { trustProxy: 1 }, "https" as const, {}, true],
    ["denied by the proxy", { trustProxy: 1 }, "http" as const, { "x-forwarded-proto": "https" }, false],
    [
      "denied by the proxy, whatever the public address",
      { trustProxy: 1, publicUrl: "https://map.example.org" },
      "http" as const,
      {},
      false,
    ],
    ["said by a client alone", { trustProxy: 0 }, null, { "x-forwarded-proto": "https" }, false],
    [
      "of the public address, behind a proxy that says nothing",
      { publicUrl: "https://map.example.org" },
      null,
      {},
      true,
    ],
    ["of nobody", {}, null, {}, false],
  ])("is kept to by browsers only where it is there: %s", async (_who, config, scheme, more, isSaid) => {
    const { ask } = await behindProxy(config, scheme);
    const { headers } = await ask("/api/docs/", { host: "map.example.org", ...more });
    expect(headers["strict-transport-security"]).toBe(isSaid ? "max-age=31536000" : undefined);
  });
});
