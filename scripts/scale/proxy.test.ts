import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { startProxy } from "./proxy.mjs";

it("adds whom it was asked by to what a client wrote", async () => {
  const server = createServer(({ headers }, response) => response.end(headers["x-forwarded-for"]));
  await new Promise<void>((begun) => server.listen(0, "127.0.0.1", begun));
  const proxy = await startProxy([(server.address() as AddressInfo).port]);
  const ask = async (headers: Record<string, string>) => (await fetch(proxy.url, { headers })).text();
  try {
    expect(await ask({})).toBe("127.0.0.1");
    expect(await ask({ "x-forwarded-for": "203.0.113.9" })).toBe("203.0.113.9, 127.0.0.1");
  } finally {
    await proxy.close();
    server.close();
  }
});
