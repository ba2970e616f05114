// Whoever keeps every answer that was ever given, and takes any from any other: what is left covers ten small figures or none. A
// hundred and more edits are made, one a day; what each day tells is kept, and which cells are in it is read beside it, as nobody can.
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

/** The stage of housing that the others add up to. */
const WHOLE = "housing-planned";
/** Where the edits are, so that ten come together; of two regions. */
const PROVINCES = ["50", "57", "30"];
const LEVELS = ["country", "region", "province", "district"];
const DAYS = 120;
const LEAST = 10;

type Cell = { cell: string; amount: number; told: number; pool: string | null };
type Day = {
  edit: string;
  /** "indicator year place" → the sum that is told */
  pools: Map<string, number>;
  /** "indicator year tambon" → what the sum has of it */
  cells: Map<string, Cell>;
  /** "level code" → the figure of the last year, without what tambon show by themselves; of some days */
  beyond: Map<string, number>;
  /** level → what all codes of it add up to */
  totals: Map<string, number>;
};

/** Small and repeatable: the same edits on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const days: Day[] = [];
/** province → region, in the year of the figures */
const regionOf = new Map<string, string>();

async function readDay(client: pg.Client, edit: string, at: number): Promise<Day> {
  const { rows: pools } = await client.query(
    "select concat_ws(' ', indicator_id, fiscal_year, place_code) as pool, amount from pooled_amount where is_told",
  );
  const { rows: cells } = await client.query(
    `select concat_ws(' ', cell.indicator_id, cell.fiscal_year, cell.area_code) as cell, cell.amount, place_code as pool,
       case when place_code is null then 0 else told end as told
     from small_cell cell
     left join (select indicator_id, fiscal_year, place_code from pooled_amount where is_told) held
       on (held.indicator_id, held.fiscal_year, place_code) = (cell.indicator_id, cell.fiscal_year, pool)
     where left(cell.area_code, 2) = any ($1)`,
    [PROVINCES],
  );
  const day: Day = {
    edit,
    pools: new Map(pools.map(({ pool, amount }) => [pool, amount])),
    cells: new Map(cells.map((row) => [row.cell, row])),
    beyond: new Map(),
    totals: new Map(),
  };
  const before = days[at - 1];
  if (at % 30 > 0 && before && [...day.pools].every(([key, amount]) => before.pools.get(key) === amount))
    return day;
  await readFigures(client, day);
  return day;
}

const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value);

/** As answers have them; of the stage that the others add up to. */
async function readFigures(client: pg.Client, { beyond, totals }: Day): Promise<void> {
  const { rows: figures } = await client.query(
    `select level, coalesce(code, '') as code, value::float8 as value
     from unnest($1::text[]) level cross join lateral api.coverage_rows($2, 2021, level, null) figure`,
    [LEVELS, WHOLE],
  );
  const { rows: shown } = await client.query(
    `select level, code, sum(value)::float8 as value
     from achievement left join api.regions_in(2021) on province_code = left(area_code, 2)
     cross join lateral (values ('country', 'TH'), ('region', region_code), ('province', left(area_code, 2)), ('district', left(area_code, 4))) place(level, code)
     where indicator_id = $1 and fiscal_year = 2021 group by 1, 2`,
    [WHOLE],
  );
  for (const { level, code, value } of figures) {
    add(beyond, `${level} ${code}`, value ?? 0);
    add(totals, level, value ?? 0);
  }
  for (const { level, code, value } of shown) add(beyond, `${level} ${code ?? ""}`, -value);
}

