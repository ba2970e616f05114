// Puts the best population at hand into the register: a declared file, else a made-up one where there is none.
import { basename } from "node:path";
import type pg from "pg";
import { inTransaction } from "../import/db-client.ts";
import { GeoDataError } from "../import/errors.ts";
import { findFile, getFile, readNamedFile } from "../import/find-file.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { Notes } from "../import/notes.ts";
import type { PopulationSource, Provenance } from "../import/source.schema.ts";
import { listPopulationSources } from "../import/sources.ts";
import { makePopulation } from "./make-population.ts";
import { readPopulation } from "./read-population.ts";

const SEED = 2560;
const UNMATCHED_SHOWN = 5;
const MADE_UP = {
  id: "sample-population",
  title: { th: "ประชากรสมมุติ (ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง)", en: "Made-up population (made-up data, not real)" },
  publisher: { th: "โครงการพื้นที่", en: "Phuenthi" },
  licence: "CC0 1.0",
  licence_url: "https://creativecommons.org/publicdomain/zero/1.0/",
  attribution: "Population: invented for demonstration",
  url: null,
  sha256: null,
  reference_date: "2021-12-31",
  sample: true,
  redistributable: true,
} satisfies Provenance;

export interface PopulationOutcome {
  /** false when the register was in step already */
  loaded: boolean;
  source: string;
  persons: number;
  /** codes of the file that the register does not have */
  unmatched: string[];
  /** what was turned or taken out of the file on the way in */
  notes: string[];
}

/**
 * Replaces the figures of the file's day; the made-up ones only ever fill an empty table and go when a file comes.
 * @param options.databaseUrl connection string of the owner
 * @throws GeoDataError when the table that was named is not at hand or does not add up, or no areas are loaded
 */
export async function ensurePopulation(options: {
  databaseUrl: string;
  geoDataDir?: string | undefined;
  /** A table named by the user; nothing else is looked at. */
  table?: { source: PopulationSource; path?: string | undefined };
  onProgress?: (line: string) => void;
}): Promise<PopulationOutcome> {
  const { databaseUrl, onProgress } = options;
  const atHand = await findTable(options);
  const outcome = await inTransaction(databaseUrl, async (client) => {
    await client.query("lock table population in share row exclusive mode");
    return bringInStep(client, atHand);
  });
  for (const note of outcome.notes) onProgress?.(note);
  if (outcome.loaded) onProgress?.(`${outcome.persons} persons from ${outcome.source}`);
  const { unmatched } = outcome;
  if (unmatched.length > 0) {
    const more = unmatched.length > UNMATCHED_SHOWN ? ` and ${unmatched.length - UNMATCHED_SHOWN} more` : "";
    onProgress?.(`not in the register: ${unmatched.slice(0, UNMATCHED_SHOWN).join(", ")}${more}`);
  }
  return outcome;
}

async function bringInStep(client: pg.Client, atHand: TableAtHand | null): Promise<PopulationOutcome> {
  const { rows: held } = await client.query<{ source_id: string; sha256: string | null; persons: number }>(
    `select source_id, source.sha256, sum(persons)::integer as persons
     from population join source on source.id = source_id group by 1, 2 order by 1`,
  );
  const inForce = held.find(
    ({ source_id, sha256 }) => !atHand || (source_id === atHand.source.id && sha256 === atHand.source.sha256),
  );
  if (inForce)
    return { loaded: false, source: inForce.source_id, persons: inForce.persons, unmatched: [], notes: [] };

  const { rows: areas } = await client.query<{ code: string; is_drawn: boolean }>(
    `select code, area_search.area_code is not null as is_drawn
     from area left join area_search on area_search.area_code = code where area.level = 'tambon' order by code`,
  );
  if (areas.length === 0) {
    throw new GeoDataError(
      "No boundaries are loaded, so nobody knows where people live.",
      "load boundaries first, as in: npm run geo:load -- rtsd-2022",
    );
  }
  const source = atHand?.source ?? MADE_UP;
  const notes = new Notes();
  const { rows, unmatched } = atHand
    ? readPopulation(
        asNamed(atHand),
        readNamedFile(atHand.path, "csv"),
        new Set(areas.map(({ code }) => code)),
        notes,
      )
    : {
        rows: makePopulation(
          SEED,
          areas.filter(({ is_drawn }) => is_drawn).map(({ code }) => code),
        ),
        unmatched: [],
      };
  await writeSource(client, source, source.sha256);
  await client.query("delete from population where reference_date = $1 or source_id = $2", [
    source.reference_date,
    MADE_UP.id,
  ]);
  await copyRows(
    client,
    "population (area_code, reference_date, persons, households, source_id)",
    rows.map((row) => [row.area_code, source.reference_date, row.persons, row.households, source.id]),
  );
  const persons = rows.reduce((sum, row) => sum + row.persons, 0);
  return { loaded: true, source: source.id, persons, unmatched, notes: notes.lines() };
}

interface TableAtHand {
  source: PopulationSource;
  path: string;
}

/** Messages name the file as it is called here. */
const asNamed = ({ source, path }: TableAtHand) => ({ ...source, file_name: basename(path) });

async function findTable({
  geoDataDir,
  table,
}: Parameters<typeof ensurePopulation>[0]): Promise<TableAtHand | null> {
  if (table) {
    const file = await getFile(table.source, { geoDataDir, path: table.path });
    return { source: table.source, path: file.path };
  }
  for (const source of listPopulationSources()) {
    const file = await findFile(source, { geoDataDir });
    if (file) return { source, path: file.path };
  }
  return null;
}
