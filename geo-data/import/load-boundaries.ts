// One load of one source: everything or nothing, and nothing at all when it is in force already.
import type pg from "pg";
import { inTransaction, withClient } from "./db-client.ts";
import { type FindOptions, getFile } from "./find-file.ts";
import { writeVersion } from "./load/write.ts";
import { type Lookups, readLookups } from "./lookups.ts";
import { prepareBoundaries, versionOf } from "./prepare.ts";
import type { BoundarySource } from "./source.schema.ts";

/** Held while writing, so that two loads at once wait for each other. */
const LOAD_LOCK = 0x67656f31;

export interface LoadOptions extends FindOptions {
  databaseUrl: string;
  source: BoundarySource;
  /** Stands in for geo-data/lookups; for tests. */
  lookups?: Lookups;
}

export interface LoadResult {
  id: string;
  /** false: this version was in force already, and nothing was done */
  loaded: boolean;
}

/** @throws GeoDataError with the next step; whatever fails, the boundaries in force stay as they are */
export async function loadBoundaries(options: LoadOptions): Promise<LoadResult> {
  const { databaseUrl, source, onProgress = () => {} } = options;
  const lookups = options.lookups ?? readLookups();
  const file = source.format === "stand-in" ? null : await getFile(source, options);
  const version = versionOf(source, file, lookups);
  if ((await findCurrentVersion(databaseUrl)) === version.id) return { id: version.id, loaded: false };

  const prepared = await prepareBoundaries(source, file, lookups, onProgress);
  const loaded = await inTransaction(databaseUrl, async (client) => {
    await client.query("select pg_advisory_xact_lock($1)", [LOAD_LOCK]);
    // another load of the same may have come first while this one was baking
    if ((await readCurrent(client)) === version.id) return false;
    await writeVersion(client, version, source, lookups, prepared, onProgress);
    return true;
  });
  return { id: version.id, loaded };
}

/** Id of the boundary version in force, or null when none is. */
export async function findCurrentVersion(databaseUrl: string): Promise<string | null> {
  return withClient(databaseUrl, readCurrent);
}

async function readCurrent(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>("select id from boundary_version where is_current");
  return rows[0]?.id ?? null;
}
