// Functions that may more than whoever calls them: whose they are, and that an edit needs no rights beyond its table.
import { describe, expect, it } from "vitest";
import { query, withOwnDatabase, withRollback } from "../helpers/database.ts";

describe("the role phuenthi_keeper", () => {
  it("cannot log in, is bound by policies, and is nobody's but the owner's", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(`
        select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
          (select array_agg(member::regrole::text) from pg_auth_members
            where roleid = pg_roles.oid and member <> current_user::regrole) as members
        from pg_roles where rolname = 'phuenthi_keeper'`);
      expect(rows).toEqual([
        {
          rolcanlogin: false,
          rolsuper: false,
          rolbypassrls: false,
          rolcreaterole: false,
          rolcreatedb: false,
          members: null,
        },
      ]);
    });
  });

  it("has every function that may more than its caller, each with a search path of its own", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(`
        select oid::regprocedure::text as name, proowner::regrole::text as owner,
          'search_path=public, pg_temp' = any (proconfig) as looks_where_it_says,
          prorettype = 'trigger'::regtype and has_function_privilege('phuenthi_api', oid, 'execute') as is_open_trigger
        from pg_proc where prosecdef and pronamespace::regnamespace::text in ('api', 'record', 'in_force', 'indicator', 'tiles')`);
      expect(rows.length).toBeGreaterThan(10);
      const wanted = { owner: "phuenthi_keeper", looks_where_it_says: true, is_open_trigger: false };
      expect(rows).toEqual(rows.map(({ name }) => ({ name, ...wanted })));
    });
  });

  it("owns nothing else, and may make nothing", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(`
        select (select count(*)::int from pg_class where relowner = 'phuenthi_keeper'::regrole) as tables,
          array(select nspname::text from pg_namespace where has_schema_privilege('phuenthi_keeper', oid, 'create'))::text[] as makes_in`);
      expect(rows).toEqual([{ tables: 0, makes_in: [] }]);
    });
  });
});

describe("whoever may edit a table and nothing else", () => {
  it.each([
    [
      "housing_project",
      `insert into housing_project (area_code, programme, name_th, fiscal_year, households_benefited, source_id)
         values ('100101', 'other', 'ทดสอบ', 2018, 1000, 'sample-records')`,
      "housing-households",
    ],
    [
      "organization",
      "update organization set ended_on = '2019-01-01' where kind = 'savings_group' and registered_on < '2018-01-01' and area_code like '50%'",
      "savings-groups",
    ],
    [
      "area_report",
      "update area_report set ended_on = '2016-01-01' where dataset = 'housing' and area_code like '10%'",
      "housing-households",
    ],
    ["plan_item_link", "delete from plan_item_link where fiscal_year < 2020", "plans-linked"],
    [
      "quality_review",
      "update quality_review set score = 0 where id::text like '0%'",
      "organization-quality",
    ],
  ])("keeps figures in step: %s", async (table, edit, indicator) => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const rowsOf = `select indicator_id, fiscal_year, unit_code, value, denominator, state, reason, withheld
        from achievement where indicator_id = '${indicator}' order by 1, 2, 3`;
      const before = await query(ownerUrl, rowsOf);
      const [{ version }] = await query(
        ownerUrl,
        "select version from data_version where topic = 'coverage'",
      );
      await query(
        ownerUrl,
        `create role test_editor; grant select, insert, update, delete on ${table} to test_editor; grant usage on sequence record_change to test_editor`,
      );
      try {
        await query(ownerUrl, `begin; set local role test_editor; ${edit}; commit`);
        const after = await query(ownerUrl, rowsOf);
        expect(after).not.toEqual(before);
        expect(
          (await query(ownerUrl, "select version from data_version where topic = 'coverage'"))[0].version,
        ).not.toBe(version);
        await query(
          ownerUrl,
          `select api.refresh_indicator('${indicator}', array(
             select distinct coalesce(area_code, local_authority_code) from achievement where indicator_id = '${indicator}'))`,
        );
        expect(await query(ownerUrl, rowsOf)).toEqual(after);
      } finally {
        await query(ownerUrl, "drop owned by test_editor; drop role test_editor");
      }
    });
  });
});

describe("whoever may edit the pairs of a record and nothing else", () => {
  it("makes a revision of the record", async () => {
    await withRollback(async (client) => {
      const { rows: pairs } = await client.query(`
        select assembly.id, assembly.revision, partner.id as partner from assembly, partner
        where not exists (select from assembly_partner where assembly_id = assembly.id and partner_id = partner.id) limit 1`);
      const [{ id, revision, partner }] = pairs;
      await client.query("create role test_editor; grant insert on assembly_partner to test_editor");
      await client.query("set local role test_editor");
      await client.query("insert into assembly_partner (assembly_id, partner_id) values ($1, $2)", [
        id,
        partner,
      ]);
      await client.query("reset role");
      const { rows } = await client.query("select revision from assembly where id = $1", [id]);
      expect(rows).toEqual([{ revision: revision + 1 }]);
    });
  });
});

describe("the role phuenthi_api and the functions of the keeper", () => {
  it.each([
    "select api.refresh_indicator('plans-linked', array['100101'])",
    "select api.refresh_achievements('{plan}', '{100101}')",
    "select api.refresh_all_achievements()",
    "select api.keep_authority_shapes()",
    "select api.refresh_plan_standing(array(select id from plan limit 1))",
    "select api.give_to_keeper()",
    "select * from small_cell",
    "select * from person",
    "select households_benefited from housing_project",
    "set role phuenthi_keeper",
  ])("may not: %s", async (statement) => {
    await withRollback(
      async (client) => {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      },
      { as: "api" },
    );
  });

  it("nobody else may make a trigger of theirs, whose text would be read as the keeper", async () => {
    await withRollback(async (client) => {
      await client.query("create role test_editor; create schema test_mine authorization test_editor");
      await client.query("grant usage on schema api to test_editor; set local role test_editor");
      await client.query("create table test_mine.bait (code text)");
      await expect(
        client.query(`create trigger refresh after insert on test_mine.bait referencing new table as new_row
          for each statement execute function api.after_record_change('{plan}', 'select name_th from person')`),
      ).rejects.toThrow(/permission denied/);
    });
  });
});
