// Similar tambon, on a country made for the test: similarity by hand, order, who may be in the list, and what was done.
import { similarAnswer } from "@phuenthi/server/contract/similar";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { withRollback } from "../helpers/database.ts";

const SAMPLE_SOURCE = "(select id from source where is_sample order by id limit 1)";
const [OWN, TWIN, NEAR, FAR] = ["500101", "500102", "500103", "900101"];
/** OWN and six beside it. */
const BESIDE = ["500102", "500103", "500104", "500105", "500106", "500107"];

type Place = {
  persons?: number;
  authorities?: string[];
  /** kinds in force; null: no organization and no report */
  organizations?: string[] | null;
  counts?: boolean;
};
const TAO = "subdistrict_organization";

/**
 * Leaves only what is said here: populations of the country, and authorities, organizations and figures of these places.
 * 100 and 10,000 persons elsewhere make the range a hundredfold: ten times as many are half alike.
 */
async function setScene(client: pg.Client, places: Record<string, Place>): Promise<void> {
  for (const table of ["population", "area_report", "local_authority_area", "achievement"]) {
    await client.query(`alter table ${table} disable trigger user`);
  }
  const codes = Object.keys(places);
  await client.query("delete from population");
  await client.query(
    "delete from organization where left(area_code, 4) in (select left(code, 4) from unnest($1::text[]) code)",
    [codes],
  );
  await client.query("delete from area_report where area_code = any ($1)", [codes]);
  await client.query("delete from local_authority_area where area_code = any ($1)", [codes]);
  await client.query(
    "update achievement set state = 'not_counted', value = 0 where indicator_id in ('plans-linked', 'organization-quality') and fiscal_year = 2021",
  );
  for (const [code, persons] of [
    ["840101", 100],
    ["840102", 10_000],
    ...codes.map((code) => [code, places[code]?.persons]),
  ]) {
    if (persons === undefined) continue;
    await client.query(
      `insert into population (area_code, reference_date, persons, source_id) values ($1, '2020-12-31', $2, ${SAMPLE_SOURCE})`,
      [code, persons],
    );
  }
  for (const [code, { authorities = [], organizations = null, counts = false }] of Object.entries(places)) {
    for (const kind of authorities) {
      await client.query(
        `insert into local_authority_area (local_authority_code, area_code, extent, source_id)
         select code, $1, 'part', ${SAMPLE_SOURCE} from local_authority where kind = $2 order by code limit 1`,
        [code, kind],
      );
    }
    for (const kind of organizations ?? []) await addOrganization(client, code, kind, "2015-01-01");
    if (organizations !== null) {
      await client.query(
        `insert into area_report (area_code, dataset, fiscal_year, state, source_id) values ($1, 'organization', 2021, 'complete', ${SAMPLE_SOURCE})`,
        [code],
      );
    }
    if (counts) {
      await client.query(
        "update achievement set state = 'counted', value = 1 where indicator_id = 'plans-linked' and fiscal_year = 2021 and area_code = $1",
        [code],
      );
    }
  }
  await client.query("select api.keep_authority_shapes()");
}

async function addOrganization(
  client: pg.Client,
  area: string,
  kind: string,
  registered: string | null,
): Promise<void> {
  await client.query(
    `insert into organization (kind, name_th, area_code, registered_on, source_id) values ($1, 'องค์กร', $2, $3, ${SAMPLE_SOURCE})`,
    [kind, area, registered],
  );
}

async function ask(client: pg.Client, code = OWN, indicator = "plans-linked") {
  const { rows } = await client.query("select api.similar_areas($1, 2021, $2) as answer", [indicator, code]);
  return similarAnswer.omit({ method: true }).parse(rows[0].answer);
}

const codesOf = ({ items }: { items: { code: string }[] }) => items.map(({ code }) => code);

