// No unit is lost or counted twice, whichever way a figure is asked for: by region, province, district, tambon or local
// authority, of the country or within a part of it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const folder = join(import.meta.dirname, "../../db/indicators");
const indicators = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as IndicatorDeclaration)
  .filter(({ levels }) => levels.length > 0);

/** Every column that is summed; as text, so that nothing is rounded on the way. A ratio is told of what is known alone. */
const SUMS = ["value", "should", "reached", "units", "counted", "not_counted", "unknown", "not_applicable"]
  .map((name) => `trim_scale(coalesce(sum(${name}), 0))::text as ${name}`)
  .join(", ");
type Sums = Record<string, string>;

/** Sums over the codes of a level, what has no code included. */
async function sums(client: pg.Client, id: string, year: number, level: string, within: string[] | null) {
  const { rows } = await client.query<Sums>(`select ${SUMS} from api.coverage_rows($1, $2, $3, $4)`, [
    id,
    year,
    level,
    within,
  ]);
  return rows[0] ?? {};
}

/** Whether fractions make exactly one: by integers alone. */
function isWhole(fractions: readonly [number, number][]): boolean {
  const all = fractions.reduce((product, [, denominator]) => product * BigInt(denominator), 1n);
  return (
    fractions.reduce((sum, [of, denominator]) => sum + (BigInt(of) * all) / BigInt(denominator), 0n) === all
  );
}

describe("every figure", () => {
  it.each(indicators)("of $id adds up to the country's by every level, every year", async (indicator) => {
    const { id, levels, fiscal_years } = indicator;
    await withRollback(
      async (client) => {
        for (const year of fiscal_years) {
          const country = await sums(client, id, year, "country", null);
          const { rows } = await client.query<Sums>(
            `select count(*)::text as units from achievement where indicator_id = $1 and fiscal_year = $2`,
            [id, year],
          );
          expect(country.units, `units in ${year}`).toBe(rows[0]?.units);
          expect(Number(country.units)).toBeGreaterThan(0);
          for (const level of levels) {
            expect(await sums(client, id, year, level, null), `by ${level} in ${year}`).toEqual(country);
          }
        }
      },
      { as: "api" },
    );
  });

  it.each(indicators)(
    "of $id puts each unit once, in one place or in parts that make one",
    async ({ id, levels, fiscal_years }) => {
      await withRollback(
        async (client) => {
          for (const level of ["country", ...levels]) {
            const { rows } = await client.query(
              `select unit_code, sum(weight) as placed from api.placed_units($1, $2, $3, null)
             group by unit_code having sum(weight) <> 1 or min(weight) < 0
             union all
             select unit_code, weight from api.placed_units($1, $2, $3, null)
             where abs(weight - weight_numerator::numeric / weight_denominator) > 1e-8
             union all
             select unit_code, 0 from achievement where indicator_id = $1 and fiscal_year = $2
               and unit_code not in (select unit_code from api.placed_units($1, $2, $3, null))`,
              [id, fiscal_years.at(-1), level],
            );
            expect(rows, level).toEqual([]);
            const { rows: parts } = await client.query<{ unit: string; parts: [number, number][] }>(
              `select unit_code as unit, jsonb_agg(jsonb_build_array(weight_numerator, weight_denominator)) as parts
             from api.placed_units($1, $2, $3, null) group by unit_code having bool_or(weight_denominator > 1)`,
              [id, fiscal_years.at(-1), level],
            );
            for (const { unit, parts: own } of parts) expect(isWhole(own), `${unit} by ${level}`).toBe(true);
          }
        },
        { as: "api" },
      );
    },
  );

  it.each(indicators)("of $id adds up within each region and within provinces", async (indicator) => {
    const { id, levels, fiscal_years } = indicator;
    const year = fiscal_years.at(-1) ?? 0;
    await withRollback(
      async (client) => {
        const { rows: regions } = await client.query("select code from region order by code");
        for (const place of [...regions.map(({ code }) => code), "10", "50", "83"]) {
          const own = place.startsWith("R") ? "region" : "province";
          const { rows } = await client.query<Sums>(
            `select ${SUMS} from api.coverage_rows($1, $2, $3, null) where code = $4`,
            [id, year, own, place],
          );
          const below = levels.filter(
            (level) => level !== "region" && (own === "region" || level !== "province"),
          );
          for (const level of below) {
            expect(await sums(client, id, year, level, [place]), `within ${place} by ${level}`).toEqual(
              rows[0],
            );
          }
        }
      },
      { as: "api" },
    );
  });
});

