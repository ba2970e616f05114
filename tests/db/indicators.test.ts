// What counts and what does not, rule by rule, on records made for the case; and that keeping the figures edit by
// edit gives what counting everything from scratch gives.
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const SAMPLE_SOURCE = "(select id from source where is_sample order by id limit 1)";

/** A tambon on the map whose records and reports are taken away first. */
async function emptyTambon(client: pg.Client, like = "50%"): Promise<string> {
  const { rows } = await client.query(
    "select area_code from area_search where level = 'tambon' and area_code like $1 order by area_code limit 1",
    [like],
  );
  const code: string = rows[0].area_code;
  await client.query("delete from plan where area_code = $1", [code]);
  await client.query("delete from housing_project where area_code = $1", [code]);
  await client.query("delete from organization where area_code in ($1, left($1, 4))", [code]);
  await client.query("delete from area_report where area_code = $1", [code]);
  return code;
}

async function achieved(client: pg.Client, indicator: string, code: string): Promise<Record<number, string>> {
  const { rows } = await client.query(
    "select fiscal_year, reason, value::float8 as value from achievement where indicator_id = $1 and area_code = $2",
    [indicator, code],
  );
  return Object.fromEntries(
    rows.map((row) => [row.fiscal_year, row.value === null ? row.reason : `${row.reason} ${row.value}`]),
  );
}

type Link = {
  rung?: string;
  state: string;
  year: number;
  evidence?: string;
  support?: string;
  granted?: number;
  /** sector of the partner that takes the step; none is named when left out */
  partner?: string;
};

