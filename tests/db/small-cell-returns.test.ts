// Small figures that go back to what they were: what a sum had of a cell once is nothing new, however often it changed since; and
// the same records once more find the sums that were told of them.
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const LEAST = 10;
const INDICATOR = "leaders";
const YEAR = 2021;

type Cell = { code: string; told: number; pool: string | null };
type Day = { sums: Record<string, number>; cells: Map<string, Cell> };

/** Small and repeatable: the same edits on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Cells of tambon of one province and no others; answers their codes, district by district. */
async function clearedCells(client: pg.Client, count: number): Promise<string[]> {
  await client.query("delete from pooled_amount where indicator_id = $1", [INDICATOR]);
  await client.query("delete from small_cell where indicator_id = $1", [INDICATOR]);
  const { rows } = await client.query(
    "select area_code as code from area_search where level = 'tambon' and area_code like '50%' order by 1 limit $1",
    [count],
  );
  return rows.map(({ code }) => code);
}

/** What records say of cells by now, and what is told then. */
async function dayAfter(client: pg.Client, amounts: Map<string, number>): Promise<Day> {
  await client.query(
    `insert into small_cell (indicator_id, fiscal_year, area_code, amount)
     select $1, $2, code, amount from unnest($3::text[], $4::integer[]) said(code, amount) where amount > 0
     on conflict (indicator_id, fiscal_year, area_code) do update set amount = excluded.amount`,
    [INDICATOR, YEAR, [...amounts.keys()], [...amounts.values()]],
  );
  const gone = [...amounts].filter(([, amount]) => amount === 0).map(([code]) => code);
  // as api.refresh_sensitive does: what no sum ever had is forgotten
  await client.query(
    "delete from small_cell where indicator_id = $1 and area_code = any ($2) and ever_told = 0",
    [INDICATOR, gone],
  );
  await client.query("update small_cell set amount = 0 where indicator_id = $1 and area_code = any ($2)", [
    INDICATOR,
    gone,
  ]);
  await client.query("select api.pool_small_cells($1, $2)", [INDICATOR, [YEAR]]);
  const { rows: sums } = await client.query(
    "select place_code as place, amount from pooled_amount where indicator_id = $1 and is_told",
    [INDICATOR],
  );
  const { rows: cells } = await client.query(
    `select small_cell.area_code as code, told, pool from small_cell
     join pooled_amount using (indicator_id, fiscal_year) where indicator_id = $1 and place_code = pool and is_told`,
    [INDICATOR],
  );
  return {
    sums: Object.fromEntries(sums.map(({ place, amount }) => [place, amount])),
    cells: new Map(cells.map((cell) => [cell.code, cell])),
  };
}

/** Cells that a sum has otherwise on another day, by its place. */
function unlikeCells(from: Day, to: Day): Map<string, number> {
  const unlike = new Map<string, number>();
  for (const code of new Set([...from.cells.keys(), ...to.cells.keys()])) {
    const [before, after] = [from.cells.get(code), to.cells.get(code)];
    if (before?.told === after?.told && before?.pool === after?.pool) continue;
    for (const pool of new Set([before?.pool, after?.pool]))
      if (pool) unlike.set(pool, (unlike.get(pool) ?? 0) + 1);
  }
  return unlike;
}

