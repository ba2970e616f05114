// Figures are kept edit by edit. Random edits of every kind of record must leave what counting from scratch gives:
// achievements, withheld cells and the pools they are shown in.
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";
import { edits } from "../helpers/random-edits.ts";

const WHOLE_COUNTRY_MS = 300_000;

/** Small and repeatable: the same edits on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const KEPT = ["achievement", "achievement_sum", "small_cell", "pooled_amount"];

// what sums of small cells have told is no figure of today: it is kept, as records are
const EMPTY = "delete from achievement; delete from achievement_sum;";

/** What counting everything again finds otherwise: over what is kept, and from no figures. */
async function differences(client: pg.Client): Promise<unknown[]> {
  for (const table of KEPT) await client.query(`create temporary table kept_${table} as table ${table}`);
  const found: unknown[] = [];
  for (const before of ["", EMPTY]) {
    await client.query(before);
    await client.query("select api.refresh_all_achievements()");
    for (const table of KEPT) {
      const { rows } = await client.query(
        `(table kept_${table} except table ${table}) union all (table ${table} except table kept_${table})`,
      );
      found.push(...rows);
    }
  }
  for (const table of KEPT) await client.query(`drop table kept_${table}`);
  return found;
}

describe("figures kept edit by edit", () => {
  it.each([2564, 7])(
    "are what counting from scratch gives (seed %i)",
    async (seed) => {
      await withRollback(async (client) => {
        const random = randomNumbers(seed);
        // every kind of edit at least once, then any of them
        const steps = [
          ...edits,
          ...Array.from({ length: 20 }, () => edits[Math.floor(random() * edits.length)]),
        ];
        for (const edit of steps) await client.query(edit ?? "", [String(random())]);
        expect(await differences(client)).toEqual([]);
      });
    },
    WHOLE_COUNTRY_MS,
  );

  it("are mended by counting again, and nothing else is written", { timeout: WHOLE_COUNTRY_MS }, async () => {
    await withRollback(async (client) => {
      await client.query("create temporary table kept as table achievement");
      await client.query("update achievement set reason = 'wrong' where area_code like '50%'");
      await client.query("delete from achievement where area_code like '58%'");
      await client.query("update small_cell set amount = 5 - amount where area_code like '5%'");
      await client.query("select api.refresh_all_achievements()");
      const { rows } = await client.query(
        "(table kept except table achievement) union all (table achievement except table kept)",
      );
      expect(rows).toEqual([]);
      const { rows: written } = await client.query(
        "select distinct left(area_code, 2) as province from achievement where xmin = pg_current_xact_id()::xid order by 1",
      );
      expect(written.map((row) => row.province)).toEqual(["50", "58"]);
    });
  });

  it("follow the list of local authorities", { timeout: WHOLE_COUNTRY_MS }, async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(
        "select local_authority_code as code from quality_review order by 1 limit 1",
      );
      await client.query("delete from quality_review where local_authority_code = $1", [rows[0].code]);
      await client.query("delete from local_authority where code = $1", [rows[0].code]);
      expect(await differences(client)).toEqual([]);
    });
  });

  it("follow the grouping of provinces", { timeout: WHOLE_COUNTRY_MS }, async () => {
    await withRollback(async (client) => {
      await client.query("delete from region_province where province_code like '5%'");
      expect(await differences(client)).toEqual([]);
    });
  });
});
