import { migrate } from "@phuenthi/db/migrate";
import { register } from "@phuenthi/server/records/kinds";
import { isPublic } from "@phuenthi/server/records/record-kind";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOwnDatabase, type OwnDatabase, withRollback } from "../helpers/database.ts";
import { CALLED_BY_ALL, GRANTED } from "./rights-of-the-server.ts";

describe("the role phuenthi_api", () => {
  it.each([
    "insert into area (code, level, name_th, name_en, source_id) values ('99', 'province', 'x', 'x', 'x')",
    "update organization set name_th = 'x'",
    "delete from plan",
    "truncate achievement",
    "create table public.mine (id int)",
    "create function api.mine() returns int language sql as 'select 1'",
    "drop table area",
    "alter role phuenthi_api superuser",
    "select lo_create(0)",
    // whose lock it is every edit waits for
    "select pg_advisory_lock(7436078)",
    "select pg_terminate_backend(pg_backend_pid())",
    // a count of persons that may be small
    "select member_count from organization",
    "select member_count from in_force.organization",
    // households of a project or a survey, and what is withheld of them
    "select households_planned from housing_project",
    "select households_approved from housing_project",
    "select households_built from housing_project",
    "select households_benefited from housing_project",
    "select households_in_need from need_survey",
    "select amount from small_cell",
    // persons, their trainings and participation
    "select name_th from person",
    "select passed from training_result",
    "select activity_th from participation",
  ])("may not: %s", async (statement) => {
    await withRollback(
      async (client) => {
        await expect(client.query(statement)).rejects.toThrow(
          /permission denied|must be owner|must be superuser/,
        );
      },
      { as: "api" },
    );
  });

  it("owns nothing", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query(
        "select relname from pg_class where relowner = 'phuenthi_api'::regrole",
      );
      expect(rows).toEqual([]);
    });
  });

  it("may read every table that holds records, persons apart", async () => {
    await withRollback(
      async (client) => {
        for (const table of [
          "area",
          "organization",
          "plan",
          "housing_project",
          "achievement",
          "target_version",
          "quality_review",
        ]) {
          await client.query(`select count(*) from ${table}`);
        }
      },
      { as: "api" },
    );
  });
});

