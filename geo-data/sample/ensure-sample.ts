// Gives an empty register something to show. The first start calls this; a register in use is left alone.
import type pg from "pg";
import { inTransaction } from "../import/db-client.ts";
import { loadSample, removeSample, type SampleCounts } from "./load-sample.ts";

/** Any number will do: พ.ศ. of the results framework's first year. */
export const DEFAULT_SEED = 2560;

export interface SampleOptions {
  /** connection string of the owner */
  databaseUrl: string;
  /** exact number; default about 12,000 for the whole country */
  organizations?: number;
  /** exact number; default about 6,000 for the whole country */
  plans?: number;
  seed?: number;
  onProgress?: (line: string) => void;
}

/** What is in the register afterwards, all sources together; `counts` only when something was loaded. */
export interface SampleOutcome {
  loaded: boolean;
  organizations: number;
  plans: number;
  housingProjects: number;
  counts: SampleCounts | null;
}

/**
 * Loads the sample when the register holds no organization, plan or housing project; else changes nothing.
 * @throws SampleError when no boundaries are loaded
 */
export function ensureSample(options: SampleOptions): Promise<SampleOutcome> {
  return alone(options.databaseUrl, async (client) => {
    const { rows } = await client.query<{ in_use: boolean }>(
      `select exists (select from organization) or exists (select from plan)
         or exists (select from housing_project) as in_use`,
    );
    const counts = rows[0]!.in_use ? null : await loadSample(client, withSeed(options));
    return outcome(client, counts);
  });
}

/** Removes the sample rows and loads a new sample beside whatever real records there are. */
export function replaceSample(options: SampleOptions): Promise<SampleOutcome> {
  return alone(options.databaseUrl, async (client) =>
    outcome(client, await loadSample(client, withSeed(options))),
  );
}

/** Removes the sample rows and nothing else. */
export function dropSample({ databaseUrl }: Pick<SampleOptions, "databaseUrl">): Promise<SampleOutcome> {
  return alone(databaseUrl, async (client) => {
    await removeSample(client);
    return outcome(client, null);
  });
}

const withSeed = (options: SampleOptions) => ({ ...options, seed: options.seed ?? DEFAULT_SEED });

async function outcome(client: pg.Client, counts: SampleCounts | null): Promise<SampleOutcome> {
  const { rows } = await client.query<{ organizations: number; plans: number; housing_projects: number }>(
    `select (select count(*)::integer from organization) as organizations,
       (select count(*)::integer from plan) as plans,
       (select count(*)::integer from housing_project) as housing_projects`,
  );
  const { organizations, plans, housing_projects: housingProjects } = rows[0]!;
  return { loaded: counts !== null, organizations, plans, housingProjects, counts };
}

/** One at a time, among all who write records: a second sample waits for the first. */
const alone = <T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  inTransaction(databaseUrl, async (client) => {
    await client.query("select api.lock_records()");
    return work(client);
  });
