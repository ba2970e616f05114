// Puts the best population at hand into the register: a declared file, else a made-up one where there is none.
import type pg from "pg";
import { GeoDataError } from "../import/errors.ts";
import { readNamedFile } from "../import/find-file.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { Notes } from "../import/notes.ts";
import { madeUp } from "../import/provenance.ts";
import { type AtHand, findAtHand, findInForce, inStep, unmatchedLines } from "../import/reference-table.ts";
import type { PopulationSource } from "../import/source.schema.ts";
import { listPopulationSources } from "../import/sources.ts";
import { makePopulation } from "./make-population.ts";
import { readPopulation } from "./read-population.ts";

const SEED = 2560;
const MADE_UP = madeUp({
  id: "sample-population",
  title: { th: "ประชากรสมมุติ (ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง)", en: "Made-up population (made-up data, not real)" },
  attribution: "Population: invented for demonstration",
  reference_date: "2021-12-31",
});

export interface PopulationOutcome {
  /** false when the register was in step already */
  loaded: boolean;
  source: string;
  /** that were loaded */
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
  named?: { source: PopulationSource; path?: string | undefined };
  onProgress?: (line: string) => void;
}): Promise<PopulationOutcome> {
  const { databaseUrl, geoDataDir, named, onProgress } = options;
  const atHand = await findAtHand(listPopulationSources, named, { geoDataDir });
  const outcome = await inStep(databaseUrl, "population", (client) => bringInStep(client, atHand));
  for (const note of outcome.notes) onProgress?.(note);
  if (outcome.loaded) onProgress?.(`${outcome.persons} persons from ${outcome.source}`);
  for (const line of unmatchedLines(outcome.unmatched)) onProgress?.(line);
  return outcome;
}

async function bringInStep(
  client: pg.Client,
  atHand: AtHand<PopulationSource> | null,
): Promise<PopulationOutcome> {
  const inForce = await findInForce(client, "population", atHand);
  if (inForce) return { loaded: false, source: inForce, persons: 0, unmatched: [], notes: [] };

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
        atHand.source,
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