describe("similarity", () => {
  it("is the mean of four parts, without those that are not known of one of the two", async () => {
    await withRollback(async (client) => {
      await setScene(client, {
        [OWN]: { persons: 1_000, authorities: [TAO], organizations: ["council", "savings_group"] },
        // ten times as many, one kind of two, one kind of three
        [TWIN]: {
          persons: 10_000,
          authorities: [TAO, "town_municipality"],
          organizations: ["council", "welfare_fund"],
          counts: true,
        },
        // as many, another kind, nothing known of organizations
        [NEAR]: { persons: 1_000, authorities: ["town_municipality"], counts: true },
        // nothing known but organizations, far away
        [FAR]: { organizations: ["savings_group", "council"], counts: true },
        // as many, the same kind, and a report that there is no organization
        "500104": { persons: 1_000, authorities: [TAO], organizations: [], counts: true },
      });
      const { counts, measures, items } = await ask(client);
      expect(counts).toBe(false);
      expect(measures).toMatchObject({
        persons: 1_000,
        local_authority_kinds: [TAO],
        organization_kinds: ["council", "savings_group"],
        region: { code: "R1" },
      });
      expect(
        items.map(({ code, similarity, parts: { population, local_authorities, organizations, region } }) => [
          code,
          similarity,
          [population, local_authorities, organizations, region],
        ]),
      ).toEqual([
        ["500104", 0.75, [1, 1, 0, 1]],
        [NEAR, 0.666667, [1, 0, null, 1]],
        [TWIN, 0.583333, [0.5, 0.5, 0.333333, 1]],
        [FAR, 0.5, [null, null, 1, 0]],
      ]);
      expect(items.find(({ code }) => code === FAR)?.measures.persons).toBeNull();
    });
  });

  it("puts last whoever can be compared by one part alone, however alike it is", async () => {
    await withRollback(async (client) => {
      await setScene(client, {
        [OWN]: { persons: 1_000, authorities: [TAO] },
        // the same region, and nothing else known: 100 % of one part
        [TWIN]: { counts: true },
        // ten times as many in the same region: 0.75 of two parts
        [NEAR]: { persons: 10_000, counts: true },
      });
      const { items } = await ask(client);
      expect(items.map(({ code, similarity }) => [code, similarity])).toEqual([
        [NEAR, 0.75],
        [TWIN, 1],
      ]);
    });
  });

  it("takes two tambon that report no organization for alike, and two that report nothing for unknown", async () => {
    await withRollback(async (client) => {
      await setScene(client, { [OWN]: { organizations: [] }, [TWIN]: { organizations: [], counts: true } });
      expect((await ask(client)).items[0]?.parts.organizations).toBe(1);
      await client.query("delete from area_report where area_code = any ($1)", [[OWN, TWIN]]);
      const { measures, items } = await ask(client);
      expect([measures.organization_kinds, items[0]?.parts.organizations]).toEqual([null, null]);
    });
  });

  it("never shows nor uses a population of 1 to 4, not even for the range", async () => {
    await withRollback(async (client) => {
      await setScene(client, {
        [OWN]: { persons: 1_000 },
        [TWIN]: { persons: 3, counts: true },
        [NEAR]: { persons: 10_000, counts: true },
      });
      const { items } = await ask(client);
      const population = Object.fromEntries(
        items.map(({ code, measures, parts }) => [code, [measures.persons, parts.population]]),
      );
      expect(population).toEqual({ [TWIN]: [null, null], [NEAR]: [10_000, 0.5] });
    });
  });
});

