// Figures are kept edit by edit. Random edits of every kind of record must leave what counting from scratch gives:
// achievements, withheld cells and the pools they are shown in.
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const WHOLE_COUNTRY_MS = 300_000;

/** Small and repeatable: the same edits on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const source = "(select id from source where is_sample order by id limit 1)";
const any = (what: string, from: string, where = "true") =>
  `(select ${what} from ${from} where ${where} order by md5(${what}::text || $1) limit 1)`;
const anyTambon = any("area_code", "area_search", "level = 'tambon'");
const anyProvince = any("area_code", "area_search", "level = 'province'");

const edits = [
  `delete from organization where id = ${any("id", "organization")}`,
  `update organization set area_code = ${anyTambon} where id = ${any("id", "organization", "kind <> 'council'")}`,
  `update organization set ended_on = '2019-05-01' where id = ${any("id", "organization", "registered_on < '2019-01-01'")}`,
  `insert into organization (kind, name_th, area_code, registered_on, member_count, source_id)
   select 'welfare_fund', 'กองทุน', ${anyTambon}, '2018-02-01', 3, ${source} where $1 <> ''`,
  `update organization set area_code = ${any("area_code", "area_search", "level = 'district' and area_code like '10%' and area_code not in (select area_code from organization where kind = 'council')")}
   where id = ${any("id", "organization", "kind = 'council' and area_code like '10%'")}`,
  `delete from plan where id = ${any("id", "plan")}`,
  `update partner set sector = 'business' where id in (select id from partner order by md5(id::text || $1) limit 3)`,
  `update plan set first_fiscal_year = 2019, last_fiscal_year = 2021 where id = ${any("id", "plan")}`,
  `delete from plan_item where id = ${any("id", "plan_item")}`,
  `update plan_item_link set evidence = null where id = ${any("id", "plan_item_link", "evidence is not null")}`,
  `update plan_item_link set state = 'included', evidence = 'e', support_kind = 'staff'
   where id in (select id from plan_item_link order by md5(id::text || $1) limit 5)`,
  `delete from housing_project where id in (select id from housing_project order by md5(id::text || $1) limit 3)`,
  `update housing_project set households_benefited = 1 + abs(hashtext(id::text || $1)) % 6
   where id in (select id from housing_project order by md5(id::text || $1) limit 20)`,
  `update housing_project set area_code = ${anyTambon} where id = ${any("id", "housing_project", "households_benefited < 5")}`,
  `delete from need_survey where id = ${any("id", "need_survey")}`,
  `insert into need_survey (area_code, fiscal_year, households_surveyed, households_in_need, source_id)
   select ${anyTambon}, 2020, 100, 1 + abs(hashtext($1)) % 30, ${source}`,
  `delete from cooperation_member where id = ${any("id", "cooperation_member")}`,
  `update cooperation_mechanism set ended_on = '2020-09-30' where id = ${any("id", "cooperation_mechanism", "established_on < '2020-01-01'")}`,
  `insert into cooperation_mechanism (province_code, name_th, established_on, source_id)
   select ${anyProvince}, 'กลไก', '2016-01-01', ${source} on conflict do nothing`,
  `delete from cooperation_pilot_area where id = ${any("id", "cooperation_pilot_area")}`,
  `update community_declaration set area_code = ${anyTambon} where id = ${any("id", "community_declaration")}`,
  `update person set area_code = ${anyTambon} where id in (select id from person order by md5(id::text || $1) limit 10)`,
  `delete from person where id = ${any("id", "person")}`,
  `update training_result set passed = not passed where id in (select id from training_result order by md5(id::text || $1) limit 10)`,
  `delete from participation where id in (select id from participation order by md5(id::text || $1) limit 10)`,
  `update quality_review set score = 100 - score where id in (select id from quality_review order by md5(id::text || $1) limit 5)`,
  `delete from quality_review where id = ${any("id", "quality_review")}`,
  `update kpi_report set numerator = numerator - 1 where quarter = 4 and fiscal_year = 2017 + abs(hashtext($1)) % 5`,
  `insert into population (area_code, reference_date, persons, source_id)
   select ${anyTambon}, '2020-12-31', 1000, ${source} on conflict do nothing`,
  `delete from area_report where (area_code, dataset, fiscal_year) in (
     select area_code, dataset, fiscal_year from area_report order by md5(area_code || dataset || $1) limit 4)`,
];

const KEPT = ["achievement", "achievement_sum", "small_cell", "pooled_amount"];

const EMPTY = KEPT.map((table) => `delete from ${table};`).join(" ");

/** What counting everything again finds otherwise: over what is kept, and from empty tables. */
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
