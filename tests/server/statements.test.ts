// Statements are read and planned once per connection, unless a pooler stands between.
import { createDatabase } from "@phuenthi/server/db";
import { sql } from "@phuenthi/server/sql";
import { PUBLIC } from "@phuenthi/server/viewer";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { apiUrl, ownerUrl, query, withOwnDatabase } from "../helpers/database.ts";

async function prepared(options: { namesStatements?: boolean }): Promise<number> {
  const database = createDatabase(apiUrl(), options);
  const db = database.as(PUBLIC);
  try {
    for (const code of ["10", "50"]) await db.many(sql`select name_th from area where code = ${code}`);
    const { count } = await db.one<{ count: number }>(
      sql`select count(*) from pg_prepared_statements where statement like 'select name_th from area%'`,
    );
    return count;
  } finally {
    await database.close();
  }
}

describe("a statement of the serving role", () => {
  it("is ended after ten seconds and compiled never, with nothing said by the connection", async () => {
    const settings = "select current_setting('statement_timeout') as timeout, current_setting('jit') as jit";
    expect(await query(apiUrl(), settings)).toEqual([{ timeout: "10s", jit: "off" }]);
  });

  it("is ended after what its role is set to", async () => {
    await withOwnDatabase(async (own) => {
      const name = new URL(own.apiUrl).pathname.slice(1);
      await query(
        own.ownerUrl,
        `alter role phuenthi_api in database ${name} set statement_timeout = '100ms'`,
      );
      const database = createDatabase(own.apiUrl);
      try {
        await expect(database.as(PUBLIC).many(sql`select pg_sleep(3)`)).rejects.toMatchObject({
          code: "took-too-long",
        });
      } finally {
        await database.close();
      }
    });
  });
});

describe("a statement that is asked twice", () => {
  it("is prepared once", async () => {
    expect(await prepared({})).toBe(1);
  });

  it("is prepared nowhere behind a pooler", async () => {
    expect(await prepared({ namesStatements: false })).toBe(0);
  });
});

const SOMEBODY = { name: "somebody", sees: "all" };

describe("a statement that a migration overtakes", () => {
  it("is asked once more where what it had looked up is gone", async () => {
    const owner = new pg.Client({ connectionString: ownerUrl() });
    await owner.connect();
    const database = createDatabase(apiUrl());
    const make = "create function overtaken.made() returns text return 'there'";
    try {
      await owner.query(`create schema overtaken; create table overtaken.held (); ${make};
        grant usage on schema overtaken to phuenthi_api; grant select on overtaken.held to phuenthi_api`);
      await owner.query("begin; lock table overtaken.held");
      const asked = sql`select made from overtaken.made() cross join (select count(*) from overtaken.held) held`;
      const answers = Promise.all(
        [PUBLIC, SOMEBODY].map((viewer) => database.as(viewer).one<{ made: string }>(asked)),
      );
      await vi.waitFor(async () => {
        const { rows } = await owner.query("select from pg_locks where not granted");
        expect(rows.length).toBeGreaterThanOrEqual(2);
      });
      await owner.query(`drop function overtaken.made(); ${make}; commit`);
      expect(await answers).toEqual([{ made: "there" }, { made: "there" }]);
    } finally {
      await database.close();
      await owner.query("rollback; drop schema if exists overtaken cascade");
      await owner.end();
    }
  });
});

describe("a connection that nobody asked for an hour", () => {
  it("is there still, with the statements that it has read", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const database = createDatabase(apiUrl());
    const askWho = () => database.as(PUBLIC).one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    try {
      const before = await askWho();
      vi.advanceTimersByTime(3_600_000);
      expect(await askWho()).toEqual(before);
    } finally {
      vi.useRealTimers();
      await database.close();
    }
  });
});
