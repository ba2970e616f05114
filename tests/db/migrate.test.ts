import { readdirSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@phuenthi/db/migrate";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ownerUrl, query, withOwnDatabase } from "../helpers/database.ts";

describe("migrate", () => {
  it("takes an empty database to the present as its owner, who is no superuser, and does nothing the second time", async () => {
    const owner = `test_${process.pid}_owner`;
    await withOwnDatabase(
      async (own) => {
        const { pathname } = new URL(own.ownerUrl);
        await query(
          own.ownerUrl,
          `create extension postgis; create role ${owner} login createrole password 'x';
           alter database ${pathname.slice(1)} owner to ${owner}`,
        );
        const ownerUrl = Object.assign(new URL(own.ownerUrl), { username: owner, password: "x" }).href;
        const first = await migrate({ databaseUrl: ownerUrl });
        expect(first.applied).toContain("migrations/0001-foundation.sql");
        const declared = readdirSync(join(import.meta.dirname, "../../db/indicators"))
          .filter((name) => name.endsWith(".json"))
          .map((name) => name.slice(0, -".json".length));
        const ids = (await query(ownerUrl, "select id from indicator")).map((row) => row.id);
        expect(ids.sort()).toEqual(declared.sort());
        expect((await migrate({ databaseUrl: ownerUrl })).applied).toEqual([]);
        // rights on a database are not copied with a template, so they are seen here
        const temporary =
          "select has_database_privilege('phuenthi_api', current_database(), 'temporary') as may";
        expect(await query(ownerUrl, temporary)).toEqual([{ may: false }]);
      },
      { empty: true },
    );
    await query(ownerUrl(), `drop role ${owner}`);
  });

  it("refuses a migration that was edited after it had been applied", async () => {
    await withOwnDatabase(
      async ({ ownerUrl }) => {
        await migrate({ databaseUrl: ownerUrl });
        await query(ownerUrl, "update schema_migration set sha256 = 'other' where path like 'migrations/%'");
        await expect(migrate({ databaseUrl: ownerUrl })).rejects.toThrow(/0001-foundation\.sql was edited/);
      },
      { empty: true },
    );
  });

  it("re-applies all at once while others read, waits for none of them long, and keeps the records", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const [before] = await query(ownerUrl, "select count(*) from organization");
      const kept =
        "select indicator_id, fiscal_year, sum(value) from achievement group by 1, 2 order by 1, 2";
      const achievements = await query(ownerUrl, kept);
      // one that may be applied twice
      await query(
        ownerUrl,
        "delete from schema_migration where path in ('objects', 'migrations/0037-serving-settings.sql')",
      );
      const download = new pg.Client({ connectionString: apiUrl });
      await download.connect();
      await download.query("begin; select count(*) from record.organization");
      const failures = new Set<string>();
      let migrating = true;
      const asking = (async () => {
        while (migrating) {
          await query(apiUrl, "select count(*) from record.organization").catch((error: pg.DatabaseError) => {
            // whoever was asking when two wait for each other may be the one that is ended
            if (error.code !== "40P01") failures.add(error.message);
          });
        }
      })();
      let inTheWay = "";
      const { applied } = await migrate({
        databaseUrl: ownerUrl,
        log: (line) => {
          if (!line.includes("select count(*)")) return;
          inTheWay ||= line;
          void download.query("commit").catch(() => {});
        },
      });
      migrating = false;
      await asking;
      await download.end();
      expect([...failures]).toEqual([]);
      expect(inTheWay).toMatch(/waiting for others to be done: pid \d+/);
      expect(applied).toContain("migrations/0037-serving-settings.sql");
      expect(applied).toContain("functions/coverage-rows.sql");
      expect(await query(ownerUrl, "select count(*) from organization")).toEqual([before]);
      expect(await query(ownerUrl, kept)).toEqual(achievements);
    });
  }, 120_000);

  it("moves every version, and leaves the day on which records last changed", async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const versions = () =>
        query(ownerUrl, "select topic, version, changed_at, recorded_at from data_version order by topic");
      await query(ownerUrl, "update data_version set changed_at = '2020-01-02', recorded_at = '2020-01-02'");
      const before = await versions();
      await query(ownerUrl, "update schema_migration set sha256 = 'older' where path = 'objects'");
      await migrate({ databaseUrl: ownerUrl });
      const after = await versions();
      expect(after.map(({ recorded_at }) => recorded_at)).toEqual(
        before.map(({ recorded_at }) => recorded_at),
      );
      for (const [at, { version, changed_at }] of after.entries()) {
        expect(Number(version)).toBeGreaterThan(Number(before[at]?.version));
        expect(changed_at.getFullYear()).toBeGreaterThan(2020);
      }
      // an edit moves it
      await query(ownerUrl, "update organization set name_th = name_th || '' where kind = 'network'");
      const [{ recorded_at }] = await query(
        ownerUrl,
        "select recorded_at from data_version where topic = 'organization'",
      );
      expect(recorded_at.getFullYear()).toBeGreaterThan(2020);
    });
  }, 120_000);

  it("keeps names by another folding when the folding changed, and no figure moves", async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const keys = `select md5(string_agg(key, ',' order by key)) from (
        select search_key as key from organization union all select search_key from plan
        union all select names || paths || near_th || near_en || all_names || item from place_search union all select own_th from area_search
        union all select key || stands_for_key from place_nickname) kept`;
      const achievements =
        "select md5(string_agg(achievement::text, ',' order by achievement::text)) from achievement";
      const [before, counted] = [await query(ownerUrl, keys), await query(ownerUrl, achievements)];
      for (const table of ["organization", "plan", "place_nickname"]) {
        await query(ownerUrl, `alter table ${table} disable trigger user`);
      }
      await query(ownerUrl, "update organization set search_key = 'old ' || search_key");
      await query(ownerUrl, "update plan set search_key = 'old ' || search_key");
      await query(ownerUrl, "update place_nickname set key = 'old ' || key");
      await query(ownerUrl, "delete from place_search");
      await query(ownerUrl, "update area_search set own_th = 'old ' || own_th");
      expect(await query(ownerUrl, keys)).not.toEqual(before);
      await query(
        ownerUrl,
        "update schema_migration set sha256 = 'other' where path in ('objects', 'folding')",
      );
      await migrate({ databaseUrl: ownerUrl });
      expect(await query(ownerUrl, keys)).toEqual(before);
      expect(await query(ownerUrl, achievements)).toEqual(counted);
    });
  }, 120_000);

  it("two at once do not trip over each other", async () => {
    await withOwnDatabase(
      async ({ ownerUrl }) => {
        const runs = await Promise.all([
          migrate({ databaseUrl: ownerUrl }),
          migrate({ databaseUrl: ownerUrl }),
        ]);
        expect(runs.map((run) => run.applied.length > 0).toSorted()).toEqual([false, true]);
      },
      { empty: true },
    );
  });
});
