// Some ask for much: whoever asks for little does not wait for them, and nobody is told that the database is away when it is busy.
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Lanes } from "@phuenthi/server/lanes";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, createAsker, problemOf } from "../../scripts/lib/asker.mjs";
import { startApi, type TestApi } from "../helpers/app.ts";
import { makeOwnDatabase, type OwnDatabase } from "../helpers/database.ts";

const KEY = "a key of at least 24 characters";
const JSON_BODY = { "content-type": "application/json" };
const SHARE = { action: "share", level: "province", method: "proportional", basis: "gap", owner: "ทดสอบ" };

describe("a server that many ask for much", { timeout: 120_000 }, () => {
  let own: OwnDatabase;
  let api: TestApi;
  let url: string;
  let user: ReturnType<typeof createAsker>;
  let others: ReturnType<typeof createAsker>;
  let provinces: string[];
  beforeAll(async () => {
    own = await makeOwnDatabase();
    api = await startApi(own.apiUrl, KEY);
    await api.app.listen({ host: "127.0.0.1", port: 0 });
    url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}/api`;
    user = createAsker({ localAddress: "127.0.0.1" });
    others = createAsker({ localAddress: "127.0.0.2" });
    const { items } = await api.get("/areas?level=province&limit=100");
    provinces = items.map(({ code }: { code: string }) => code);
  });
  afterAll(async () => {
    user.close();
    others.close();
    await api.close();
    await own.drop();
  });

  // each asked so that no answer is kept for the next
  it.each([
    ["local authorities", (at: number) => others.ask(`${url}/local-authorities?within=50&limit=${400 + at}`)],
    ["overviews", (at: number) => others.ask(`${url}/overview?place=${provinces[at]}`)],
    [
      "previews",
      () =>
        others.ask(`${url}/targets/plans-linked/preview`, {
          method: "POST",
          headers: JSON_BODY,
          body: JSON.stringify({ ...SHARE, based_on: 1 }),
        }),
    ],
  ])("answers somebody else before them: %s", async (_name, ask) => {
    let answered = 0;
    const asked = Array.from({ length: 60 }, async (_, at) => {
      const { status } = await ask(at);
      answered += 1;
      return status;
    });
    await expect.poll(() => answered, { interval: 5, timeout: 30_000 }).toBeGreaterThan(5);

    const before = answered;
    const [list, health] = await Promise.all([
      user.ask(`${url}/organizations?within=5001&limit=${before}`),
      user.ask(`${url}/health`),
    ]);
    expect([list.status, health.status]).toEqual([200, 200]);
    // those that were at work, and a few that a list takes the turns of: it asks five things one after the other
    expect(answered - before).toBeLessThan(40);

    const { version } = JSON.parse((await user.ask(`${url}/targets/leaders`)).text);
    const saved = await user.ask(`${url}/targets/leaders/versions`, {
      method: "POST",
      headers: { ...JSON_BODY, authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ ...SHARE, basis: "population", based_on: version }),
    });
    expect([saved.status, saved.text.slice(0, 100)]).toEqual([201, expect.anything()]);
    for (const status of await Promise.all(asked)) expect([200, 429]).toContain(status);
  });
});

describe("a server whose public lane is taken", () => {
  let own: OwnDatabase;
  let api: TestApi;
  const lanes = new Lanes({ public: { atOnce: 1, waitMs: 300 } });
  beforeAll(async () => {
    own = await makeOwnDatabase();
    api = await startApi(own.apiUrl, KEY, {}, { lanes });
  });
  afterAll(async () => {
    await api.close();
    await own.drop();
  });

  it("says that it is busy, and goes on with health and what the right is shown for", async () => {
    await api.get("/health");
    const client = new pg.Client({ connectionString: own.ownerUrl });
    await client.connect();
    try {
      await client.query("begin; lock table lesson");
      const held = api.fetch("/lessons");
      await expect.poll(() => lanes.standing()[0]?.running, { timeout: 30_000 }).toBe(1);
      const { status, body } = await api.problem("/organizations");
      expect([status, body.code]).toEqual([503, "busy"]);
      expect((await api.fetch("/health")).statusCode).toBe(200);
      const saved = await api.app.inject({
        method: "POST",
        url: "/api/targets/leaders/versions",
        headers: { authorization: `Bearer ${KEY}` },
        payload: { ...SHARE, basis: "population", based_on: 1 },
      });
      expect(saved.statusCode).toBe(201);
      await client.query("rollback");
      expect((await held).statusCode).toBe(200);
    } finally {
      await client.end();
    }
  });
});

describe("whoever has asked for much of late", () => {
  let own: OwnDatabase;
  let api: TestApi;
  const lanes = new Lanes({ public: { atOnce: 1, waitMs: 30_000 } }, 100);
  const [much, little] = ["127.0.0.2", "127.0.0.1"].map((localAddress) => createAsker({ localAddress }));
  beforeAll(async () => {
    own = await makeOwnDatabase();
    api = await startApi(own.apiUrl, null, {}, { lanes });
    await api.app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    much?.close();
    little?.close();
    await api.close();
    await own.drop();
  });

  it("is told when to come back instead of waiting, and nobody else is", async () => {
    const url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}/api`;
    const client = new pg.Client({ connectionString: own.ownerUrl });
    await client.connect();
    /** The lane is taken by lessons until they may be read. */
    const hold = async (asker: typeof much, path: string) => {
      await client.query("begin; lock table lesson");
      const held = asker?.ask(url + path);
      await expect.poll(() => lanes.standing()[0]?.running, { timeout: 30_000 }).toBe(1);
      return async () => {
        await client.query("rollback");
        return (await held)?.status;
      };
    };
    try {
      const end = await hold(much, "/lessons?limit=1");
      await sleep(500);
      expect(await end()).toBe(200);
      expect((await little?.ask(`${url}/organizations?limit=1`))?.status).toBe(200);

      const endOther = await hold(little, "/lessons?limit=2");
      const waits = little?.ask(`${url}/plans?limit=1`);
      const refused = await much?.ask(`${url}/plans?limit=2`);
      expect([refused?.status, problemOf(refused as Answer)]).toEqual([429, "asked-too-much"]);
      expect(JSON.parse(refused?.text ?? "").title).toMatch(/asked for much of late, and others are waiting/);
      expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(10);
      expect(await endOther()).toBe(200);
      expect((await waits)?.status).toBe(200);
    } finally {
      await client.end();
    }
  });
});
