import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inRoot } from "./paths.mjs";
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
  it("names what failed, a file that could not be run among it, and counts todo tests as skipped", () => {
    const passed = { status: "passed", fullName: "adds", failureMessages: [] };
    const failed = {
      status: "failed",
      fullName: "sums subtracts",
      failureMessages: ["Error: expected 2\n  at sums.test.ts:3"],
    };
    const file = write(
      JSON.stringify({
        numPassedTests: 2,
        numPendingTests: 2,
        numTodoTests: 1,
        testResults: [
          {
            name: inRoot("tests/broken.test.ts"),
            status: "failed",
            message: "Cannot find module",
            assertionResults: [],
          },
          {
            name: inRoot("tests/sums.test.ts"),
            status: "failed",
            message: "",
            assertionResults: [passed, failed],
          },
          { name: inRoot("tests/adds.test.ts"), status: "passed", message: "", assertionResults: [passed] },
        ],
      }),
    );
    const tally = readVitestReport(file);
    expect(tallyLine(tally)).toBe("2 passed, 2 failed, 3 skipped");
    expect(tally.failures).toEqual([
      "tests/broken.test.ts: Cannot find module",
      "tests/sums.test.ts: sums subtracts: Error: expected 2",
    ]);
  });
});

describe("sumTallies", () => {
  it("adds what several commands recorded", () => {
    const file = write(
      '{"passed":3,"failed":0,"skipped":1,"failures":[]}\n{"passed":4,"failed":1,"skipped":0,"failures":["unused exports"]}\n',
    );
    expect(sumTallies(file)).toEqual({ passed: 7, failed: 1, skipped: 1, failures: ["unused exports"] });
  });
});
