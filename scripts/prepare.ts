// What a database needs before the server can serve from it: tables, boundaries, and, where nobody has put
// records yet, the made-up ones. Each part looks first and does nothing when it is done already.
// Runs as a process of its own, told what to do and telling how it goes over its channel
// (scripts/lib/prepare-database.mjs): half a gigabyte of shapes goes with it when it ends.
import { migrate } from "@phuenthi/db/migrate";
import { ensureBoundaries } from "@phuenthi/geo-data/import/ensure-boundaries";
import { loadBoundaries } from "@phuenthi/geo-data/import/load-boundaries";
import { getSource } from "@phuenthi/geo-data/import/sources";
import { ensureAuthorities } from "@phuenthi/geo-data/local-authorities/ensure-authorities";
import { ensureNicknames } from "@phuenthi/geo-data/nicknames/ensure-nicknames";
import { ensurePopulation } from "@phuenthi/geo-data/population/ensure-population";
import { ensureRegions } from "@phuenthi/geo-data/regions/ensure-regions";
import { ensureSample } from "@phuenthi/geo-data/sample/ensure-sample";

export type PrepareOptions = {
  /** connection string of the owner */
  ownerUrl: string;
  /** folder with boundary files; undefined: download, or the stand-in without a network */
  geoDataDir?: string | undefined;
  /** id of the one boundary source to use, instead of the finest at hand */
  source?: string;
  /** put the made-up records into a database that has none */
  sampleRecords: boolean;
};

/** `insteadOf`: why there is nothing better than the stand-in */
export type Prepared = { boundary: string; boundaryIsNew: boolean; insteadOf: string | null };

export type PrepareMessage = { step: string } | { detail: string } | { done: Prepared } | { failed: string };

function tell(message: PrepareMessage): void {
  process.send?.(message);
}

async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { ownerUrl: databaseUrl, geoDataDir } = options;
  const onProgress = (detail: string) => tell({ detail });

  tell({ step: "Bringing the tables up to date" });
  await migrate({ databaseUrl, log: onProgress });

  tell({ step: "Loading the boundaries" });
  const boundary = options.source
    ? {
        ...(await loadBoundaries({ databaseUrl, geoDataDir, onProgress, source: getSource(options.source) })),
        insteadOf: null,
      }
    : await ensureBoundaries({ databaseUrl, geoDataDir, onProgress });

  tell({ step: "Loading the local authorities" });
  await ensureAuthorities({ databaseUrl, geoDataDir, onProgress });

  tell({ step: "Loading the regions and the population" });
  await ensureRegions({ databaseUrl, onProgress });
  await ensureNicknames({ databaseUrl, onProgress });
  await ensurePopulation({ databaseUrl, geoDataDir, onProgress });

  if (options.sampleRecords) {
    tell({ step: "Making the sample records" });
    await ensureSample({ databaseUrl, onProgress });
  }
  return { boundary: boundary.id, boundaryIsNew: boundary.loaded, insteadOf: boundary.insteadOf };
}

process.once("message", async (options: PrepareOptions) => {
  let last: PrepareMessage;
  try {
    last = { done: await prepare(options) };
  } catch (error) {
    last = { failed: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(last, () => process.exit("done" in last ? 0 : 1));
});
