// Statements are read and planned once per connection, unless a pooler stands between.
import { createDatabase } from "@phuenthi/server/db";
import { sql } from "@phuenthi/server/sql";
import { PUBLIC } from "@phuenthi/server/viewer";
import { describe, expect, it } from "vitest";
import { apiUrl } from "../helpers/database.ts";

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

describe("a statement that is asked twice", () => {
  it("is prepared once", async () => {
    expect(await prepared({})).toBe(1);
  });

  it("is prepared nowhere behind a pooler", async () => {
    expect(await prepared({ namesStatements: false })).toBe(0);
  });
});
