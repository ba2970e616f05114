// The sample as it lies in the database: inside its areas, labelled, near the published figures, and removable
// without touching a real record.
import { DEFAULT_SEED, ensureSample } from "@phuenthi/geo-data/sample/ensure-sample";
import { loadSample, removeSample, SampleError } from "@phuenthi/geo-data/sample/load-sample";
import { findProvinceLookup, listSubRegions } from "@phuenthi/geo-data/sample/lookups";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { ownerUrl, withRollback } from "../helpers/database.ts";

/** Loading or removing the country's sample runs every trigger on it. */
const WHOLE_COUNTRY_MS = 300_000;

const list = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withRollback(async (client) => (await client.query<Row>(text, values)).rows);

async function insertRealRecords(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into source (id, title_th, title_en, publisher_th, publisher_en, licence_th, licence_en,
           attribution, is_sample)
     values ('real-test', 'ทดสอบ', 'Test', 'ทดสอบ', 'Test', 'ทดสอบ', 'Test', 'Test', false)`,
  );
  await client.query(
    `insert into organization (kind, name_th, area_code, source_id)
     select 'network', 'เครือข่ายจริง', min(code), 'real-test' from area where level = 'tambon'`,
  );
  await client.query(
    `insert into plan (area_code, title_th, first_fiscal_year, last_fiscal_year, organization_id, source_id)
     select area_code, 'แผนจริง', 2019, 2021, id, 'real-test' from organization where source_id = 'real-test'`,
  );
}

const countReal = (client: pg.ClientBase) =>
  client
    .query<{ organizations: number; plans: number; reports: number }>(
      `select (select count(*)::integer from organization where source_id = 'real-test') as organizations,
         (select count(*)::integer from plan where source_id = 'real-test') as plans,
         (select count(*)::integer from area_report where source_id = 'real-test') as reports`,
    )
    .then(({ rows }) => rows[0]);

describe("the sample in the database", () => {
  it("says in the source of every row that it is made up", async () => {
    const [labels] = await list<{ tables: number; unlabelled: number }>(
      `with record as (
         select 'partner' as name, source_id from partner
         union all select 'organization', source_id from organization
         union all select 'plan', source_id from plan
         union all select 'housing_project', source_id from housing_project
         union all select 'area_report', source_id from area_report
       )
       select count(distinct name)::integer as tables, count(*) filter (where not is_sample)::integer as unlabelled
       from record join source on source.id = source_id`,
    );
    expect(labels).toEqual({ tables: 5, unlabelled: 0 });
  });

  it("has about the default size, with every kind of organization", async () => {
    const [size] = await list<{ organizations: number; plans: number; kinds: number }>(
      `select (select count(*)::integer from organization) as organizations, (select count(*)::integer from plan) as plans,
         (select count(distinct kind)::integer from organization) as kinds`,
    );
    expect(size!.kinds).toBe(8);
    expect(Math.abs(size!.organizations - 12_000)).toBeLessThan(100);
    expect(Math.abs(size!.plans - 6_000)).toBeLessThan(50);
  });

  it("puts every position inside the polygon of its tambon or Bangkok district", async () => {
    const [outside] = await list<{ placed: number; outside: number }>(
      `select count(*)::integer as placed,
         count(*) filter (where not exists (
           select from area_shape
           where boundary_version_id = (select id from boundary_version where is_current) and level = 'tambon'
             and area_shape.area_code like organization.area_code || '%'
             and left(area_shape.area_code, 4) = left(organization.area_code, 4)
             and st_contains(geom, position)
         ))::integer as outside
       from organization where position is not null`,
    );
    expect(outside!.outside).toBe(0);
    expect(outside!.placed).toBeGreaterThan(9_000);
  });

  it("has councils on 1 September 2557 at the published rate of each sub-region", async () => {
    const provinces = await list<{ province: string; units: number; councils: number }>(
      `with unit as (
         select distinct case when area_code like '10%' then left(area_code, 4) else area_code end as code
         from area_shape
         where level = 'tambon' and boundary_version_id = (select id from boundary_version where is_current)
       )
       select left(unit.code, 2) as province, count(*)::integer as units,
         count(*) filter (where registered_on <= '2014-09-01')::integer as councils
       from unit left join organization on organization.area_code = unit.code and kind = 'council'
       group by 1`,
    );
    const differences = listSubRegions().map(({ id, councilRate }) => {
      const inside = provinces.filter(({ province }) => findProvinceLookup(province).subRegion.id === id);
      const sum = (key: "units" | "councils") => inside.reduce((total, row) => total + row[key], 0);
      return { id, points: Math.round(100 * Math.abs(sum("councils") / sum("units") - councilRate)) };
    });
    expect(differences).toHaveLength(11);
    expect(differences.filter(({ points }) => points > 6)).toEqual([]);
    const average = differences.reduce((sum, { points }) => sum + points, 0) / differences.length;
    expect(average).toBeLessThan(3);
  });

  it("has plans, links in every state, and projects in all five fiscal years", async () => {
    const [found] = await list<{ states: number; link_years: number; project_years: number; rungs: number }>(
      `select (select count(distinct state)::integer from plan_item_link) as states,
         (select count(distinct rung)::integer from plan_item_link) as rungs,
         (select count(distinct fiscal_year)::integer from plan_item_link where fiscal_year between 2017 and 2021) as link_years,
         (select count(distinct fiscal_year)::integer from housing_project where fiscal_year between 2017 and 2021) as project_years`,
    );
    expect(found).toEqual({ states: 7, rungs: 6, link_years: 5, project_years: 5 });
  });

  it("moves toward both targets year by year without reaching them", async () => {
    const rows = await list<{ indicator_id: string; value: number }>(
      `select indicator_id, sum(value)::integer as value from achievement
       where indicator_id in ('plans-linked', 'housing-households') group by indicator_id, fiscal_year
       order by indicator_id, fiscal_year`,
    );
    for (const [id, low, high] of [
      ["plans-linked", 1_900, 2_300],
      ["housing-households", 106_000, 133_000],
    ] as const) {
      const values = rows.filter((row) => row.indicator_id === id).map(({ value }) => value);
      expect(values).toHaveLength(5);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
      expect(values[4]).toBeGreaterThan(low);
      expect(values[4]).toBeLessThan(high);
    }
  });

  it("leaves some tambon unknown and some not applicable, in each case with a reason", async () => {
    const rows = await list<{ state: string; indicator_id: string }>(
      "select distinct state, indicator_id from achievement where fiscal_year = 2021",
    );
    const statesOf = (id: string) => rows.filter((row) => row.indicator_id === id).map(({ state }) => state);
    for (const id of ["plans-linked", "housing-households"]) {
      expect(statesOf(id).sort()).toEqual(["counted", "not_applicable", "not_counted", "unknown"]);
    }
    expect(statesOf("councils").sort()).toEqual(["counted", "not_counted", "unknown"]);
  });
});

describe("ensureSample", () => {
  it("loads nothing into a register that holds records", async () => {
    const before = await list("select topic, version from data_version order by topic");
    const outcome = await ensureSample({ databaseUrl: ownerUrl() });
    expect(outcome).toMatchObject({ loaded: false, counts: null });
    expect(outcome.organizations).toBeGreaterThan(0);
    expect(await list("select topic, version from data_version order by topic")).toEqual(before);
  });
});

describe("loadSample", () => {
  it(
    "makes the same rows again from the same seed",
    () =>
      withRollback(async (client) => {
        const fingerprint = async () => {
          const { rows } = await client.query(
            `select (select md5(string_agg(concat_ws('|', id, kind, name_th, name_en, area_code, registered_on, ended_on,
                 member_count, fund_balance_thb, st_astext(position)), ',' order by id)) from organization) as organizations,
               (select md5(string_agg(concat_ws('|', id, area_code, organization_id, title_th), ',' order by id)) from plan) as plans,
               (select md5(string_agg(concat_ws('|', id, partner_id, state, evidence, granted_thb), ',' order by id))
                from plan_item_link) as links`,
          );
          return rows[0];
        };
        const before = await fingerprint();
        await loadSample(client, { seed: DEFAULT_SEED });
        expect(await fingerprint()).toEqual(before);
      }),
    WHOLE_COUNTRY_MS,
  );

  it(
    "replaces the sample by another size and keeps out of the way of real records",
    () =>
      withRollback(async (client) => {
        await insertRealRecords(client);
        // real councils and real reports in a province where the sample will want its own
        await client.query(
          `update organization set source_id = 'real-test'
           where kind = 'council' and ended_on is null and area_code like '50%'`,
        );
        await client.query(
          "update area_report set source_id = 'real-test' where dataset = 'plan' and area_code like '50%'",
        );
        const real = await countReal(client);
        expect(real?.reports).toBeGreaterThan(200);

        const counts = await loadSample(client, { seed: 7, organizations: 500, plans: 200 });
        expect(counts).toMatchObject({ organization: 500, plan: 200 });
        expect(await countReal(client)).toEqual(real);
        const { rows } = await client.query(
          `select count(*)::integer as organizations,
             count(*) filter (where kind = 'council' and area_code in (
               select area_code from organization where source_id = 'real-test' and kind = 'council'
             ))::integer as councils_beside_real_ones
           from organization join source on source.id = source_id where is_sample`,
        );
        expect(rows).toEqual([{ organizations: 500, councils_beside_real_ones: 0 }]);
      }),
    WHOLE_COUNTRY_MS,
  );

  it("refuses, and says what to do, when a real plan names a sample record", () =>
    withRollback(async (client) => {
      await insertRealRecords(client);
      await client.query(
        `update plan set organization_id = (select id from organization where source_id = 'sample-records' limit 1)
         where source_id = 'real-test'`,
      );
      const failure = await removeSample(client).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SampleError);
      expect((failure as Error).message).toMatch(/is real and names the sample record .* Let that plan name/);
    }));

  it("refuses, and names the next step, when no boundaries are loaded", () =>
    withRollback(async (client) => {
      await client.query("update boundary_version set is_current = false");
      const failure = await loadSample(client, { seed: 1 }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SampleError);
      expect((failure as Error).message).toContain("npm run geo:load");
    }));
});
