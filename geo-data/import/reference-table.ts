// What the loaders of reference data share: who may write meanwhile, which file it is, and whether its rows are there already.
import { basename } from "node:path";
import type pg from "pg";
import { inTransaction } from "./db-client.ts";
import { type FindOptions, findFile, getFile } from "./find-file.ts";
import type { FileSource, Provenance } from "./source.schema.ts";

const UNMATCHED_SHOWN = 5;

/** A declared source and its file; messages name the file as it is called here. */
export interface AtHand<Source> {
  source: Source;
  path: string;
}
type Declared = FileSource & Provenance;

/** All of it or nothing, and one at a time: the old rows serve until the new ones are whole. */
export const inStep = <T>(
  databaseUrl: string,
  table: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> =>
  inTransaction(databaseUrl, async (client) => {
    await client.query(`lock table ${table} in share row exclusive mode`);
    return work(client);
  });

/**
 * The file of the source that a person named, else of the first declared one that is at hand; null: of none.
 * @throws GeoDataError when the named one is not at hand
 */
export async function findAtHand<Source extends Declared>(
  declared: () => Source[],
  named: { source: Source; path?: string | undefined } | undefined,
  options: FindOptions,
): Promise<AtHand<Source> | null> {
  if (named) {
    const { path } = await getFile(named.source, { ...options, path: named.path });
    return asNamed(named.source, path);
  }
  for (const source of declared()) {
    const file = await findFile(source, options);
    if (file) return asNamed(source, file.path);
  }
  return null;
}

const asNamed = <Source>(source: Source, path: string): AtHand<Source> => ({
  source: { ...source, file_name: basename(path) },
  path,
});

/** Whose rows the table holds, when they are those at hand, or nothing is at hand; null: it has to be loaded. */
export async function findInForce(
  client: pg.ClientBase,
  table: string,
  atHand: AtHand<Declared> | null,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string; sha256: string | null }>(
    `select id, sha256 from source where exists (select from ${table} where source_id = source.id) order by id`,
  );
  const inForce = rows.find(
    ({ id, sha256 }) => !atHand || (id === atHand.source.id && sha256 === atHand.source.sha256),
  );
  return inForce?.id ?? null;
}

/** The first few of what could not be matched, and how many more there are. */
export function unmatchedLines(unmatched: readonly string[]): string[] {
  const lines = unmatched.slice(0, UNMATCHED_SHOWN).map((line) => `not matched: ${line}`);
  const more = unmatched.length - lines.length;
  return more > 0 ? [...lines, `not matched: ${more} more`] : lines;
}
