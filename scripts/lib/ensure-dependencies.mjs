// Node's own modules only: this runs before there is anything in node_modules.
import { existsSync, readFileSync } from "node:fs";
import { withLock } from "./lock.mjs";
import { inRoot, root } from "./paths.mjs";
import { runProgram } from "./programs.mjs";
import { step } from "./say.mjs";

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockEntry */

/** Runs `npm ci` when node_modules is missing or isn't what package-lock.json says. */
export async function ensureDependencies() {
  if (dependenciesAreCurrent()) return;
  await withLock("dependencies", async () => {
    if (dependenciesAreCurrent()) return;
    await step("Installing the npm packages (npm ci)", async (update) => {
      const npm = process.env.npm_execpath;
      const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
      await runProgram(
        program,
        [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
        {
          cwd: root,
          onLine: update,
          failure: "npm could not install the packages",
          nextStep:
            "check that this machine reaches the npm registry (npm ping), then run the same command again",
        },
      );
    });
  });
}

/**
 * npm leaves a copy of the lock file in node_modules as its last act, so an interrupted install has none, and
 * comparing the two says exactly whether what is installed is what is asked for.
 */
function dependenciesAreCurrent() {
  const installedFile = inRoot("node_modules/.package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(inRoot("package-lock.json"));
  const installed = packagesOf(installedFile);
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes("node_modules/") || entry.optional || entry.devOptional) return true;
    const found = installed[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}
