// Everything that is done before the database is touched: read, conform, check, dissolve, simplify, bake.
// What fails here has changed nothing anywhere.
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type BakedTile, bakeTiles } from "./bake/bake.ts";
import type { LabelledShape } from "./bake/tile-labels.ts";
import { checkAreas, checkColumns } from "./check-areas.ts";
import { checkCoverage } from "./check-coverage.ts";
import { type Conformed, conform } from "./conform.ts";
import { BoundaryProblems } from "./errors.ts";
import type { FoundFile } from "./find-file.ts";
import { findInnerPoint } from "./inner-point.ts";
import type { Lookups } from "./lookups.ts";
import { Notes } from "./notes.ts";
import { readSourceFile } from "./read.ts";
import type { RawLevels } from "./reader.ts";
import { standInSha256 } from "./readers/stand-in.reader.ts";
import { buildShapes } from "./shapes.ts";
import type { BoundarySource } from "./source.schema.ts";
import { type Band, buildBands } from "./topology/bands.ts";
import type { Coverage } from "./topology/coverage.ts";
import { buildUncrossedCoverage } from "./topology/uncross.ts";

/** Raise it when the pipeline makes something else of the same file, so that it is loaded anew. */
const PIPELINE_VERSION = 2;

export interface Prepared {
  areas: Conformed;
  coverage: Coverage;
  shapes: LabelledShape[];
  bands: Band[];
  tiles: BakedTile[];
}

/** The version of the boundaries that a source's file makes: the same as long as file, source, lookups and pipeline are. */
export function versionOf(
  source: BoundarySource,
  file: FoundFile | null,
  lookups: Lookups,
): { id: string; sha256: string } {
  const sha256 = file?.sha256 ?? standInSha256();
  const everything = [sha256, String(PIPELINE_VERSION), JSON.stringify(source), lookups.fingerprint];
  const hash = createHash("sha256").update(everything.join("\0")).digest("hex");
  return { id: `${source.id}-${hash.slice(0, 8)}`, sha256 };
}

/** @throws BoundaryProblems when an assertion fails; GeoDataError when the file cannot be read */
export async function prepareBoundaries(
  source: BoundarySource,
  file: FoundFile | null,
  lookups: Lookups,
  onProgress: (line: string) => void = () => {},
): Promise<Prepared> {
  onProgress(file ? `reading ${file.path}` : "making the stand-in geography");
  const notes = new Notes();
  const raw = await readSourceFile(source, file, notes, onProgress);
  const { areas, coverage } = understand(source, raw, lookups, {
    file: file ? basename(file.path) : undefined,
    notes,
    onProgress,
  });

  onProgress("joining tambon into districts and provinces");
  const dissolved = buildShapes(areas, coverage);
  onProgress("simplifying by shared borders");
  const bands = buildBands(coverage);
  onProgress("finding a point in each area");
  const searchOn = bands.find(({ minZoom }) => minZoom === 9) ?? bands.at(-1)!;
  const shapes = dissolved.map((shape) => ({
    ...shape,
    point: findInnerPoint(shape.polygons, searchOn.arcs, coverage.arcs),
  }));
  const tiles = await bakeTiles(shapes, bands, (line) => onProgress(`baking tiles: ${line}`));
  return { areas, coverage, shapes, bands, tiles };
}

/** The part that judges: from rows to a planar map of named areas, or a list of what is wrong. */
export function understand(
  source: BoundarySource,
  raw: RawLevels,
  lookups: Lookups,
  options: { file?: string | undefined; notes?: Notes; onProgress?: (line: string) => void } = {},
): { areas: Conformed; coverage: Coverage } {
  const { file = source.file_name ?? source.id, notes = new Notes(), onProgress = () => {} } = options;
  const refuseIf = (problems: readonly string[]) => {
    if (problems.length > 0) throw new BoundaryProblems(source.id, file, problems);
  };
  onProgress(`checking codes, names and counts of ${raw.tambon.length} tambon`);
  refuseIf(checkColumns(source, raw));
  const areas = conform(source, raw, lookups.nameRepairs, notes);
  for (const note of notes.lines()) onProgress(note);
  if (areas.repaired.length > 0) onProgress(`repaired the Thai names of ${areas.repaired.join(", ")}`);
  refuseIf(checkAreas(source, areas, lookups.nameRepairs));

  onProgress("checking borders: rings, overlaps, gaps");
  const coverage = buildUncrossedCoverage(areas.tambon.map(({ polygons }) => polygons));
  refuseIf(
    checkCoverage(
      coverage,
      areas.tambon.map(({ code }) => code),
    ),
  );
  return { areas, coverage };
}
