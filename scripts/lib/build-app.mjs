// Builds web and server when their sources changed since the last build; by content, since git touches times.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { dataDir, inRoot } from "./paths.mjs";
import { runProgram } from "./programs.mjs";
import { step } from "./say.mjs";

/** @typedef {{ name: string, title: string, result: string, inputs: string[] }} Part */

/** @type {Part[]} */
const PARTS = [
  {
    name: "web",
    title: "Building the page",
    result: "web/dist/index.html",
    inputs: ["web", "server/src", "package-lock.json", "tsconfig.base.json"],
  },
  {
    name: "server",
    title: "Building the server",
    result: "server/dist/server.js",
    inputs: ["server", "db", "geo-data", "package-lock.json", "tsconfig.base.json"],
  },
];
const NOT_INPUTS = new Set(["node_modules", "dist", ".DS_Store"]);

export async function buildWhatIsStale() {
  if (PARTS.every(isFresh)) return;
  await withLock("build", async () => {
    for (const part of PARTS) {
      if (isFresh(part)) continue;
      const stamp = hashOf(part.inputs);
      await step(part.title, () =>
        runProgram(process.execPath, [inRoot("node_modules/vite/bin/vite.js"), "build"], {
          cwd: inRoot(part.name),
          // whoever calls, a test run too, gets the page that people get
          env: { ...process.env, NODE_ENV: "production" },
          failure: `${part.title} failed`,
          nextStep: `correct what it names, then: npm run build -w ${part.name}`,
        }),
      );
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(stampFile(part), stamp);
    }
  });
}

/** @param {Part} part */
function isFresh(part) {
  return (
    existsSync(inRoot(part.result)) &&
    existsSync(stampFile(part)) &&
    readFileSync(stampFile(part), "utf8") === hashOf(part.inputs)
  );
}

/** @param {Part} part */
function stampFile(part) {
  return join(inRoot(part.name, "dist"), ".built-from");
}

/**
 * A hash of the names and contents of files, the same wherever and whenever they were written.
 * @param {string[]} paths files or folders, from the project's root
 * @param {(path: string) => boolean} [counts] which of the files count
 * @returns {string}
 */
export function hashOf(paths, counts = () => true) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(path).filter(counts))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRoot(file)))
        .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const found = statSync(inRoot(path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(inRoot(path))
    .filter((name) => !NOT_INPUTS.has(name))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
