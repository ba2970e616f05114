import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

describe("the role phuenthi_api", () => {
  it.each([
    "insert into area (code, level, name_th, name_en, source_id) values ('99', 'province', 'x', 'x', 'x')",
    "update organization set name_th = 'x'",
    "delete from plan",
    "truncate achievement",
    "create table public.mine (id int)",
    "create function api.mine() returns int language sql as 'select 1'",
    "drop table area",
    "alter role phuenthi_api superuser",
  ])("may not: %s", async (statement) => {
    await withRollback(
      async (client) => {
        await expect(client.query(statement)).rejects.toThrow(
          /permission denied|must be owner|must be superuser/,
        );
      },
      { as: "api" },
    );
  });

  it("owns nothing", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(
        "select relname from pg_class where relowner = 'phuenthi_api'::regrole",
      );
      expect(rows).toEqual([]);
    });
  });

  it("may read every table that holds records, persons apart", async () => {
    await withRollback(
      async (client) => {
        for (const table of [
          "area",
          "organization",
          "plan",
          "housing_project",
          "achievement",
          "target_version",
          "quality_review",
        ]) {
          await client.query(`select count(*) from ${table}`);
        }
      },
      { as: "api" },
    );
  });
});
