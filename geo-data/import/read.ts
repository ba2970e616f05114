// From the bytes of a source to rows of properties with a geometry, whatever the format.
import { basename } from "node:path";
import { type FoundFile, readNamedFile } from "./find-file.ts";
import { Notes } from "./notes.ts";
import { type RawLevels, type Reader, readerFile } from "./reader.ts";
import type { BoundarySource } from "./source.schema.ts";

/** @param file null only for the stand-in, which has none */
export async function readSourceFile(
  source: BoundarySource,
  file: FoundFile | null,
  notes = new Notes(),
  onProgress?: (line: string) => void,
): Promise<RawLevels> {
  const { read } = (await import(readerFile(source.format))) as { read: Reader };
  return read({
    source,
    bytes: file
      ? readNamedFile(file.path, source.format === "shapefile-zip" ? "zip" : "json")
      : new Uint8Array(),
    file: file ? basename(file.path) : source.id,
    notes,
    onProgress,
  });
}
