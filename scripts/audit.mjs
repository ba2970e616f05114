// npm run audit: whether anything is known against the packages of the lock file. Not every registry can be asked; where this one
// cannot, nothing is known, and that is said and counted as skipped, never as passed.
import { spawnSync } from "node:child_process";
import { root } from "./lib/paths.mjs";
import { runMain, say } from "./lib/say.mjs";
import { recordTally } from "./lib/tally.mjs";

/** @typedef {{ name: string, severity: string, range: string, via: (string | { title: string, url: string })[] }} Vulnerability */

/** What is less than this is taken with the next round of updates. */
const STOPS = ["high", "critical"];

await runMain(async () => {
  const asked = spawnSync("npm", ["audit", "--json", "--fetch-retries=0", "--fetch-timeout=20000"], {
    cwd: root,
    encoding: "utf8",
  });
  const report = parse(asked.stdout);
  if (!report?.vulnerabilities) {
    const why = report?.message ?? (asked.stderr.trim().split("\n")[0] || "no answer");
    say(`Nothing is known: this registry tells no advisories (${why}).`);
    say("  Next: npm audit on a machine that reaches one, before a release (CONTRIBUTING, Dependencies).");
    recordTally({ passed: 0, failed: 0, skipped: 1, failures: [] });
    return 0;
  }
  /** @type {Vulnerability[]} */
  const known = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of known) {
    const titles = via.flatMap((one) => (typeof one === "string" ? [] : `${one.title} (${one.url})`));
    say(`${severity}: ${name} ${range} ${titles.join("; ")}`);
  }
  const failures = known
    .filter(({ severity }) => STOPS.includes(severity))
    .map(({ name }) => `npm audit: ${name}`);
  say(`${known.length} packages with known faults, ${failures.length} of them high or critical.`);
  recordTally({ passed: failures.length === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures });
  return failures.length === 0 ? 0 : 1;
});

/**
 * @param {string} text
 * @returns {{ vulnerabilities?: Record<string, Vulnerability>, message?: string } | null}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
