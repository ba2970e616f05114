// Counts of tests, over one run of vitest or several commands (.ci/run names a file in TALLY_FILE for that).
import { appendFileSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./paths.mjs";

/**
 * `failures` names what failed, a line each: the end of a long log is often all that is kept of it.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally
 */

/**
 * Reads what vitest's json reporter wrote. A file that could not be run at all counts as one failure.
 * @param {string} file
 * @returns {Tally}
 */
export function readVitestReport(file) {
  /** @type {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string, status: string,
   *   message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} */
  const report = JSON.parse(readFileSync(file, "utf8"));
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const lines = failed.map(
      ({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`,
    );
    const isBroken = status === "failed" && failed.length === 0;
    return (isBroken ? [firstLine(message)] : lines).map((line) => `${relative(root, name)}: ${line}`);
  });
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** @param {string} [text] */
function firstLine(text = "") {
  return text.split("\n", 1)[0] ?? "";
}

/** @param {Omit<Tally, "failures">} tally */
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
  /** @type {Tally} */
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const tally = JSON.parse(line);
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
    sum.failures.push(...tally.failures);
  }
  return sum;
}
