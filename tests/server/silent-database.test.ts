// A database that is stopped, cut off or gone: every question ends, is told why, and is answered again once the database is back.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { apiUrl } from "../helpers/database.ts";
import { type DatabaseRelay, startDatabaseRelay } from "../helpers/database-relay.ts";

const DEADLINE_MS = 1_000;

describe("a database that says nothing any more", { timeout: 60_000 }, () => {
  let relay: DatabaseRelay;
  let api: TestApi;
  beforeAll(async () => {
    relay = await startDatabaseRelay(apiUrl());
    api = await startApi(relay.url, null, {}, { deadlineMs: DEADLINE_MS });
  });
  afterEach(() => relay.heal());
  afterAll(async () => {
    await api.close();
    await relay.close();
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
    const isBack = async () => (await api.fetch("/health")).statusCode;
    await expect.poll(isBack, { timeout: 5_000 }).toBe(200);
    await expectAnswers(paths);
  });
});
