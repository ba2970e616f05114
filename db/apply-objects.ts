// What computes: functions, records, tile layers and indicators, re-applied whole.
import type pg from "pg";
import { type SqlFile, sha256, sqlFiles } from "./sql-files.ts";
import { readDeclarations } from "./sync-indicators.ts";
import { kindDeclarations, syncKinds } from "./sync-kinds.ts";

/** Postgres's own check of each body, with the function's name in front of what is wrong. */
const VALIDATE_FUNCTIONS = `do $$
declare
  checked record;
begin
  for checked in
    select pg_proc.oid, pg_proc.oid::regprocedure as name, lanname
    from pg_proc join pg_language on pg_language.oid = prolang
    where pronamespace::regnamespace::text in ('api', 'record', 'tiles', 'indicator')
  loop
    begin
      if checked.lanname = 'sql' then perform fmgr_sql_validator(checked.oid);
      elsif checked.lanname = 'plpgsql' then perform plpgsql_validator(checked.oid);
      end if;
    exception when others then
      raise exception '%: %', checked.name, sqlerrm;
    end;
  end loop;
end $$`;

/** What is re-applied whole when one of its files changed. */
export type Objects = ReturnType<typeof readObjects>;

export function readObjects() {
  const functions = sqlFiles("functions", ".sql");
  const records = sqlFiles("records", ".sql");
  const rest = [...sqlFiles("tiles", ".sql"), ...sqlFiles("indicators", ".sql")];
  const files = [...functions, ...records, ...rest];
  const declarations = readDeclarations();
  const state = sha256(
    [...files.map((file) => file.sha256), JSON.stringify([declarations, kindDeclarations])].join("\n"),
  );
  return { functions, records, rest, files, declarations, state };
}

/**
 * Functions, then what the kinds of records declare, then tile layers and indicators, which may call them.
 * @param at is told what is at work, each time before it is
 */
export async function applyObjects(
  client: pg.Client,
  objects: Objects,
  at: (path: string) => void,
): Promise<void> {
  const { functions, records, rest } = objects;
  // files call each other in any order, so bodies are checked once all of them are there
  await client.query("set local check_function_bodies = off");
  const apply = async (some: SqlFile[]) => {
    for (const file of some) {
      at(file.path);
      await client.query(file.text);
    }
  };
  await apply(functions);
  at("functions/record-kinds.sql");
  await syncKinds(client, () => apply(records));
  await apply(rest);
  at("functions/keeper.sql");
  await client.query("select api.give_to_keeper()");
  at("functions");
  await client.query("set local check_function_bodies = on");
  await client.query(VALIDATE_FUNCTIONS);
}
