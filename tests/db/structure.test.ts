// What every table must keep to, whoever adds the next one.
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

/** A province, a district and a tambon that exist nowhere, and a source for them. */
const SETUP = `
  insert into source (id, title_th, title_en, publisher_th, publisher_en, licence_th, licence_en,
           attribution, is_sample)
    values ('test-source', 'ทดสอบ', 'Test', 'x', 'x', 'x', 'x', 'x', true);
  insert into area (code, level, parent_code, name_th, name_en, source_id) values
    ('99', 'province', null, 'ก', 'a', 'test-source'),
    ('9901', 'district', '99', 'ก', 'a', 'test-source'),
    ('990101', 'tambon', '9901', 'ก', 'a', 'test-source')`;

async function refuses(statement: string, constraint: string): Promise<void> {
  await withRollback(async (client) => {
    await client.query(SETUP);
    await expect(client.query(statement)).rejects.toMatchObject({ constraint });
  });
}

describe("the code hierarchy", () => {
  const area = (code: string, level: string, parent: string) =>
    `insert into area (code, level, parent_code, name_th, name_en, source_id)
     values ('${code}', '${level}', ${parent}, 'ก', 'a', 'test-source')`;
  it("holds codes to their level", () => refuses(area("9902", "tambon", "'99'"), "area__code_matches_level"));
  it("takes digits only", () => refuses(area("9x", "province", "null"), "area__code_matches_level"));
  it("holds the parent to the prefix", () =>
    refuses(area("990201", "tambon", "'9901'"), "area__parent_is_prefix"));
  it("wants a parent", () => refuses(area("9902", "district", "null"), "area__parent_is_prefix"));
  it("wants the parent to exist", () => refuses(area("990201", "tambon", "'9902'"), "area_parent_code_fkey"));
  it("wants names", () =>
    refuses(
      `insert into area (code, level, name_th, name_en, source_id) values ('98', 'province', ' ', 'a', 'test-source')`,
      "area__names_are_not_blank",
    ));
});

describe("records", () => {
  const plan = (first: number, last: number) =>
    `insert into plan (area_code, title_th, first_fiscal_year, last_fiscal_year, source_id)
     values ('990101', 'แผน', ${first}, ${last}, 'test-source')`;
  it("a plan of two years is no plan", () => refuses(plan(2017, 2018), "plan__runs_three_to_five_years"));
  it("nor one of six", () => refuses(plan(2017, 2022), "plan__runs_three_to_five_years"));
  it("a พ.ศ. year is refused", () => refuses(plan(2560, 2564), "plan__years_are_ce"));
  it("one council to an area", () =>
    refuses(
      `insert into organization (kind, name_th, area_code, source_id)
       values ('council', 'ก', '990101', 'test-source'), ('council', 'ข', '990101', 'test-source')`,
      "organization__one_council_per_area",
    ));
  it("a position is on earth", () =>
    refuses(
      `insert into organization (kind, name_th, area_code, source_id, position)
       values ('other', 'ก', '990101', 'test-source', st_setsrid(st_makepoint(500, 99), 4326))`,
      "organization__position_is_on_earth",
    ));
  it("a need is of the households surveyed", () =>
    refuses(
      `insert into need_survey (area_code, fiscal_year, households_surveyed, households_in_need, source_id)
       values ('990101', 2018, 10, 11, 'test-source')`,
      "need_survey__need_is_of_the_surveyed",
    ));
  it("a declined item says why", () =>
    refuses(
      `with p as (${plan(2017, 2021)} returning id), i as (
         insert into plan_item (plan_id, item_number, theme, title_th) select id, 1, 'social', 'ก' from p returning id)
       insert into plan_item_link (plan_item_id, rung, fiscal_year, state) select id, 'province', 2018, 'declined' from i`,
      "plan_item_link__declined_says_why",
    ));
});

describe("every foreign key", () => {
  it("has an index that starts with its columns", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(`
        select conrelid::regclass || ' ' || conname as missing
        from pg_constraint
        where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
          select from pg_index
          where indrelid = conrelid and (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey)`);
      // indicators and boundary versions are a handful of rows that are never deleted one by one
      expect(rows.map((row) => row.missing)).toEqual([]);
    });
  });
});

describe("every table", () => {
  it("says what it is for", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(`
        select relname from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid) is null
          and relname not in ('spatial_ref_sys', 'schema_migration')`);
      expect(rows.map((row) => row.relname)).toEqual([]);
    });
  });
});