/** One edit: mostly a project of few households, sometimes many at once, a correction, an end. */
function editOf(random: () => number): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const few = () => Math.floor(random() * 4) + 1;
  const tambon = `(select area_code from area_search where level = 'tambon' and left(area_code, 2) = '${pick(PROVINCES)}' order by md5(area_code || '${random()}') limit 1)`;
  const project = `(select id from housing_project where left(area_code, 2) = '${pick(PROVINCES)}' and fiscal_year in (2020, 2021) order by md5(id::text || '${random()}') limit 1)`;
  const kind = random();
  if (kind < 0.7) {
    const [benefited, built, approved, planned] = [few(), few(), few() % 2, few() % 3];
    return `insert into housing_project (area_code, programme, name_th, fiscal_year, households_benefited, households_built,
        households_approved, households_planned, source_id)
      select ${tambon}, 'other', 'ทดสอบ', ${pick([2020, 2021])}, n, n + ${built % 3}, n + ${(built % 3) + approved}, n + ${(built % 3) + approved + planned}, 'sample-records'
      from (values (${benefited})) made(n)`;
  }
  if (kind < 0.8) return `update housing_project set households_benefited = ${few()} where id = ${project}`;
  if (kind < 0.88) return `update housing_project set households_benefited = 9 where id = ${project}`;
  if (kind < 0.94) return `update housing_project set area_code = ${tambon} where id = ${project}`;
  return `delete from housing_project where id = ${project}`;
}

/** Cells that the sums of a place have otherwise on another day, by the place. */
function changedCells(from: Day, to: Day): Map<string, Set<string>> {
  const changed = new Map<string, Set<string>>();
  const note = ({ cell, pool }: Cell) => {
    const key = `${cell.slice(0, -7)} ${pool}`;
    changed.set(key, (changed.get(key) ?? new Set()).add(cell));
  };
  for (const key of new Set([...from.cells.keys(), ...to.cells.keys()])) {
    const [before, after] = [from.cells.get(key), to.cells.get(key)];
    if (before?.told === after?.told && before?.pool === after?.pool) continue;
    if (before?.pool) note(before);
    if (after?.pool) note(after);
  }
  return changed;
}

/** The code of a level that has the sum of a place in it; "" where the level is too fine for it. */
function codeAt(level: string, place: string): string {
  if (level === "country") return "TH";
  const isRegion = place.startsWith("R");
  const digits = isRegion || place === "TH" ? "" : place;
  if (level === "region") return isRegion ? place : (regionOf.get(digits.slice(0, 2)) ?? "");
  if (level === "province") return digits.slice(0, 2);
  return digits.length === 4 ? digits : "";
}

/** Cells whose sums differ between two days, by the figure that has them in it: "level code", of housing. */
function changedFigures(from: Day, to: Day): Map<string, Set<string>> {
  const changed = new Map<string, Set<string>>();
  for (const [key, cells] of changedCells(from, to)) {
    if (!key.startsWith("housing-")) continue;
    for (const level of LEVELS) {
      const figure = `${level} ${codeAt(level, key.split(" ")[2] as string)}`;
      changed.set(figure, new Set([...(changed.get(figure) ?? []), ...cells]));
    }
  }
  return changed;
}

beforeAll(async () => {
  const random = randomNumbers(31);
  await withRollback(async (client) => {
    const { rows } = await client.query("select province_code, region_code from api.regions_in(2021)");
    for (const { province_code: province, region_code: region } of rows) regionOf.set(province, region);
    days.push(await readDay(client, "", 0));
    for (let day = 0; day < DAYS; day += 1) {
      const edit = editOf(random);
      await client.query(edit);
      days.push(await readDay(client, edit, day + 1));
    }
  });
}, 120_000);