/** code → weight and certainty of the units, and what has no code under "". */
type Placed = Record<string, { value: number | null; units: number; certainty: string }>;

async function placed(client: pg.Client, id: string, level: string, ...within: string[]): Promise<Placed> {
  const { rows } = await client.query(
    `select coalesce(code, '') as code, value::float8, units::float8, certainty
     from api.coverage_rows($1, 2021, $2, $3)`,
    [id, level, within],
  );
  return Object.fromEntries(rows.map(({ code, ...row }) => [code, row]));
}

/** Eight tambon of one district with values 1, 2, 4 … 128, and authorities that have them in every way there is. */
async function craft(client: pg.Client): Promise<{ district: string; tambon: string[] }> {
  const { rows } = await client.query<{ codes: string[] }>(
    `select array_agg(area_code order by area_code) as codes from area_placement
     where area_code = shape_code and left(area_code, 2) = '50'
       and shape_code not in (select shape_code from area_placement where area_code <> shape_code and shape_code is not null)
     group by left(area_code, 4) having count(*) >= 8 order by left(area_code, 4) limit 1`,
  );
  const tambon = rows[0]?.codes ?? [];
  const district = tambon[0]?.slice(0, 4) ?? "";
  await client.query("delete from local_authority_area where area_code like $1", [`${district}%`]);
  await client.query(
    `insert into local_authority (code, kind, name_th, name_en, province_code, source_id)
     select '9900000' || number, case number when 9 then 'provincial_organization' else 'subdistrict_organization' end,
       'ก', 'a', '50', (select id from source order by id limit 1)
     from generate_series(0, 9) number`,
  );
  const has = async (authority: number, at: number, extent: "whole" | "part", share: number | null = null) =>
    client.query(
      `insert into local_authority_area (local_authority_code, area_code, extent, share, source_id)
       values ($1, $2, $3, $4, (select id from source order by id limit 1))`,
      [`9900000${authority}`, tambon[at], extent, share],
    );
  await has(0, 0, "whole");
  await has(1, 1, "whole");
  await has(1, 2, "whole");
  await has(2, 3, "part", 0.3);
  await has(3, 3, "part", 0.7);
  await has(4, 4, "part");
  await has(5, 4, "part");
  await has(6, 5, "part", 0.4);
  // a part of known size beside one of unknown size
  await has(6, 6, "part", 0.5);
  await has(7, 6, "part");
  // tambon 7 has no authority; authority 8 no tambon; 9 lies over the province
  await client.query(
    "update achievement set value = 0, state = 'not_counted' where indicator_id = 'savings-groups'",
  );
  for (const [at, code] of tambon.slice(0, 8).entries()) {
    await client.query(
      `update achievement set value = $2, state = 'counted'
       where indicator_id = 'savings-groups' and fiscal_year = 2021 and area_code = $1`,
      [code, 2 ** at],
    );
  }
  return { district, tambon };
}

