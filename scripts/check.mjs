// npm run check: everything that can be said about the sources without running them. Runs all, then sums up.
import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { inRoot, root } from "./lib/paths.mjs";
import { runProgram } from "./lib/programs.mjs";
import { duration, runMain, Stop, say } from "./lib/say.mjs";
import { recordTally } from "./lib/tally.mjs";

const WORKSPACES = ["server", "web", "db", "geo-data"];

/** @param {string} program a file of node_modules */
const node = (program, /** @type {string[]} */ ...args) => [inRoot("node_modules", program), ...args];

await runMain(async () => {
  prepareEnvironment();
  await ensureDependencies();
  const typed = ["tsconfig.json", ...WORKSPACES.map((name) => `${name}/tsconfig.json`)].filter((file) =>
    existsSync(inRoot(file)),
  );
  const checks = [
    {
      title: "lint and format",
      args: node("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
      next: "npm run format",
    },
    ...typed.map((file) => ({
      title: `types, ${file}`,
      args: node("typescript/bin/tsc", "--noEmit", "-p", file),
      next: "correct what it names",
    })),
    {
      title: "unused files, exports and packages",
      args: node("knip/bin/knip.js"),
      next: "delete what it names, or say in knip.jsonc why it stays",
    },
    {
      title: "structure (files found by name, direction of imports)",
      args: ["--import", "tsx", "scripts/check/structure.ts"],
      next: "correct the file it names",
    },
  ];
  /** @type {string[]} */
  const failures = [];
  for (const { title, args, next } of checks) {
    const began = performance.now();
    try {
      await runProgram(process.execPath, args, { cwd: root, failure: title, nextStep: next, keptLines: 200 });
      say(`✓ ${title}, ${duration(performance.now() - began)}`);
    } catch (error) {
      failures.push(title);
      say(`✗ ${title}\n${error instanceof Stop ? `${error.detail}\n  Next: ${error.nextStep}` : error}`);
    }
  }
  const failed = failures.length;
  recordTally({ passed: checks.length - failed, failed, skipped: 0, failures });
  say(failed === 0 ? `All ${checks.length} checks passed.` : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
