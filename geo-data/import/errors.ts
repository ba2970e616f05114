import { debuglog } from "node:util";
import { shown } from "./quoted.ts";

/** Something a person has to act on: what is wrong, where, and the exact next step. */
export class GeoDataError extends Error {
  override name = "GeoDataError";
  readonly next: string;

  constructor(message: string, next: string) {
    super(`${message}\nNext: ${next}`);
    this.next = next;
  }
}

const trace = debuglog("geo-data");

/** What is said of a failure: one sentence and the next step, also where the fault is ours. */
export function sentenceOf(error: unknown): string {
  if (error instanceof GeoDataError) return error.message;
  trace("%s", error instanceof Error ? error.stack : error);
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    `This is a fault of the program, and nothing was changed: ${shown(what, 200)}\n` +
    "Next: report it with the file; NODE_DEBUG=geo-data before the same command prints where it happened."
  );
}

/** The assertions that a file failed; nothing of it has been loaded. */
export class BoundaryProblems extends GeoDataError {
  override name = "BoundaryProblems";
  readonly problems: readonly string[];

  constructor(sourceId: string, file: string, problems: readonly string[]) {
    const shown = problems.slice(0, 12).map((problem) => `  - ${problem}`);
    if (problems.length > shown.length) shown.push(`  … and ${problems.length - shown.length} more`);
    super(
      `${file} (source ${sourceId}) was not loaded, and the boundaries in force stay as they are:` +
        (problems.length === 1 ? ` ${problems[0]}.` : `\n${shown.join("\n")}`),
      `correct the file, or, when the file is right, ${sourceId}.source.json or geo-data/lookups/.`,
    );
    this.problems = problems;
  }
}
