// Loaders whose database goes away half way: what is said, how they end, and that nothing is half loaded.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ownerUrl, query, withOwnDatabase } from "../helpers/database.ts";

const root = join(import.meta.dirname, "../..");

/** Runs a command, and ends the connection that it works on as soon as it has begun to write, or to do what is given. */
async function runCutOff(
  databaseUrl: string,
  args: string[],
  statement = "%",
): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", (status) => resolve(status)));
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  try {
    while (child.exitCode === null) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = $1 and backend_xid is not null and backend_type = 'client backend' and query like $2`,
        [new URL(databaseUrl).pathname.slice(1), statement],
      );
      if (rowCount) break;
      await sleep(5);
    }
    return { status: await ended, said };
  } finally {
    await client.end();
  }
}

describe("a database that goes away", () => {
  it.each([
    ["npm run db:migrate", ["db/cli.ts", "migrate"], true],
    [
      "npm run sample:load",
      ["geo-data/sample/cli.ts", "--replace", "--organizations", "50", "--plans", "20"],
      false,
    ],
    ["npm run geo:load", ["geo-data/cli.ts", "load", "regions", "geo-data/lookups/regions.csv"], false],
  ])("makes %s say so and what to do, and leaves nothing half done", async (_, args, empty) => {
    await withOwnDatabase(
      async ({ ownerUrl: url }) => {
        const filled = async () =>
          empty ? null : (await query(url, "select count(*) from organization"))[0].count;
        const before = await filled();
        const { status, said } = await runCutOff(url, args);
        expect(said).toMatch(
          /The database went away .* Nothing of it was kept\.\nNext: .*run the same command again/,
        );
        expect(said).not.toMatch(/^ +at /m);
        expect(status).toBe(1);
        expect(await query(url, "select to_regclass('organization') is not null as made")).toEqual([
          { made: !empty },
        ]);
        expect(await filled()).toBe(before);
      },
      { empty },
    );
  });

  it("while figures follow a migration, is said to have kept the rest; of small ones there are sums by then", async () => {
    await withOwnDatabase(async ({ ownerUrl: url }) => {
      const sums = "select indicator_id, fiscal_year, place_code, amount from pooled_amount order by 1, 2, 3";
      // as a migration leaves them that changes what sums are made of
      await query(
        url,
        `delete from pooled_amount; update small_cell set told = 0, pool = null, ever_told = 0;
         delete from schema_migration where path = 'objects'`,
      );
      const { status, said } = await runCutOff(url, ["db/cli.ts", "migrate"], "%refresh_all_achievements%");
      expect(said).toMatch(
        /The database went away .* Tables and functions are up to date, figures may not be yet\.\nNext: /,
      );
      expect(said).not.toContain("Nothing of it was kept");
      expect(status).toBe(1);
      expect((await query(url, sums)).length).toBeGreaterThan(5);
      expect(await query(url, "select from schema_migration where path = 'objects'")).toEqual([]);
    });
  });
});
