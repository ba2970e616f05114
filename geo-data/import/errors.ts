/** Something a person has to act on: what is wrong, where, and the exact next step. */
export class GeoDataError extends Error {
  override name = "GeoDataError";
  readonly next: string;

  constructor(message: string, next: string) {
    super(`${message}\nNext: ${next}`);
    this.next = next;
  }
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
