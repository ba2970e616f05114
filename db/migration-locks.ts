// What a migration locks, and how it waits for whoever reads meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { MigrationError } from "./migration-error.ts";

/** Not to stand in a queue, where everybody else would stand behind: so often it looks whether all is free at one moment. */
const LOOKS = 40;
const PAUSE_MS = 100;
/**
 * Then it queues for so long, lets the others go first, and comes back. Shorter than `deadlock_timeout`, so that of two who wait for
 * each other it is this that gives way.
 */
export const LOCK_TIMEOUT = "800ms";
const LONG_PAUSE_MS = 1_000;
/** Downloads may take five minutes. */
const GIVE_UP_AFTER_MS = 330_000;
const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK_DETECTED = "40P01";

/** Not to wait at all, or for LOCK_TIMEOUT. */
export type LockMode = "nowait" | "";

/**
 * Whoever reads or downloads holds what they read: to wait for them long would make everybody wait behind this.
 * @throws MigrationError that says who is in the way, and what can be done
 */
export async function whenNobodyIsInTheWay(
  client: pg.Client,
  work: (mode: LockMode) => Promise<void>,
  log?: (line: string) => void,
): Promise<void> {
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  for (let looks = 1; ; looks += 1) {
    try {
      return await work(looks <= LOOKS ? "nowait" : "");
    } catch (error) {
      const { code } = (error as { cause?: { code?: string } }).cause ?? {};
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK_DETECTED) throw error;
      const others = looks < LOOKS ? null : await whoIsInTheWay(client);
      if (Date.now() > deadline) {
        throw new MigrationError(
          `${(error as Error).message}. In the way: ${others}. Wait until it is done, or end it: select pg_terminate_backend(<pid>)`,
          { cause: error },
        );
      }
      if (others) log?.(`waiting for others to be done: ${others}`);
    }
    await sleep(looks < LOOKS ? PAUSE_MS : LONG_PAUSE_MS);
  }
}

/** All that anybody reads, before anything is touched: who waits then holds nothing that this needs. */
export const lockAll = (mode: LockMode) => `do $$
declare
  ours text;
begin
  select string_agg(oid::regclass::text, ', ' order by relkind <> 'v', oid) into ours from pg_class
  where relkind in ('r', 'v') and relowner = current_user::regrole
    and relnamespace::regnamespace::text in ('public', 'api', 'record', 'in_force', 'tiles', 'indicator');
  if ours is not null then execute 'lock table ' || ours || ' in access exclusive mode ${mode}'; end if;
end $$`;

async function whoIsInTheWay(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ other: string }>(
    `select format('pid %s (%s) since %s s: %s', pid, application_name, round(extract(epoch from clock_timestamp() - xact_start)),
       left(regexp_replace(query, '\\s+', ' ', 'g'), 60)) as other
     from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
     order by xact_start limit 3`,
  );
  return rows.map(({ other }) => other).join("; ") || "somebody who is done now";
}
