// Counts of tests, over one run of vitest or several commands (.ci/run names a file in TALLY_FILE for that).
import { appendFileSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Reads what vitest's json reporter wrote. A file that could not be run at all counts as one failure.
 * @param {string} file
 * @returns {Tally}
 */
export function readVitestReport(file) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
   *   testResults: { status: string, assertionResults: unknown[] }[] }} */
  const report = JSON.parse(readFileSync(file, "utf8"));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {Tally} tally */
export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {Tally} tally */
export function recordTally(tally) {
  const file = process.env.TALLY_FILE;
  if (file) appendFileSync(file, `${JSON.stringify(tally)}\n`);
}

/**
 * @param {string} file
 * @returns {Tally}
 */
export function sumTallies(file) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const tally = JSON.parse(line);
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
  }
  return sum;
}