describe("whoever keeps the answers of every day", () => {
  it("sees sums change, and cells wait", () => {
    const last = days.at(-1) as Day;
    const changes = days
      .slice(1)
      .filter((day, at) => [...day.pools].some(([key, amount]) => days[at]?.pools.get(key) !== amount));
    expect(changes.length).toBeGreaterThan(4);
    expect([...last.cells.values()].filter(({ amount, told }) => amount !== told).length).toBeGreaterThan(20);
  });

  it("learns of no sum that changed by fewer than ten cells, between any two days", () => {
    const found: string[] = [];
    // days on which no sum has other cells in it than the day before are the day before
    const unlike = days.filter((day, at) => {
      const before = days[at - 1];
      return (
        !before ||
        changedCells(before, day).size > 0 ||
        [...day.pools].some(([key, amount]) => before.pools.get(key) !== amount)
      );
    });
    for (const [at, from] of unlike.entries())
      for (const to of unlike.slice(at + 1)) {
        const changed = changedCells(from, to);
        for (const [pool, cells] of changed) {
          // taken out whole, as it was told before
          if (cells.size < LEAST && to.pools.has(pool)) found.push(`${pool}: ${cells.size}`);
        }
        for (const key of new Set([...from.pools.keys(), ...to.pools.keys()]))
          if (from.pools.get(key) !== to.pools.get(key) && !changed.has(key)) found.push(`${key}: none`);
      }
    expect([...new Set(found)]).toEqual([]);
  });

  it("finds in each sum ten amounts that no sum had before, so that nothing smaller is left of any of them", () => {
    const had = new Set([...(days[0] as Day).cells.values()].map(({ cell, told }) => `${cell} ${told}`));
    for (const [at, to] of days.slice(1).entries()) {
      const fresh = new Map<string, number>();
      for (const { cell, told, pool } of to.cells.values()) {
        if (told === 0 || had.has(`${cell} ${told}`)) continue;
        const key = `${cell.slice(0, -7)} ${pool}`;
        fresh.set(key, (fresh.get(key) ?? 0) + 1);
        had.add(`${cell} ${told}`);
      }
      // one that was hidden meanwhile is told as it was
      for (const [key, amount] of to.pools)
        if (
          amount !==
          days
            .slice(0, at + 1)
            .findLast(({ pools }) => pools.has(key))
            ?.pools.get(key)
        )
          expect(fresh.get(key) ?? 0, `${key} after ${to.edit}`).toBeGreaterThanOrEqual(LEAST);
    }
  });

  it("names no cell by what is left of a figure without its tambon, by any level", () => {
    const read = days.filter(({ beyond }) => beyond.size > 0);
    const named: string[] = [];
    const moved = new Set<string>();
    for (const [at, from] of read.entries())
      for (const to of read.slice(at + 1)) {
        const cells = changedFigures(from, to);
        for (const [key, value] of to.beyond) {
          if (Math.abs(value - (from.beyond.get(key) ?? 0)) <= 0.01) continue;
          moved.add(key);
          if ((cells.get(key)?.size ?? 0) < LEAST) named.push(`${key} after ${to.edit}`);
        }
      }
    expect(named).toEqual([]);
    expect(new Set([...moved].map((key) => key.split(" ")[0])).size).toBeGreaterThan(2);
    expect(read.length).toBeGreaterThan(8);
  });

  it("finds the figures of every level add up to the country's", () => {
    for (const { totals, edit } of days)
      for (const [level, total] of totals)
        expect(total, `${level} after ${edit}`).toBeCloseTo(totals.get("country") ?? 0, 3);
  });
});

describe("an erasure", () => {
  it("waits for no batch: what has something of the tambon in it is withdrawn at once, and figures still add up", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(
        "select area_code, pool, fiscal_year from small_cell where indicator_id = 'leaders' and fiscal_year = 2021 and pool is not null order by 1 limit 1",
      );
      const [{ area_code: code, pool, fiscal_year: year }] = rows;
      await client.query(
        "delete from person where area_code in (select area_code from area_placement where shape_code = $1)",
        [code],
      );
      const told = async () =>
        (
          await client.query(
            `select (select count(*)::int from pooled_amount where indicator_id = 'leaders' and fiscal_year = $1 and place_code = $2) as pools,
               (select count(*)::int from small_cell where indicator_id = 'leaders' and fiscal_year = $1 and pool = $2) as cells,
               (select count(*)::int from small_cell where indicator_id = 'leaders' and area_code = $3) as of_it`,
            [year, pool, code],
          )
        ).rows[0];
      expect(await told()).toMatchObject({ pools: 1 });
      await client.query("select api.forget_small_cells(array[$1])", [code]);
      expect(await told()).toEqual({ pools: 0, cells: 0, of_it: 0 });
      await client.query("select api.pool_all_small_cells()");
      // the others were told before: they alone are nothing new
      expect(await told()).toEqual({ pools: 0, cells: 0, of_it: 0 });
    });
  }, 120_000);
});