describe("tambon by local authority", () => {
  it("go whole, in known parts, or stay without a place: nothing lost, nothing twice", async () => {
    await withRollback(async (client) => {
      const { district, tambon } = await craft(client);
      const found = await placed(client, "savings-groups", "local_authority", district);
      const { "": nowhere, ...codes } = found;
      expect(codes).toEqual({
        L99000000: { value: 1, units: 1, certainty: "exact" },
        L99000001: { value: 2 + 4, units: 2, certainty: "exact" },
        L99000002: { value: 0.3 * 8, units: 0.3, certainty: "split" },
        L99000003: { value: 0.7 * 8, units: 0.7, certainty: "split" },
        L99000004: { value: null, units: 0, certainty: "unknown" },
        L99000005: { value: null, units: 0, certainty: "unknown" },
        L99000006: { value: 0.4 * 32 + 0.5 * 64, units: 0.9, certainty: "split" },
        L99000007: { value: null, units: 0, certainty: "unknown" },
      });
      // of 16 all, of 32 six tenths, of 64 the half that nobody published, 128 all, and tambon beyond the eighth
      expect(nowhere?.value).toBeCloseTo(16 + 0.6 * 32 + 0.5 * 64 + 128, 6);
      expect(nowhere?.units).toBeCloseTo(1 + 0.6 + 0.5 + (tambon.length - 7), 6);
      const all = Object.values(found);
      expect(all.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(255, 6);
      expect(all.reduce((sum, { units }) => sum + units, 0)).toBeCloseTo(tambon.length, 6);
    });
  });

  it("say that an authority reaches beyond the one tambon asked within", async () => {
    await withRollback(async (client) => {
      const { tambon } = await craft(client);
      const found = await placed(client, "savings-groups", "local_authority", tambon[1] ?? "");
      expect(found).toEqual({ L99000001: { value: 2, units: 1, certainty: "split" } });
      const own = await placed(client, "savings-groups", "local_authority", tambon[0] ?? "");
      expect(own).toEqual({ L99000000: { value: 1, units: 1, certainty: "exact" } });
    });
  });

  it("follow an edit of the crosswalk", async () => {
    await withRollback(async (client) => {
      const { district, tambon } = await craft(client);
      await client.query("delete from local_authority_area where area_code = $1", [tambon[4]]);
      await client.query(
        `insert into local_authority_area (local_authority_code, area_code, extent, source_id)
         values ('99000008', $1, 'whole', (select id from source order by id limit 1))`,
        [tambon[4]],
      );
      const found = await placed(client, "savings-groups", "local_authority", district);
      expect(found.L99000008).toEqual({ value: 16, units: 1, certainty: "exact" });
      expect(found.L99000004).toBeUndefined();
    });
  });
});

describe("local authorities by tambon", () => {
  it("go in equal parts to their tambon, or stay without one; those over a province are not counted", async () => {
    await withRollback(async (client) => {
      const { district, tambon } = await craft(client);
      await client.query(
        `insert into achievement (indicator_id, fiscal_year, local_authority_code, value, state, reason)
         select 'organization-quality', 2021, '9900000' || number, 1, 'counted', 'x' from generate_series(0, 8) number
         on conflict (indicator_id, fiscal_year, unit_code) do update set value = 1, state = 'counted'`,
      );
      const byTambon = await placed(client, "organization-quality", "tambon", district);
      expect(byTambon).toEqual({
        [tambon[0] ?? ""]: { value: 1, units: 1, certainty: "exact" },
        [tambon[1] ?? ""]: { value: 0.5, units: 0.5, certainty: "split" },
        [tambon[2] ?? ""]: { value: 0.5, units: 0.5, certainty: "split" },
        [tambon[3] ?? ""]: { value: 2, units: 2, certainty: "exact" },
        [tambon[4] ?? ""]: { value: 2, units: 2, certainty: "exact" },
        [tambon[5] ?? ""]: { value: 0.5, units: 0.5, certainty: "split" },
        [tambon[6] ?? ""]: { value: 1.5, units: 1.5, certainty: "split" },
      });
      // within one of its two tambon an authority is half, as it is by tambon
      expect(await placed(client, "organization-quality", "local_authority", tambon[1] ?? "")).toEqual({
        L99000001: { value: 0.5, units: 0.5, certainty: "split" },
      });
      const byAuthority = await placed(client, "organization-quality", "local_authority", "50");
      for (let number = 0; number <= 8; number += 1) {
        expect(byAuthority[`L9900000${number}`]).toEqual({ value: 1, units: 1, certainty: "exact" });
      }
      expect(byAuthority.L99000009).toBeUndefined();
      // the one without tambon is counted in its province, and has no code below it
      const province = await placed(client, "organization-quality", "province", "50");
      expect(province["50"]?.units).toBe(Object.keys(byAuthority).length);
      expect(
        (await placed(client, "organization-quality", "tambon", "50"))[""]?.units,
      ).toBeGreaterThanOrEqual(1);
    });
  });

  it("add up exactly where thirds do not, from tambon to district and within a part of them", async () => {
    await withRollback(async (client) => {
      const { district, tambon } = await craft(client);
      await client.query(
        `insert into local_authority_area (local_authority_code, area_code, extent, source_id)
         select '99000008', code, 'whole', (select id from source order by id limit 1) from unnest($1::text[]) code`,
        [tambon.slice(0, 3)],
      );
      await client.query(
        `insert into achievement (indicator_id, fiscal_year, local_authority_code, value, state, reason)
         values ('organization-quality', 2021, '99000008', 1, 'counted', 'x') on conflict do nothing`,
      );
      const weights = async (level: string, ...within: string[]) =>
        (
          await client.query<{ code: string; weight: string; of: string }>(
            `select code, trim_scale(weight)::text as weight, weight_numerator || '/' || weight_denominator as of
             from api.placed_units('organization-quality', 2021, $1, $2) where unit_code = 'L99000008' order by code`,
            [level, within],
          )
        ).rows;
      expect(await weights("tambon", "50")).toEqual([
        { code: tambon[0], weight: "0.333333333", of: "1/3" },
        { code: tambon[1], weight: "0.333333334", of: "1/3" },
        { code: tambon[2], weight: "0.333333333", of: "1/3" },
      ]);
      expect(await weights("district", "50")).toEqual([{ code: district, weight: "1", of: "1/1" }]);
      // the same part whichever way it is asked for
      const two = tambon.slice(0, 2);
      expect(await weights("country", ...two)).toEqual([{ code: "TH", weight: "0.666666667", of: "2/3" }]);
      expect(await weights("tambon", ...two)).toEqual((await weights("tambon", "50")).slice(0, 2));
    });
  });
});

/** Every figure of these places in every year that one of two ways tells and the other does not, or otherwise. */
async function toldTwice(client: pg.Client, places: string[]): Promise<unknown[]> {
  const { rows } = await client.query(
    `with
     asked as (select unnest($1::text[]) as place),
     at_once as (
       select place, indicator_id, fiscal_year, value, numerator, denominator, ratio, units, unknown, withheld
       from asked cross join lateral api.place_rows(place)
     ),
     one_by_one as (
       select place, indicator.id, year::integer, row.value, row.numerator, against.denominator, against.ratio, row.units,
         row.unknown, row.withheld
       from asked cross join indicator cross join jsonb_array_elements_text(declaration -> 'fiscal_years') year
       cross join lateral api.coverage_rows(indicator.id, year::integer, 'country', api.set_of(place)) row
       left join denominator published on place = 'TH' and published.id = declaration -> 'denominators' ->> 0
       cross join lateral api.against_published(published.value, row.value, row.numerator, row.denominator, row.ratio) against
     )
     (table at_once except table one_by_one) union all (table one_by_one except table at_once)`,
    [places],
  );
  return rows;
}

describe("all figures of a place at once", () => {
  it("are those that are told one by one, of places of every kind", async () => {
    await withRollback(
      async (client) => {
        const { rows } = await client.query<{ places: string[] }>(
          `select array_agg(code) as places from (
             select 'TH' as code
             union all select code from region
             union all select code from (select area_code as code, row_number() over (partition by level order by md5(area_code)) as at
               from area_search) area where at <= 5
             union all select 'L' || code from (select code, row_number() over (partition by kind order by md5(code)) as at
               from local_authority) authority where at <= 4) listed`,
        );
        const places = rows[0]?.places ?? [];
        expect(places.length).toBeGreaterThan(25);
        // one at a time: all together may take longer than the serving role's statements are given
        for (const place of places) expect([place, await toldTwice(client, [place])]).toEqual([place, []]);
      },
      { as: "api" },
    );
  });

  it("are those where authorities have tambon whole, in parts, or in parts of unknown size", async () => {
    await withRollback(async (client) => {
      const { district, tambon } = await craft(client);
      const authorities = Array.from({ length: 10 }, (_, at) => `L9900000${at}`);
      expect(await toldTwice(client, [district, ...tambon, ...authorities])).toEqual([]);
    });
  });
});
