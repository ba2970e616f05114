// Where the bytes of a source are: named on the command line, in GEO_DATA_DIR, in the cache, or on the network.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { download } from "./download.ts";
import { GeoDataError } from "./errors.ts";
import { cacheFolder } from "./folders.ts";
import { MOST, refuseLarge, smaller } from "./most.ts";
import type { FileSource } from "./source.schema.ts";

export interface FoundFile {
  path: string;
  sha256: string;
}

export interface FindOptions {
  geoDataDir?: string | undefined;
  /** A file named by the user; nothing else is looked at. */
  path?: string | undefined;
  cacheDir?: string;
  onProgress?: ((line: string) => void) | undefined;
  /** Give up a download after this long without a byte. */
  timeoutMs?: number;
}

/** Finds the file without the network, or answers null. */
export async function findFile(source: FileSource, options: FindOptions = {}): Promise<FoundFile | null> {
  if (options.path !== undefined) return openNamed(source, options.path);
  if (source.sha256 === null) return null;
  for (const folder of [options.geoDataDir, options.cacheDir ?? cacheFolder]) {
    if (!folder || !existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const status = statSync(path, { throwIfNoEntry: false });
      // the size first: hashing everything in a folder of data would take long
      if (!status?.isFile() || status.size !== source.bytes) continue;
      if ((await sha256Of(path)) === source.sha256) return { path, sha256: source.sha256 };
    }
  }
  return null;
}

/** Finds the file, downloading it into the cache when it is nowhere. */
export async function getFile(source: FileSource, options: FindOptions = {}): Promise<FoundFile> {
  const found = await findFile(source, options);
  if (found) return found;
  if (source.sha256 === null) {
    throw new GeoDataError(
      `Source ${source.id} has no known sha256, so it is never fetched by itself.`,
      `download ${source.url} and name the file: npm run geo:load -- ${source.id} path/to/${source.file_name}`,
    );
  }
  if (source.url === null || source.file_name === null) {
    throw new GeoDataError(
      `Source ${source.id} (${source.file_name}) is not on the network, and no file with its sha256 is in ` +
        `${options.geoDataDir ? `GEO_DATA_DIR (${resolve(options.geoDataDir)})` : "GEO_DATA_DIR (not set)"}.`,
      "set GEO_DATA_DIR to the folder that holds it, or name another source.",
    );
  }
  const folder = options.cacheDir ?? cacheFolder;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, source.file_name);
  await download({
    url: source.url,
    path,
    sha256: source.sha256,
    onProgress: options.onProgress,
    timeoutMs: options.timeoutMs,
  });
  return { path, sha256: source.sha256 };
}

/**
 * The bytes of a file that a person named.
 * @param kind what it should be: each has its bound
 */
export function readNamedFile(path: string, kind: "zip" | "json" | "csv"): Buffer {
  refuseMissing(path, "check the path.");
  refuseLarge(basename(path), statSync(path).size, MOST[kind], smaller[kind]);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new GeoDataError(
      `${path} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      "check the rights of the file.",
    );
  }
}

function refuseMissing(path: string, next: string): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isFile())
    throw new GeoDataError(`${status ? `${path} is no file` : `There is no file ${path}`}.`, next);
}

async function openNamed(source: FileSource, path: string): Promise<FoundFile> {
  refuseMissing(path, `check the path; source ${source.id} wants ${source.file_name}.`);
  // hashing alone takes long
  refuseLarge(basename(path), statSync(path).size, MOST.zip, smaller.zip);
  const sha256 = await sha256Of(path);
  if (source.sha256 !== null && sha256 !== source.sha256) {
    throw new GeoDataError(
      `${path} is not the file of source ${source.id}: its sha256 is ${sha256}, declared is ${source.sha256}.`,
      "get the declared file, or declare this one as a source of its own in geo-data/sources/.",
    );
  }
  return { path, sha256 };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
