import { readFileSync } from "node:fs";
import { dumpRelations } from "@phuenthi/db/dump-relations";
import { dumpSchema } from "@phuenthi/db/dump-schema";
import { describe, expect, it } from "vitest";
import { ownerUrl, withRollback } from "../helpers/database.ts";

/** pg_dump writes the same schema a little differently from one major version to the next. */
const COMMITTED_WITH = 15;

describe("db/schema.sql", () => {
  it("is what the migrations make (npm run db:schema writes it anew)", async (context) => {
    const major = await withRollback(async (client) => {
      const { rows } = await client.query(
        "select current_setting('server_version_num')::int / 10000 as major",
      );
      return rows[0].major;
    });
    if (major !== COMMITTED_WITH) context.skip(`written by PostgreSQL ${COMMITTED_WITH}; this is ${major}`);
    expect(dumpSchema(ownerUrl())).toBe(
      readFileSync(new URL("../../db/schema.sql", import.meta.url), "utf8"),
    );
  });
});

describe("db/relations.md", () => {
  it("is what the tables, their comments and the declarations say (npm run db:schema writes it anew)", async () => {
    expect(await dumpRelations(ownerUrl())).toBe(
      readFileSync(new URL("../../db/relations.md", import.meta.url), "utf8"),
    );
  });
});
