// Who asks is known wherever the database is asked, and what is kept for everybody is made as everybody sees it.
import { text } from "node:stream/consumers";
import { AnswerCache } from "@phuenthi/server/cached-answer";
import { DataVersions } from "@phuenthi/server/data-version";
import { createDatabase, type Database } from "@phuenthi/server/db";
import { sql } from "@phuenthi/server/sql";
import { PUBLIC, type Viewer } from "@phuenthi/server/viewer";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiUrl } from "../helpers/database.ts";

const SOMEBODY: Viewer = { name: "somebody", sees: "somebody's" };
const ASKED = sql`select nullif(current_setting('phuenthi.viewer', true), '') as viewer`;
/** Postgres takes it inside of a transaction alone. */
const SAVEPOINT = sql`savepoint here`;

let database: Database;
beforeAll(() => {
  database = createDatabase(apiUrl());
});
afterAll(() => database.close());

describe("the database as a viewer sees it", () => {
  it("knows who asks, in a statement, a transaction and a copy, and nobody inherits it", async () => {
    const db = database.as(SOMEBODY);
    expect(await db.one(ASKED)).toEqual({ viewer: "somebody" });
    expect(await db.transaction((tx) => tx.many(ASKED))).toEqual([{ viewer: "somebody" }]);
    const copied = await db.copy(sql`copy (select current_setting('phuenthi.viewer')) to stdout`, [
      "a.b",
      "",
    ]);
    expect(await text(copied)).toBe("somebody\n");
    expect(await database.as(PUBLIC).transaction((tx) => tx.one(ASKED))).toEqual({ viewer: null });
  });

  it("asks for the public in one statement, with nothing around it", async () => {
    expect(await database.as(PUBLIC).one(ASKED)).toEqual({ viewer: null });
    await expect(database.as(PUBLIC).many(SAVEPOINT)).rejects.toThrow(/only be used in transaction blocks/);
    expect(await database.as(SOMEBODY).many(SAVEPOINT)).toEqual([]);
  });

  it("takes back what was begun", async () => {
    await expect(
      database.as(PUBLIC).transaction(async () => {
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
  });
});

describe("an answer that is kept", () => {
  let versions: DataVersions;
  let app: FastifyInstance;
  beforeAll(async () => {
    versions = new DataVersions(database);
    await versions.listen();
    const answers = new AnswerCache(database, versions);
    app = fastify();
    answers.answerAgain(app);
    for (const [path, viewer] of [
      ["/everybody", undefined],
      ["/whoever", SOMEBODY],
    ] as const) {
      app.get(path, (request, reply) =>
        answers.send(request, reply, {
          // the one who comes first is privileged
          ...(viewer && request.headers.authorization && { viewer }),
          topics: ["boundary"],
          type: "application/json",
          make: async (db) => JSON.stringify((await db.one<{ viewer: string | null }>(ASKED)).viewer),
        }),
      );
    }
  });
  afterAll(async () => {
    await app.close();
    await versions.close();
  });
  const ask = async (url: string, headers = {}) => (await app.inject({ url, headers })).json();

  it("is made as the public sees it, whoever asks first", async () => {
    expect(await ask("/everybody", { authorization: "somebody" })).toBeNull();
  });

  it("is sent to nobody who may not see it, by no way", async () => {
    const gzip = { "accept-encoding": "gzip" };
    const first = await app.inject({ url: "/whoever", headers: { ...gzip, authorization: "somebody" } });
    const second = await app.inject({ url: "/whoever", headers: gzip });
    expect(first.headers.etag).not.toBe(second.headers.etag);
    expect(await ask("/whoever", { authorization: "somebody" })).toBe("somebody");
    expect(await ask("/whoever")).toBeNull();
  });
});
