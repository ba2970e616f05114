import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** Examples that stand elsewhere once they are added: looked at there (tests/e2e/recipes.test.ts). */
const EXAMPLES = "tests/recipes";
const SKIPPED = new Set(["node_modules", "dist", ".data", ".git"]);

/** Paths from the root of the files below a folder whose name ends so; none when there is no such folder. */
export function filesUnder(folder: string, ending: string): string[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return SKIPPED.has(entry.name) || path === EXAMPLES ? [] : filesUnder(path, ending);
    return entry.name.endsWith(ending) ? [path] : [];
  });
}
