// The commands of cli.ts: load, fetch, list.

import { GeoDataError, sentenceOf } from "./import/errors.ts";
import { findFile, getFile } from "./import/find-file.ts";
import { findCurrentVersion, loadBoundaries } from "./import/load-boundaries.ts";
import { readLookups } from "./import/lookups.ts";
import { versionOf } from "./import/prepare.ts";
import {
  getSource,
  listLocalAuthoritySources,
  listPopulationSources,
  listSources,
} from "./import/sources.ts";
import { ensureAuthorities } from "./local-authorities/ensure-authorities.ts";
import { ensurePopulation } from "./population/ensure-population.ts";
import { ensureRegions } from "./regions/ensure-regions.ts";

const REGIONS = "regions";

const started = performance.now();
const say = (line: string) => {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
};
const geoDataDir = process.env.GEO_DATA_DIR || undefined;

const commands: Record<string, (args: string[]) => Promise<void>> = {
  async load([id, path]) {
    if (id === REGIONS) return loadRegions(path);
    const list = listLocalAuthoritySources().find((source) => source.id === id);
    if (list) return tell(list.id, await ensureAuthorities({ ...given(), named: { source: list, path } }));
    const table = listPopulationSources().find((source) => source.id === id);
    if (table) return tell(table.id, await ensurePopulation({ ...given(), named: { source: table, path } }));
    const source = getSource(wanted(id));
    const result = await loadBoundaries({ ...given(), source, path });
    tell(result.id, result, source.sample ? "; its district and tambon lines are invented" : "");
  },

  async fetch([id]) {
    const source = getSource(wanted(id));
    if (source.format === "stand-in") return say("The stand-in is made here; there is nothing to fetch.");
    const file = await getFile(source, { geoDataDir, onProgress: say });
    say(`${source.id}: ${file.path}, sha256 ${file.sha256}`);
  },

  async list() {
    const current = process.env.DATABASE_URL ? await findCurrentVersion(process.env.DATABASE_URL) : null;
    const lookups = readLookups();
    for (const source of listSources()) {
      const file = source.format === "stand-in" ? null : await findFile(source, { geoDataDir });
      const atHand =
        file?.path ?? (source.format === "stand-in" ? "made here" : source.url ? "download" : "not at hand");
      const known = file !== null || source.format === "stand-in";
      const inForce = known
        ? versionOf(source, file, lookups).id === current
        : current?.startsWith(`${source.id}-`);
      console.log(`${inForce ? "*" : " "} ${source.id.padEnd(12)} ${source.title.en}\n    ${atHand}`);
    }
    for (const { id, title, file_name } of [...listLocalAuthoritySources(), ...listPopulationSources()]) {
      console.log(`  ${id}  ${title.en}\n    ${file_name}`);
    }
    console.log(current ? `In force: ${current}` : "No boundaries are in force, or DATABASE_URL is not set.");
  },
};

/** Where to and from: what every load is given. */
const given = () => ({ databaseUrl: getDatabaseUrl(), geoDataDir, onProgress: say });

const tell = (id: string, { loaded }: { loaded: boolean }, note = "") =>
  say(loaded ? `${id} is in force${note}.` : `${id} is in force already; nothing to do.`);

async function loadRegions(path: string | undefined): Promise<void> {
  if (!path) {
    throw new GeoDataError(
      "Which file of regions?",
      `copy geo-data/lookups/regions.csv, edit it, then: npm run geo:load -- ${REGIONS} <file.csv>`,
    );
  }
  await ensureRegions({ ...given(), path });
  say("the regions of the file are in force.");
}

function wanted(id: string | undefined): string {
  if (id) return id;
  throw new GeoDataError(
    "Which source?",
    `name one of ${listSources()
      .map((source) => source.id)
      .join(", ")}, as in: npm run geo:load -- rtsd-2022`,
  );
}

function getDatabaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  throw new GeoDataError(
    "DATABASE_URL is not set.",
    "use npm run geo:load, which starts the database when needed, or set DATABASE_URL.",
  );
}

/** @returns the exit code: 0, or 1 after saying what a person has to do */
export async function runCommand([name = "", ...args]: readonly string[]): Promise<number> {
  try {
    const command = commands[name];
    if (!command) {
      throw new GeoDataError(`Unknown command "${name}".`, `use one of ${Object.keys(commands).join(", ")}.`);
    }
    await command(args);
    return 0;
  } catch (error) {
    console.error(sentenceOf(error));
    return 1;
  }
}
