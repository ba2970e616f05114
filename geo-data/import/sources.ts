// Sources are found by file name: a new source is one new file, and nobody edits a list.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { GeoDataError } from "./errors.ts";
import { sourcesFolders } from "./folders.ts";
import { readJson } from "./json.ts";
import { FORMATS } from "./reader.ts";
import {
  type BoundarySource,
  boundarySource,
  type LocalAuthoritySource,
  localAuthoritySource,
  type PopulationSource,
  populationSource,
} from "./source.schema.ts";

const SUFFIX = ".source.json";
const AUTHORITIES = "local-authorities-csv";
const POPULATION = "population-csv";

/** Every declared boundary source, finest first. */
export function listSources(...folders: string[]): BoundarySource[] {
  return readAll(folders)
    .filter(({ declared }) => declared.format !== AUTHORITIES && declared.format !== POPULATION)
    .map((file) => withReader(file, parse(file, boundarySource)))
    .sort((a, b) => b.fineness - a.fineness);
}

/** Every declared list of local authorities, by id. */
export function listLocalAuthoritySources(...folders: string[]): LocalAuthoritySource[] {
  return readAll(folders)
    .filter(({ declared }) => declared.format === AUTHORITIES)
    .map((file) => parse(file, localAuthoritySource));
}

/** Every declared table of population, the latest first. */
export function listPopulationSources(...folders: string[]): PopulationSource[] {
  return readAll(folders)
    .filter(({ declared }) => declared.format === POPULATION)
    .map((file) => parse(file, populationSource))
    .sort((a, b) => b.reference_date.localeCompare(a.reference_date));
}

export function getSource(id: string, ...folders: string[]): BoundarySource {
  const sources = listSources(...folders);
  const found = sources.find((source) => source.id === id);
  if (found) return found;
  throw new GeoDataError(
    `There is no boundary source "${id}".`,
    `name one of ${sources.map((source) => source.id).join(", ")}, or add geo-data/sources/${id}${SUFFIX}.`,
  );
}

function withReader({ name }: SourceFile, source: BoundarySource): BoundarySource {
  if (FORMATS.includes(source.format)) return source;
  throw new GeoDataError(
    `${name} declares the format "${source.format}", which nothing reads.`,
    `name one of ${FORMATS.join(", ")}, ${AUTHORITIES}, ${POPULATION}, or add geo-data/import/readers/${source.format}.reader.ts.`,
  );
}

interface SourceFile {
  name: string;
  declared: { format?: unknown };
}

function readAll(folders: readonly string[]): SourceFile[] {
  return (folders.length > 0 ? folders : sourcesFolders()).flatMap((folder) =>
    listFolder(folder)
      .filter((name) => name.endsWith(SUFFIX))
      .sort()
      .map((name) => ({ name, declared: readDeclaration(join(folder, name)) })),
  );
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new GeoDataError(`There is no folder ${folder}.`, "correct GEO_SOURCES_DIR.");
  }
}

function readDeclaration(path: string): SourceFile["declared"] {
  const [declared] = readJson(readFileSync(path), path);
  return typeof declared === "object" && declared !== null ? declared : {};
}

function parse<T extends { id: string }>({ name, declared }: SourceFile, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(declared);
  if (!parsed.success) {
    throw new GeoDataError(
      `geo-data/sources/${name} is not a source declaration:\n${z.prettifyError(parsed.error)}`,
      "compare it with a file beside it; the fields are described in geo-data/import/source.schema.ts.",
    );
  }
  if (name !== parsed.data.id + SUFFIX) {
    throw new GeoDataError(
      `geo-data/sources/${name} declares the id "${parsed.data.id}".`,
      "give the file and the id the same name.",
    );
  }
  return parsed.data;
}
