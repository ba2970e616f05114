// Who may write: the edit key, and how long those wait who guess it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { KEY, OWNER, targetsOf } from "../helpers/targets.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi(undefined, KEY);
});
afterAll(() => api.close());

describe("the edit key", () => {
  it("writes for nobody without the key, from elsewhere, or where editing is off", async () => {
    const change = { action: "undo", based_on: 1, owner: OWNER };
    const bearer = { authorization: `Bearer ${KEY}` };
    const code = async (headers: Record<string, string>) =>
      (await targetsOf(api).post("leaders/versions", change, headers)).json().code;
    expect(await code({})).toBe("edit-key-wrong");
    expect(await code({ authorization: "Bearer wrong" })).toBe("edit-key-wrong");
    expect(await code({ ...bearer, origin: "https://elsewhere.example" })).toBe("origin-refused");
    const off = await startApi();
    const answer = await off.app.inject({
      method: "POST",
      url: "/api/targets/leaders/versions",
      payload: change,
      headers: bearer,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, "editing-is-off"]);
    await off.close();
  });
  it("makes an address wait after ten wrong keys", async () => {
    const fresh = await startApi(undefined, KEY);
    const check = (key: string) =>
      fresh.app.inject({ url: "/api/targets/edit-check", headers: { authorization: `Bearer ${key}` } });
    expect((await check(KEY)).statusCode).toBe(204);
    // a page elsewhere, or none at all, uses up nothing
    for (let i = 0; i < 12; i += 1) {
      expect((await fresh.app.inject({ url: "/api/targets/edit-check" })).statusCode).toBe(401);
      const headers = { authorization: "Bearer wrong", "sec-fetch-site": "cross-site" };
      expect((await fresh.app.inject({ url: "/api/targets/edit-check", headers })).statusCode).toBe(403);
    }
    for (let i = 0; i < 10; i += 1) expect((await check("wrong")).statusCode).toBe(401);
    expect((await check("wrong")).statusCode).toBe(429);
    expect((await check(KEY)).statusCode).toBe(204);
    await fresh.close();
  });
  it("makes whoever is behind a proxy wait too, whatever they say of where they come from", async () => {
    const fresh = await startApi(undefined, KEY, { trustProxy: 1 });
    // the proxy adds the address it was asked from to what the asker has written
    const check = (claimed: string, from: string) =>
      fresh.app.inject({
        url: "/api/targets/edit-check",
        headers: { authorization: "Bearer wrong", "x-forwarded-for": `${claimed}, ${from}` },
      });
    for (let i = 0; i < 10; i += 1) {
      expect((await check(`9.9.9.${i}`, "203.0.113.5")).statusCode).toBe(401);
    }
    expect((await check("9.9.9.99", "203.0.113.5")).statusCode).toBe(429);
    expect((await check("203.0.113.5", "203.0.113.6")).statusCode).toBe(401);
    await fresh.close();
  });
  it("makes all who guess wait when many addresses do, and nobody who knows", async () => {
    const fresh = await startApi(undefined, KEY, { trustProxy: 1 });
    const check = (key: string, from: string) =>
      fresh.app.inject({
        url: "/api/targets/edit-check",
        headers: { authorization: `Bearer ${key}`, "x-forwarded-for": from },
      });
    for (let i = 0; i < 200; i += 1)
      expect((await check("wrong", `2001:db8:0:${i}::1`)).statusCode).toBe(401);
    expect((await check("wrong", "203.0.113.7")).statusCode).toBe(429);
    expect((await check(KEY, "203.0.113.7")).statusCode).toBe(204);
    await fresh.close();
  });
});