describe("the list", () => {
  const same: Place = { persons: 1_000, authorities: [TAO], organizations: ["council"], counts: true };

  it("holds the five nearest of equally similar ones, never the tambon itself, and only those that count", async () => {
    await withRollback(async (client) => {
      // Lamphun and Chiang Rai lie in the same region, the second twice as far and more
      await setScene(client, {
        ...Object.fromEntries([OWN, ...BESIDE.slice(0, 5), "510101", "570101"].map((code) => [code, same])),
        [TWIN]: { ...same, counts: false },
      });
      const answer = await ask(client);
      expect(answer.counts).toBe(true);
      expect(codesOf(answer).toSorted()).toEqual(["500103", "500104", "500105", "500106", "510101"]);
      const distances = answer.items.map(({ distance_km }) => distance_km);
      expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      const { rows } = await client.query(
        `select st_distance(own.point::geography, other.point::geography) / 1000 as km from area_shape own, area_shape other
         where own.area_code = $1 and other.area_code = '510101' and own.boundary_version_id = other.boundary_version_id`,
        [OWN],
      );
      expect(distances[4]).toBeCloseTo(rows[0].km, 1);
    });
  });

  it("puts what is more similar before what is nearer", async () => {
    await withRollback(async (client) => {
      await setScene(client, { [OWN]: same, [TWIN]: { ...same, persons: 900 }, "570101": same });
      expect(codesOf(await ask(client))).toEqual(["570101", TWIN]);
    });
  });

  it("stops at five, and takes what is as similar and as near by code", async () => {
    await withRollback(async (client) => {
      await setScene(client, Object.fromEntries([OWN, ...BESIDE].map((code) => [code, same])));
      await client.query(
        `update area_shape set point = (select point from area_shape where area_code = '500106' limit 1) where area_code like '5001__'`,
      );
      expect(codesOf(await ask(client))).toEqual(BESIDE.slice(0, 5));
    });
  });

  it("is empty where no other tambon counts", async () => {
    await withRollback(async (client) => {
      await setScene(client, { [OWN]: same });
      expect(await ask(client)).toMatchObject({ counts: true, items: [] });
    });
  });

  it("goes by local authorities where they are what counts", async () => {
    await withRollback(async (client) => {
      await setScene(client, { [OWN]: {}, [TWIN]: { authorities: [TAO] } });
      await client.query(
        `update achievement set state = 'counted', value = 1 where indicator_id = 'organization-quality' and fiscal_year = 2021
           and local_authority_code = (select local_authority_code from local_authority_area where area_code = $1)`,
        [TWIN],
      );
      const answer = await ask(client, OWN, "organization-quality");
      expect(codesOf(answer)).toContain(TWIN);
      // nobody published which authority has it
      expect(answer.counts).toBeNull();
      expect((await ask(client, TWIN, "organization-quality")).counts).toBe(true);
    });
  });

  it("gives each แขวง the council of its district, from its registration on", async () => {
    await withRollback(async (client) => {
      await setScene(client, { 100401: {}, 100402: { counts: true }, 100701: { counts: true } });
      await addOrganization(client, "1004", "council", "2021-09-30");
      await addOrganization(client, "1007", "council", "2021-10-01");
      await addOrganization(client, "100701", "savings_group", null);
      const { measures, items } = await ask(client, "100401");
      expect(measures.organization_kinds).toEqual(["council"]);
      const kinds = Object.fromEntries(
        items.map(({ code, measures, work }) => [code, [measures.organization_kinds, work.organizations]]),
      );
      expect(kinds).toEqual({
        100402: [["council"], [{ kind: "council", count: 1 }]],
        100701: [["savings_group"], [{ kind: "savings_group", count: 1 }]],
      });
    });
  });
});

describe("what was done there", () => {
  type Link = [state: string, partner: string | null, granted: number | null, year?: number, rung?: string];

  /** A plan of TWIN, one inner list per item. Before the scene: the plan has a say in whether TWIN counts. */
  async function addPlan(client: pg.Client, items: Link[][]): Promise<void> {
    await client.query("delete from plan where area_code = $1", [TWIN]);
    const plan = await client.query(
      `insert into plan (area_code, title_th, first_fiscal_year, last_fiscal_year, source_id)
       values ($1, 'แผน', 2019, 2023, ${SAMPLE_SOURCE}) returning id`,
      [TWIN],
    );
    for (const [index, links] of items.entries()) {
      const item = await client.query(
        "insert into plan_item (plan_id, item_number, theme, title_th) values ($1, $2, 'social', $3) returning id",
        [plan.rows[0].id, index + 1, `รายการ ${index + 1}`],
      );
      for (const [state, partner, granted, year = 2020, rung = "province"] of links) {
        await client.query(
          `with named as (insert into partner (sector, name_th, source_id) select 'state', $2, ${SAMPLE_SOURCE} where $2::text is not null returning id)
           insert into plan_item_link (plan_item_id, rung, partner_id, fiscal_year, state, support_kind, granted_thb, decline_reason)
           values ($1, $6, (select id from named), $5, $3, case when $4::numeric is not null then 'budget' end, $4,
             case when $3 = 'declined' then 'งบไม่พอ' end)`,
          [item.rows[0].id, partner, state, granted, year, rung],
        );
      }
    }
  }

  it("tells items that an agency included or supported by the year's end, the furthest first, with whom", async () => {
    await withRollback(async (client) => {
      await addPlan(client, [
        [["included", "เกษตรจังหวัด", null]],
        [
          ["included", "พัฒนาชุมชน", null],
          ["funded", "อบต.ก", 5_000],
          ["declined", "ไม่ร่วม", null],
        ],
        [["accepted", "อบต.ก", 700]],
        [["proposed", "ยังไม่ร่วม", null]],
        [["done", null, null, 2020, "community"]],
        [["done", "ปีหน้า", 900, 2022]],
      ]);
      await setScene(client, { [OWN]: {}, [TWIN]: { counts: true } });
      const work = (await ask(client)).items[0]?.work;
      expect(
        work?.plan_items.items.map(({ title_th, state, granted_thb, partners }) => [
          title_th,
          state,
          granted_thb,
          partners.map(({ name_th }) => name_th).toSorted(),
        ]),
      ).toEqual([
        ["รายการ 2", "funded", 5_000, ["พัฒนาชุมชน", "อบต.ก"]],
        ["รายการ 1", "included", 0, ["เกษตรจังหวัด"]],
        ["รายการ 3", "accepted", 700, ["อบต.ก"]],
      ]);
      // two rows of one name are one partner
      expect(work?.partners.map(({ name_th }) => name_th)).toEqual(["เกษตรจังหวัด", "พัฒนาชุมชน", "อบต.ก"]);
    });
  });

  it("lists five and says how many there are, with what others can learn; nothing of persons", async () => {
    await withRollback(async (client) => {
      await addPlan(
        client,
        Array.from({ length: 7 }, (): Link[] => [["included", "หน่วยงาน", null]]),
      );
      await setScene(client, { [OWN]: {}, [TWIN]: { counts: true } });
      for (const table of ["model_area", "lesson"])
        await client.query(`delete from ${table} where area_code = $1`, [TWIN]);
      await client.query(
        `insert into model_area (area_code, theme, name_th, since_fiscal_year, source_id) values ($1, 'welfare', 'ต้นแบบสวัสดิการ', 2019, ${SAMPLE_SOURCE})`,
        [TWIN],
      );
      await client.query(
        `insert into lesson (area_code, title_th, summary_th, published_on, source_id) values ($1, 'บทเรียนน้ำ', 'เรื่องของนางสมมุติ', '2020-01-01', ${SAMPLE_SOURCE})`,
        [TWIN],
      );
      await client.query(
        `insert into person (area_code, name_th, source_id) values ($1, 'นางสมมุติ ผู้นำ', ${SAMPLE_SOURCE})`,
        [TWIN],
      );
      const answer = await ask(client);
      const work = answer.items[0]?.work;
      expect([work?.plan_items.total, work?.plan_items.items.length]).toEqual([7, 5]);
      expect(work?.model_areas.items.map(({ name_th }) => name_th)).toEqual(["ต้นแบบสวัสดิการ"]);
      expect(work?.lessons.items.map(({ title_th }) => title_th)).toEqual(["บทเรียนน้ำ"]);
      expect(JSON.stringify(answer)).not.toMatch(/นางสมมุติ|household|member|phone/);
    });
  });
});

