// A negative reason names the record it is about: in the explanation of every unit that has one.
import { coverageExplanation } from "@phuenthi/server/contract/coverage";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const SOURCE = "(select id from source where is_sample order by id limit 1)";

async function explained(client: pg.Client, indicator: string, code: string) {
  const { rows } = await client.query("select api.coverage_explanation($1, 2021, $2) as answer", [
    indicator,
    code,
  ]);
  return coverageExplanation.parse(rows[0].answer);
}

/** Reasons that are about a record, by indicator. */
const ABOUT_A_RECORD: [indicator: string, reason: string, why: string][] = [
  ["plans-linked", "plan_expired", "ran_out"],
  ["plans-linked", "included_without_evidence", "no_evidence"],
  ["plans-linked", "included_by_no_agency", "no_agency"],
  ["plans-linked", "linked_not_supported", "not_supported"],
  ["plans-linked", "supported_not_linked", "not_linked"],
  ["plans-linked", "linked_not_supported", "no_amount"],
  ["councils", "council_dissolved", "dissolved"],
  ["councils", "council_not_registered_yet", "registered_later"],
  ["organization-quality", "review_expired", "ran_out"],
  ["cooperation-provinces", "mechanism_ended", "ended"],
];

/** Makes what the sample does not have of its own. */
async function craft(client: pg.Client, reason: string): Promise<void> {
  const tambon = `(select area_code from area_search where level = 'tambon' and area_code like '50%' order by area_code limit 1)`;
  if (reason === "council_dissolved" || reason === "council_not_registered_yet") {
    await client.query(
      `delete from organization where kind = 'council' and area_code in (${tambon}, left(${tambon}, 4))`,
    );
    await client.query(
      `insert into organization (kind, name_th, area_code, registered_on, ended_on, source_id)
       values ('council', 'สภา', ${tambon}, $1, $2, ${SOURCE})`,
      reason === "council_dissolved" ? ["2010-01-01", "2019-05-01"] : ["2021-10-01", null],
    );
  } else if (reason === "mechanism_ended") {
    await client.query(
      "update cooperation_mechanism set ended_on = '2020-09-30' where established_on < '2020-01-01'",
    );
  } else if (reason === "plan_expired") {
    await client.query(
      "update plan set first_fiscal_year = 2016, last_fiscal_year = 2019 where area_code like '50%'",
    );
  } else if (reason === "linked_not_supported") {
    // one item each, linked and said to be funded, with no word of how much
    await client.query(`update plan_item_link set rung = 'province', state = 'funded', evidence = 'e', support_kind = 'budget',
        granted_thb = null, partner_id = (select id from partner where sector = 'state' order by id limit 1)
      from plan_item join plan on plan.id = plan_id
      where plan_item.id = plan_item_id and area_code like '10%'`);
  } else if (reason === "included_by_no_agency") {
    await client.query(
      `update partner set sector = 'business' where id in (select partner_id from plan_item_link
         join plan_item on plan_item.id = plan_item_id join plan on plan.id = plan_id where area_code like '50%')`,
    );
  } else if (reason === "review_expired") {
    await client.query(
      "update quality_review set valid_until = '2020-09-30' where reviewed_on < '2020-01-01'",
    );
  }
}

it("a housing project names its year once", async () => {
  await withRollback(async (client) => {
    const { rows: projects } = await client.query(
      "select id, area_code, name_th from housing_project where fiscal_year = 2019 order by id limit 2",
    );
    await client.query("update housing_project set name_th = name_th || ' ปี 2562' where id = $1", [
      projects[0].id,
    ]);
    for (const { id, area_code: code } of projects) {
      const { conditions } = await explained(client, "housing-households", code);
      const record = conditions.flatMap(({ records }) => records).find((one) => one.id === id);
      expect(record?.title_th.match(/2562/g)).toHaveLength(1);
      expect(record?.title_en?.match(/2562|2019/g)).toHaveLength(1);
    }
  });
});

describe("a negative reason", () => {
  it.each(ABOUT_A_RECORD)("of %s, %s, names its record: %s", async (indicator, reason, why) => {
    await withRollback(async (client) => {
      await craft(client, reason);
      const { rows } = await client.query(
        `select unit_code from achievement where indicator_id = $1 and fiscal_year = 2021 and reason = $2
         order by unit_code limit 3`,
        [indicator, reason],
      );
      expect(rows.length, `no unit says ${reason}`).toBeGreaterThan(0);
      for (const { unit_code: code } of rows) {
        const { conditions } = await explained(client, indicator, code);
        const short = conditions.flatMap((condition) =>
          condition.records.flatMap((record) => (record.falls_short ? [{ condition, record }] : [])),
        );
        expect(
          short.map(({ record }) => record.falls_short?.why),
          code,
        ).toContain(why);
        for (const { condition, record } of short) {
          expect(condition.met, record.title_th).not.toBe(true);
          expect(record.title_th).not.toBe("");
        }
      }
    });
  });

  it("leaves records that meet a condition as they are", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(
        "select area_code from achievement where indicator_id = 'plans-linked' and fiscal_year = 2021 and state = 'counted' limit 3",
      );
      for (const { area_code: code } of rows) {
        const { conditions } = await explained(client, "plans-linked", code);
        expect(conditions.every(({ met, records }) => met && records.length > 0)).toBe(true);
        expect(conditions.flatMap(({ records }) => records).some((record) => record.falls_short)).toBe(false);
      }
    });
  });
});
