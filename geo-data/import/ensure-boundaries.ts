// Boundaries for the first start: the finest at hand, so that there is always a map.
import { GeoDataError } from "./errors.ts";
import { findFile, getFile } from "./find-file.ts";
import { findCurrentVersion, loadBoundaries } from "./load-boundaries.ts";
import type { BoundarySource } from "./source.schema.ts";
import { listSources } from "./sources.ts";

const DOWNLOAD_TIMEOUT_MS = 8_000;

/**
 * Does nothing when boundaries are in force, whichever they are. Else loads the finest source that GEO_DATA_DIR or
 * the cache holds, else the first that may be downloaded, else the stand-in.
 * @param options.geoDataDir folder to look in for files, by sha256
 * @returns `insteadOf`: what was looked for before the stand-in was taken, and why it is not there
 */
export async function ensureBoundaries(options: {
  databaseUrl: string;
  geoDataDir?: string | undefined;
  onProgress?: (line: string) => void;
}): Promise<{ id: string; loaded: boolean; insteadOf: string | null }> {
  const current = await findCurrentVersion(options.databaseUrl);
  if (current !== null) return { id: current, loaded: false, insteadOf: null };
  const { source, insteadOf } = await chooseSource(options);
  options.onProgress?.(`taking ${source.id}: ${source.title.en}`);
  return { ...(await loadBoundaries({ ...options, source, timeoutMs: DOWNLOAD_TIMEOUT_MS })), insteadOf };
}

/** The finest source at hand; downloads it into the cache when that is what it takes. */
export async function chooseSource(options: {
  geoDataDir?: string | undefined;
  cacheDir?: string;
  sources?: BoundarySource[];
  onProgress?: ((line: string) => void) | undefined;
}): Promise<{ source: BoundarySource; insteadOf: string | null }> {
  const sources = options.sources ?? listSources();
  for (const source of sources) {
    if (source.format !== "stand-in" && (await findFile(source, options))) return { source, insteadOf: null };
  }
  const why: string[] = [];
  for (const source of sources.filter(({ download_on_first_start }) => download_on_first_start)) {
    try {
      await getFile(source, { ...options, timeoutMs: DOWNLOAD_TIMEOUT_MS });
      return { source, insteadOf: null };
    } catch (error) {
      if (!(error instanceof GeoDataError)) throw error;
      why.push(error.message.split("\n")[0]!);
    }
  }
  const standIn = sources.find(({ format }) => format === "stand-in");
  if (!standIn) {
    throw new GeoDataError(
      "No boundaries are at hand and no stand-in is declared.",
      "set GEO_DATA_DIR to a folder with a boundary file, or restore geo-data/sources/stand-in.source.json.",
    );
  }
  const folder = options.geoDataDir ?? "GEO_DATA_DIR (not set)";
  return {
    source: standIn,
    insteadOf: `No boundary file is in ${folder}, and ${why.join(" ") || "nothing may be downloaded."}`,
  };
}