describe("GET /api/similar/:indicator/:code", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it.each(["plans-linked", "councils", "leaders", "organization-quality"])(
    "answers for %s",
    async (indicator) => {
      const answer = similarAnswer.parse(await api.get(`/similar/${indicator}/${OWN}?fiscal_year=2020`));
      expect(answer).toMatchObject({
        indicator,
        fiscal_year: 2020,
        area: { code: OWN },
        sample_records: expect.stringMatching(/^(all|some)$/),
      });
      expect(answer.method.th).not.toBe("");
      expect(answer.items).toHaveLength(5);
      for (const { code, path, similarity } of answer.items) {
        expect(path.map((area) => area.code)).toEqual([code.slice(0, 2), code.slice(0, 4), code]);
        expect(similarity).toBeGreaterThan(0.5);
        const { total } = await api.get(`/coverage/${indicator}/areas/${code}?fiscal_year=2020`);
        expect(total.counted).toBeGreaterThan(0);
      }
    },
  );

  it("takes the latest year when none is asked for", async () => {
    expect((await api.get(`/similar/plans-linked/${OWN}`)).fiscal_year).toBe(2021);
  });

  it.each([
    ["plans-linked/50", 400, "invalid-request", "code"],
    ["plans-linked/TH", 400, "invalid-request", "code"],
    ["plans-linked/L1001", 400, "invalid-request", "code"],
    ["plans-linked/999999", 404, "area-not-found", "code"],
    ["nothing/500101", 404, "indicator-not-found", "indicator"],
    ["population/500101", 400, "not-declared", "indicator"],
    ["cooperation-provinces/500101", 400, "not-declared", "indicator"],
    ["staff-ability/500101", 400, "not-declared", "indicator"],
    ["plans-linked/500101?fiscal_year=2010", 404, "fiscal-year-not-declared", "fiscal_year"],
    ["plans-linked/500101?year=2020", 400, "invalid-request", "year"],
  ])("refuses %s with its name and field", async (path, status, code, field) => {
    expect(await api.problem(`/similar/${path}`)).toMatchObject({
      status,
      body: { code, errors: [{ field }] },
    });
  });
});
