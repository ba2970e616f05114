import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVitestReport, sumTallies, tallyLine } from "./tally.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tally-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const file = join(folder, "file");
  writeFileSync(file, text);
  return file;
}

describe("readVitestReport", () => {
  it("counts todo tests as skipped, and a file that could not be run as a failure", () => {
    const file = write(
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        testResults: [
          { status: "failed", assertionResults: [] },
          { status: "failed", assertionResults: [{}] },
          { status: "passed", assertionResults: [{}] },
        ],
      }),
    );
    expect(tallyLine(readVitestReport(file))).toBe("5 passed, 2 failed, 3 skipped");
  });
});

describe("sumTallies", () => {
  it("adds what several commands recorded", () => {
    const file = write('{"passed":3,"failed":0,"skipped":1}\n{"passed":4,"failed":2,"skipped":0}\n');
    expect(sumTallies(file)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });
});
