// A database that is stopped, cut off or gone: every question ends, is told why, and is answered again once the database is back.
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { makeOwnDatabase, type OwnDatabase, query } from "../helpers/database.ts";
import { type DatabaseRelay, startDatabaseRelay } from "../helpers/database-relay.ts";

const DEADLINE_MS = 1_200;

describe("a database that says nothing any more", { timeout: 60_000 }, () => {
  let own: OwnDatabase;
  let relay: DatabaseRelay;
  let api: TestApi;
  beforeAll(async () => {
    own = await makeOwnDatabase();
    relay = await startDatabaseRelay(own.apiUrl);
    api = await startApi(relay.url, null, {}, { deadlineMs: DEADLINE_MS });
  });
  const isBack = async () => (await api.fetch("/health")).statusCode;
  afterEach(async () => {
    relay.heal();
    await expect.poll(isBack, { timeout: 5_000 }).toBe(200);
  });
  afterAll(async () => {
    await api.close();
    await relay.close();
    await own.drop();
  });

  const read = ["/organizations?within=5001", "/health", "/plans?within=50", "/targets/leaders"];

  async function expectAnswers(paths: string[]): Promise<void> {
    for (const path of paths) expect([path, (await api.fetch(path)).statusCode]).toEqual([path, 200]);
  }

  it.each(["freeze", "cut"] as const)("leaves no question without an answer: %s", async (how) => {
    await expectAnswers(read);
    relay[how]();
    // a file that was made already would be read on
    const paths = [...read, `/export/partners.csv?q=${how}`];
    const answers = await Promise.all(paths.map((path) => api.problem(path)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      paths.map(() => [503, "database-unavailable"]),
    );
    relay.heal();
    await expect.poll(isBack, { timeout: 5_000 }).toBe(200);
    await expectAnswers(paths);
  });

  it.each(["freeze", "cut"] as const)(
    "leaves what is in memory to be read, with its date: %s",
    async (how) => {
      const kept = [
        "/coverage/councils?level=province",
        "/overview?place=50",
        "/areas/at?lon=98.98&lat=18.79",
      ];
      const before = await Promise.all(kept.map((path) => api.get(path)));
      relay[how]();
      const known = await api.problem("/health");
      expect(known.body.code).toBe("database-unavailable");
      expect(await Promise.all(kept.map((path) => api.get(path)))).toEqual(before);
      expect(before[0].as_of).toEqual(expect.any(String));
      // what nobody has asked yet cannot be made, and nobody waits to be told so
      const { body } = await api.problem("/coverage/councils?level=province&within=50,51");
      expect(body.code).toBe("database-unavailable");
      // of an edit that it has not heard of it gives nothing older
      const seen = await api.fetch("/coverage/councils?level=province", { "data-version": "1000000" });
      expect(seen.statusCode).toBe(200);
      const next = Number(seen.headers["data-version"]) + 1;
      const newer = await api.fetch("/coverage/councils?level=province", { "data-version": String(next) });
      expect(newer.statusCode).toBe(503);
    },
  );

  it("breaks off a file that it had begun", async () => {
    const client = new pg.Client({ connectionString: own.ownerUrl });
    await client.connect();
    try {
      await client.query("begin; lock table region");
      const asked = api.problem("/export/areas.geojson?level=region&q=held");
      const isAsked = async () =>
        (
          await query(
            own.ownerUrl,
            "select from pg_stat_activity where query like 'copy%' and wait_event_type = 'Lock'",
          )
        ).length;
      await expect.poll(isAsked, { timeout: 20_000 }).toBe(1);
      relay.freeze();
      const { status, body } = await asked;
      expect([status, body.code]).toEqual([503, "database-unavailable"]);
    } finally {
      await client.end();
    }
  });

  it("answers with what was edited meanwhile as soon as it is back", async () => {
    const path = "/coverage/councils?level=province&within=57";
    const before = await api.fetch(path);
    relay.cut();
    await api.problem("/health");
    await query(own.ownerUrl, "delete from organization where area_code like '57%'");
    expect((await api.fetch(path)).headers.etag).toBe(before.headers.etag);
    relay.heal();
    const tag = async () => (await api.fetch(path)).headers.etag;
    await expect.poll(tag, { timeout: 5_000 }).not.toBe(before.headers.etag);
  });
});