describe("small figures that go back to what they were", () => {
  it("are nothing new: of a load that is corrected no single cell is left between two days", async () => {
    await withRollback(async (client) => {
      const codes = await clearedCells(client, LEAST);
      const all = (amount: number) => new Map(codes.map((code) => [code, amount]));
      const [first, wrong] = [await dayAfter(client, all(1)), await dayAfter(client, all(2))];
      expect(wrong.sums).not.toEqual(first.sums);
      const corrected = await dayAfter(client, all(1).set(codes[0] as string, 3));
      expect(corrected).toEqual(wrong);
    });
  });

  it("leave ten cells or none between any two days of many, and ten amounts that no sum had before in each sum", async () => {
    await withRollback(async (client) => {
      const random = randomNumbers(7);
      const amounts = new Map((await clearedCells(client, 24)).map((code) => [code, 1]));
      const days: Day[] = [];
      const had = new Set<string>();
      for (let day = 0; day < 150; day += 1) {
        // mostly all to one side and back, as a wrong load that is corrected; now and then a few
        const [share, to] = [random() < 0.5 ? 0.9 : 0.1, Math.floor(random() * 5)];
        for (const code of amounts.keys())
          if (random() < share) amounts.set(code, random() < 0.9 ? to : Math.floor(random() * 5));
        const told = await dayAfter(client, amounts);
        const fresh = new Map<string, number>();
        for (const { code, told: amount, pool } of told.cells.values())
          if (!had.has(`${code} ${amount}`)) {
            fresh.set(pool ?? "", (fresh.get(pool ?? "") ?? 0) + 1);
            had.add(`${code} ${amount}`);
          }
        for (const from of days)
          for (const [pool, cells] of unlikeCells(from, told))
            if (pool in from.sums && pool in told.sums) expect(cells, pool).toBeGreaterThanOrEqual(LEAST);
        for (const [pool, amount] of Object.entries(told.sums))
          if (days.length > 0 && !days.some(({ sums }) => sums[pool] === amount))
            expect(fresh.get(pool) ?? 0, pool).toBeGreaterThanOrEqual(LEAST);
        days.push(told);
      }
      const changes = days.slice(1).filter((day, at) => unlikeCells(days[at] as Day, day).size > 0);
      expect(changes.length).toBeGreaterThan(10);
    });
  });
});

describe("the same records once more", () => {
  const figures = async (client: pg.Client) =>
    (
      await client.query(
        `select level, code, value::float8 as value from unnest('{country,region,province,district}'::text[]) level
         cross join lateral api.coverage_rows('housing-planned', $1, level, null)`,
        [YEAR],
      )
    ).rows;
  const sums = async (client: pg.Client) =>
    (
      await client.query(
        "select indicator_id, fiscal_year, place_code, amount, batched_at from pooled_amount order by 1, 2, 3",
      )
    ).rows;

  it("find the sums that were told of them: removed and loaded again", async () => {
    await withRollback(async (client) => {
      const [before, told] = [await figures(client), await sums(client)];
      await client.query("create temporary table kept on commit drop as table housing_project");
      await client.query("delete from housing_project");
      expect((await figures(client)).filter(({ value }) => value > 0)).toEqual([]);
      const { rows } = await client.query(
        `select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
         where table_name = 'housing_project' and table_schema = 'public' and is_generated = 'NEVER'`,
      );
      await client.query(
        `insert into housing_project (${rows[0].list}) overriding system value select ${rows[0].list} from kept`,
      );
      expect(await figures(client)).toEqual(before);
      expect(await sums(client)).toEqual(told);
    });
  }, 60_000);

  const ofIndicator = (sum: { indicator_id: string }) => sum.indicator_id === INDICATOR;

  it("find them after other boundaries, and these again", async () => {
    await withRollback(async (client) => {
      const told = await sums(client);
      const { rows } = await client.query(
        "update boundary_version set is_current = false where is_current returning id",
      );
      await client.query("select api.refresh_all_achievements()");
      const { rows: shown } = await client.query("select from pooled_amount where is_told");
      expect(shown).toEqual([]);
      await client.query("update boundary_version set is_current = true where id = $1", [rows[0].id]);
      // of all figures one indicator's are enough: this counts every tambon
      await client.query(
        "select api.refresh_indicator($1, array_agg(area_code order by 1)) from area_shape where length(area_code) = 6",
        [INDICATOR],
      );
      expect((await sums(client)).filter(ofIndicator)).toEqual(told.filter(ofIndicator));
    });
  }, 120_000);
});