/** A plan whose items have these links; one inner list per item. */
async function addPlan(
  client: pg.Client,
  code: string,
  items: Link[][],
  years = [2017, 2021],
): Promise<void> {
  const plan = await client.query(
    `insert into plan (area_code, title_th, first_fiscal_year, last_fiscal_year, source_id)
     values ($1, 'แผนทดสอบ', $2, $3, ${SAMPLE_SOURCE}) returning id`,
    [code, ...years],
  );
  for (const [index, links] of items.entries()) {
    const item = await client.query(
      "insert into plan_item (plan_id, item_number, theme, title_th) values ($1, $2, 'social', 'รายการ') returning id",
      [plan.rows[0].id, index + 1],
    );
    for (const link of links) {
      const partner = link.partner
        ? await client.query(
            `insert into partner (sector, name_th, source_id) values ($1, 'ภาคีทดสอบ', ${SAMPLE_SOURCE}) returning id`,
            [link.partner],
          )
        : null;
      await client.query(
        `insert into plan_item_link (plan_item_id, rung, fiscal_year, state, evidence, support_kind, granted_thb, decline_reason, partner_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          item.rows[0].id,
          link.rung ?? "local_authority",
          link.year,
          link.state,
          link.evidence ?? null,
          link.support ?? null,
          link.granted ?? null,
          link.state === "declined" ? "งบไม่พอ" : null,
          partner?.rows[0].id ?? null,
        ],
      );
    }
  }
}

describe("plans-linked", () => {
  const linked: Link = { state: "included", year: 2018, evidence: "ข้อบัญญัติ 2561" };
  const supported: Link = { state: "funded", year: 2019, support: "budget", granted: 50_000 };

  it.each<[string, Link[][], string]>([
    ["linked and supported by the same item counts", [[linked, supported]], "linked_and_supported 1"],
    [
      "staff is support too",
      [[linked, { state: "accepted", year: 2019, support: "staff" }]],
      "linked_and_supported 1",
    ],
    [
      "linked by one item and supported by another does not",
      [[linked], [supported]],
      "linked_and_supported_apart 0",
    ],
    ["a budget of nothing is no support", [[linked, { ...supported, granted: 0 }]], "linked_not_supported 0"],
    [
      "included without evidence is not linked",
      [[{ state: "included", year: 2018 }]],
      "included_without_evidence 0",
    ],
    ["supported alone does not count", [[supported]], "included_without_evidence 0"],
    [
      "accepted with staff alone does not count",
      [[{ state: "accepted", year: 2018, support: "staff" }]],
      "supported_not_linked 0",
    ],
    [
      "support that is only proposed is not granted",
      [[linked, { state: "proposed", year: 2019, support: "staff" }]],
      "linked_not_supported 0",
    ],
    [
      "the community's own help is no support",
      [[linked, { rung: "community", state: "done", year: 2019, support: "staff" }]],
      "linked_not_supported 0",
    ],
    [
      "a partner outside the state supports",
      [[linked, { ...supported, partner: "business", state: "accepted" }]],
      "linked_and_supported 1",
    ],
    [
      "a partner helps the community directly",
      [[linked, { ...supported, rung: "community", partner: "civil_society" }]],
      "linked_and_supported 1",
    ],
    [
      "a partner outside the state does not link, whatever it has in its plan",
      [[{ ...linked, rung: "province", partner: "academic" }, supported]],
      // the grant is on a step of an agency, which shows no evidence
      "included_without_evidence 0",
    ],
    [
      "included by a partner alone is not linked",
      [[{ ...linked, rung: "province", partner: "social_enterprise" }]],
      "included_by_no_agency 0",
    ],
    ["a state agency links", [[{ ...linked, partner: "state" }, supported]], "linked_and_supported 1"],
    ["the community's own rung is no agency", [[{ ...linked, rung: "community" }]], "not_linked 0"],
    ["declined is not linked", [[{ state: "declined", year: 2018, evidence: "หนังสือ" }]], "not_linked 0"],
    ["a plan without links does not count", [[]], "not_linked 0"],
  ])("%s", async (_title, items, expected) => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await addPlan(client, code, items);
      expect((await achieved(client, "plans-linked", code))[2021]).toBe(expected);
    });
  });

  it("counts from the year both conditions are met, once for several plans", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await addPlan(client, code, [
        [linked, supported],
        [linked, supported],
      ]);
      await addPlan(client, code, [[linked, supported]]);
      expect(await achieved(client, "plans-linked", code)).toEqual({
        2017: "not_linked 0",
        2018: "linked_not_supported 0",
        2019: "linked_and_supported 1",
        2020: "linked_and_supported 1",
        2021: "linked_and_supported 1",
      });
    });
  });

  it("stops counting when the plan has run out", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await addPlan(
        client,
        code,
        [
          [
            { ...linked, year: 2016 },
            { ...supported, year: 2016 },
          ],
        ],
        [2016, 2018],
      );
      const years = await achieved(client, "plans-linked", code);
      expect([years[2018], years[2019]]).toEqual(["linked_and_supported 1", "plan_expired 0"]);
    });
  });

  it("without a plan: unknown, or none by a complete report, or not applicable", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await client.query(
        `insert into area_report (area_code, dataset, fiscal_year, state, reason_th, reason_en, source_id) values
           ($1, 'plan', 2019, 'complete', null, null, ${SAMPLE_SOURCE}),
           ($1, 'plan', 2020, 'not_applicable', 'พื้นที่ป่า', 'forest', ${SAMPLE_SOURCE})`,
        [code],
      );
      const years = await achieved(client, "plans-linked", code);
      expect([years[2018], years[2019], years[2020]]).toEqual(["no_report", "no_plan 0", "not_applicable"]);
    });
  });

  it("follows a partner that turns out to be no agency", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await addPlan(client, code, [[{ ...linked, partner: "state" }, supported]]);
      await client.query(
        `update partner set sector = 'business' where id in (
           select partner_id from plan_item_link join plan_item on plan_item.id = plan_item_id
           join plan on plan.id = plan_id where area_code = $1)`,
        [code],
      );
      expect((await achieved(client, "plans-linked", code))[2021]).toBe("included_without_evidence 0");
    });
  });

  it("follows a plan that moves to another tambon: both change", async () => {
    await withRollback(async (client) => {
      const from = await emptyTambon(client);
      const to = await emptyTambon(client, "40%");
      await addPlan(client, from, [[linked, supported]]);
      await client.query("update plan set area_code = $1 where area_code = $2", [to, from]);
      expect((await achieved(client, "plans-linked", from))[2021]).toBe("no_report");
      expect((await achieved(client, "plans-linked", to))[2021]).toBe("linked_and_supported 1");
    });
  });
});

describe("housing-households", () => {
  it("leaves a small need out before it is added to that of another tambon drawn on the same shape", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      const { rows } = await client.query(
        "select area_code from area_search where level = 'tambon' and area_code > $1 order by area_code limit 1",
        [code],
      );
      const other = rows[0].area_code;
      await client.query("update area_placement set shape_code = $1 where area_code = $2", [code, other]);
      await client.query("delete from need_survey where area_code in ($1, $2)", [code, other]);
      await client.query(
        `insert into need_survey (area_code, fiscal_year, households_surveyed, households_in_need, source_id)
         values ($1, 2018, 100, 20, ${SAMPLE_SOURCE}), ($2, 2020, 50, 3, ${SAMPLE_SOURCE})`,
        [code, other],
      );
      const needs = await client.query(
        `select distinct denominator::integer as need from achievement
         where indicator_id = 'housing-households' and area_code = $1 and fiscal_year >= 2018`,
        [code],
      );
      expect(needs.rows).toEqual([{ need: 20 }]);
    });
  });

  it("adds up households over the years", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await client.query(
        `insert into housing_project (area_code, programme, name_th, fiscal_year, households_benefited, source_id) values
           ($1, 'baan_mankong_rural', 'ก', 2016, 99, ${SAMPLE_SOURCE}),
           ($1, 'baan_mankong_rural', 'ก', 2018, 0, ${SAMPLE_SOURCE}),
           ($1, 'baan_mankong_rural', 'ข', 2019, 20, ${SAMPLE_SOURCE}),
           ($1, 'baan_phor_phiang_rural', 'ค', 2021, 12, ${SAMPLE_SOURCE})`,
        [code],
      );
      expect(await achieved(client, "housing-households", code)).toEqual({
        2017: "no_report",
        2018: "none_benefited_yet 0",
        2019: "households_benefited 20",
        2020: "households_benefited 20",
        2021: "households_benefited 32",
      });
    });
  });
});

describe.each(["planned", "approved", "built"])("housing-%s", (stage) => {
  const add = (client: pg.Client, code: string, rows: Record<string, number | null>[]) =>
    client.query(
      `insert into housing_project (area_code, programme, name_th, fiscal_year, households_${stage}, households_benefited, source_id)
       select $1, 'baan_mankong_rural', 'ก', (row ->> 'year')::integer, (row ->> 'households')::integer,
         coalesce((row ->> 'benefited')::integer, 0), ${SAMPLE_SOURCE} from jsonb_array_elements($2) row`,
      [code, JSON.stringify(rows)],
    );

  it("adds up households of the stage and beyond it over the years", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await add(client, code, [
        { year: 2016, households: 99 },
        { year: 2017, households: null },
        { year: 2018, households: 20, benefited: 10 },
        // whoever benefits came through every stage, whatever was recorded of it
        { year: 2020, households: null, benefited: 7 },
        { year: 2021, households: 8, benefited: 30 },
      ]);
      expect(await achieved(client, `housing-${stage}`, code)).toEqual({
        2017: "not_recorded",
        2018: `households_${stage} 20`,
        2019: `households_${stage} 20`,
        2020: `households_${stage} 27`,
        2021: `households_${stage} 57`,
      });
    });
  });

  it("knows none where a project says so or a report does, and nothing without", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await add(client, code, [{ year: 2021, households: 0 }]);
      await client.query(
        `insert into area_report (area_code, fiscal_year, dataset, state, reason_th, reason_en, source_id) values
           ($1, 2019, 'housing', 'complete', null, null, ${SAMPLE_SOURCE}),
           ($1, 2020, 'housing', 'not_applicable', 'ไม่มี', 'none', ${SAMPLE_SOURCE})`,
        [code],
      );
      expect(await achieved(client, `housing-${stage}`, code)).toEqual({
        2017: "no_report",
        2018: "no_report",
        2019: "no_project 0",
        2020: "not_applicable",
        2021: `none_${stage}_yet 0`,
      });
    });
  });

  it("shows no more than the stage after it where what is between them is small", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await add(client, code, [{ year: 2018, households: 20, benefited: 17 }]);
      const { rows } = await client.query(
        "select value::float8 as value, withheld from achievement where indicator_id = $1 and area_code = $2 and fiscal_year = 2021",
        [`housing-${stage}`, code],
      );
      expect(rows).toEqual([{ value: 17, withheld: 1 }]);
    });
  });
});

describe("organization-density", () => {
  it("counts the council of a Bangkok district once, from the district up, and in none of its khwaeng", async () => {
    await withRollback(async (client) => {
      await client.query("delete from organization where area_code like '1004%'");
      const figures = async (level: string, code: string) => {
        const { rows } = await client.query(
          "select value::float8 as value from api.coverage_rows('organization-density', 2021, $1, '{10}') where code = $2",
          [level, code],
        );
        return rows[0]?.value ?? 0;
      };
      const before = {
        province: await figures("province", "10"),
        authority: await figures("local_authority", "L1004"),
      };
      await client.query(
        `insert into organization (kind, name_th, area_code, registered_on, source_id)
         values ('council', 'สภา', '1004', '2012-01-01', ${SAMPLE_SOURCE})`,
      );
      expect(await figures("district", "1004")).toBe(1);
      expect(await figures("province", "10")).toBe(before.province + 1);
      expect(await figures("local_authority", "L1004")).toBe(before.authority + 1);
      const { rows } = await client.query(
        `select sum(value)::float8 as value from api.coverage_rows('organization-density', 2021, 'tambon', '{1004}')
         where code is not null`,
      );
      expect(rows[0].value ?? 0).toBe(0);
    });
  });

  it("counts every organization on record once in the country", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(
        `select (select value::float8 from api.coverage_rows('organization-density', 2021, 'country', null)) as figure,
           (select count(*)::float8 from organization
            left join area_placement using (area_code)
            where (shape_code is not null or length(area_code) = 4)
              and coalesce(registered_on <= '2021-09-30', true) and coalesce(ended_on > '2021-09-30', true)) as records`,
      );
      expect(rows[0].figure).toBe(rows[0].records);
    });
  });
});

describe("councils", () => {
  const council = (area: string, registered: string, dissolved: string | null = null) =>
    [
      `insert into organization (kind, name_th, area_code, registered_on, ended_on, source_id)
       values ('council', 'สภา', $1, $2, $3, ${SAMPLE_SOURCE})`,
      [area, registered, dissolved],
    ] as const;

  it("counts from the fiscal year of registration: 1 October opens the next one", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await client.query(council(code, "2018-10-01")[0], [...council(code, "2018-10-01")[1]]);
      const years = await achieved(client, "councils", code);
      expect([years[2018], years[2019]]).toEqual(["council_not_registered_yet 0", "council_registered 1"]);
    });
  });

  it("stops with the year it was dissolved in", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      await client.query(council(code, "2010-01-01", "2019-06-01")[0], [
        ...council(code, "2010-01-01", "2019-06-01")[1],
      ]);
      const years = await achieved(client, "councils", code);
      expect([years[2018], years[2019]]).toEqual(["council_registered 1", "council_dissolved 0"]);
    });
  });

  it("covers every khwaeng by the council of its Bangkok district", async () => {
    await withRollback(async (client) => {
      await emptyTambon(client, "1004%");
      await client.query("delete from organization where area_code like '1004%'");
      await client.query(council("1004", "2012-01-01")[0], [...council("1004", "2012-01-01")[1]]);
      const { rows } = await client.query(
        `select count(*)::int as all, count(*) filter (where reason = 'district_council_registered')::int as covered
         from achievement where indicator_id = 'councils' and fiscal_year = 2021 and area_code like '1004%'`,
      );
      expect(rows[0].covered).toBe(rows[0].all);
      expect(rows[0].all).toBeGreaterThan(1);
    });
  });
});

describe("a report that was withdrawn", () => {
  it("gives way to the one that says the same year now", async () => {
    await withRollback(async (client) => {
      const code = await emptyTambon(client);
      for (const [reason, endedOn] of [
        ["เดิม", "2020-12-31"],
        ["ใหม่", null],
      ]) {
        await client.query(
          `insert into area_report (area_code, dataset, fiscal_year, state, reason_th, reason_en, ended_on, source_id)
           values ($1, 'plan', 2021, 'not_applicable', $2, 'x', $3, ${SAMPLE_SOURCE})`,
          [code, reason, endedOn],
        );
      }
      const { rows } = await client.query(
        `select figure -> 'reason' -> 'text' ->> 'th' as reason,
           (select array_agg(unit ->> 'code') from jsonb_array_elements(explained -> 'not_applicable') unit) as units
         from jsonb_array_elements(api.place_figures($1, 2021) -> 'figures') figure,
           api.coverage_explanation('plans-linked', 2021, $1) explained
         where figure ->> 'indicator' = 'plans-linked'`,
        [code],
      );
      expect(rows[0].reason).toContain("ใหม่");
      expect(rows[0].units).toEqual([code]);
    });
  });
});