describe("all that phuenthi_api may do", () => {
  let own: OwnDatabase;
  let client: pg.Client;
  const names = async (statement: string): Promise<string[]> =>
    (await client.query<{ name: string }>(statement)).rows.map(({ name }) => name).toSorted();
  const granted = (pattern: RegExp) =>
    Object.values(GRANTED)
      .flat()
      .filter((right) => pattern.test(right))
      .toSorted();
  /** What is no schema of PostgreSQL's own. */
  const ours = "nspname !~ '^pg_' and nspname <> 'information_schema'";

  beforeAll(async () => {
    own = await makeOwnDatabase();
    // rights on a database are not copied with it
    await migrate({ databaseUrl: own.ownerUrl });
    client = new pg.Client({ connectionString: own.ownerUrl });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client?.end();
    await own?.drop();
  });

  it("with tables is to read, what a kind declares or what has a reason", async () => {
    const declared = register.all.filter(isPublic).flatMap((kind) => {
      const untold = Object.entries(kind.fields)
        .filter(([, { isSensitive, isSmallCount }]) => isSensitive || isSmallCount)
        .map(([name]) => name);
      const but = untold.length > 0 ? ` but ${untold.toSorted().join(", ")}` : "";
      return [
        `select on record.${kind.id}`,
        ...["public", "in_force"].map((schema) => `select on ${schema}.${kind.id}${but}`),
        ...kind.references.flatMap(({ link }) => (link ? [`select on public.${link.table}`] : [])),
      ];
    });
    const found = await names(`
      select concat(lower(privilege), ' on ', nspname, '.', relname,
        case when not has_table_privilege('phuenthi_api', pg_class.oid, privilege) then ' but ' || (
          select string_agg(attname::text, ', ' order by attname::text collate "C") from pg_attribute where attrelid = pg_class.oid and attnum > 0
            and not attisdropped and not has_column_privilege('phuenthi_api', pg_class.oid, attnum, privilege)) end) as name
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace,
        unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege
      where ${ours} and relkind in ('r', 'v', 'm', 'p', 'f') and has_any_column_privilege('phuenthi_api', pg_class.oid, privilege)
      union all
      select concat(lower(privilege), ' on ', nspname, '.', relname)
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace, unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) privilege
      where ${ours} and relkind in ('r', 'v', 'm', 'p', 'f') and has_table_privilege('phuenthi_api', pg_class.oid, privilege)
      union all
      select concat('sequence ', pg_class.oid::regclass) from pg_class
      where case when relkind = 'S' then has_sequence_privilege('phuenthi_api', pg_class.oid, 'usage, select, update') end`);
    expect(found).toEqual([...new Set([...declared, ...granted(/^select on /)])].toSorted());
  });

  it("with schemas and databases is to look, and with the cluster nothing", async () => {
    const found = await names(`
      select concat(privilege, ' on schema ', nspname) as name from pg_namespace, unnest(array['usage', 'create']) privilege
      where ${ours} and has_schema_privilege('phuenthi_api', pg_namespace.oid, privilege)
      union all
      select concat(privilege, ' to the database') from unnest(array['connect', 'temporary', 'create']) privilege
      where has_database_privilege('phuenthi_api', current_database(), privilege)
      union all
      select concat('is ', rolname) from pg_roles where rolname <> 'phuenthi_api' and pg_has_role('phuenthi_api', pg_roles.oid, 'member')
      union all
      select 'setting ' || split_part(setting, '=', 1) from pg_roles, unnest(rolconfig) setting where rolname = 'phuenthi_api'
      union all
      select 'may set ' || parname from pg_parameter_acl
      where has_parameter_privilege('phuenthi_api', parname, 'set') or has_parameter_privilege('phuenthi_api', parname, 'alter system')
      union all
      select 'may do anything' from pg_roles where rolname = 'phuenthi_api'
        and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
      union all
      select 'tablespace ' || spcname from pg_tablespace where has_tablespace_privilege('phuenthi_api', pg_tablespace.oid, 'create')
      union all
      select 'server ' || srvname from pg_foreign_server where has_server_privilege('phuenthi_api', pg_foreign_server.oid, 'usage')
      union all
      select 'what is made later ' || defaclobjtype::text from pg_default_acl`);
    expect(found).toEqual(granted(/ schema | database$|^setting /));
  });

  it("with functions that may more than it is what it asks the keeper for", async () => {
    const found = await names(`
      select concat('as ', proowner::regrole, ' ', pg_proc.oid::regprocedure) as name from pg_proc
      where prosecdef and has_function_privilege('phuenthi_api', pg_proc.oid, 'execute')`);
    expect(found).toEqual(granted(/^as /));
  });

  it("with PostgreSQL's own functions that do more than compute has a reason each", async () => {
    const reasons = Object.values(CALLED_BY_ALL);
    const found = await names(`
      select distinct proname::text as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname in ('pg_catalog', 'information_schema') and provolatile = 'v'
        and prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
        and has_function_privilege('phuenthi_api', pg_proc.oid, 'execute')`);
    expect(found.filter((name) => !reasons.some((reason) => reason.test(name)))).toEqual([]);
    expect(reasons.filter((reason) => !found.some((name) => reason.test(name)))).toEqual([]);
  });

  it("is nothing that everybody may do with somebody else's rights", async () => {
    const found = await names(`
      select concat(proowner::regrole, ' ', pg_proc.oid::regprocedure) as name from pg_proc
      where prosecdef and has_function_privilege('public', pg_proc.oid, 'execute')`);
    expect(found).toEqual([]);
  });
});
