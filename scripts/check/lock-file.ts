// Every platform's packages are in the lock file. npm drops from it what a registry mirror did not have when
// somebody ran `npm install`, and then `npm ci` fails for everyone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tree.ts";

type Entry = { optionalDependencies?: Record<string, string> };

export function lockFileOffences(): string[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Entry>;
  };
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(
        ([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      )
      .map(
        ([name, version]) =>
          `package-lock.json: ${name}@${version}, wanted by ${path}, has no entry, so npm ci fails; add it (its neighbours show how) or take the lock file from before the last npm install`,
      ),
  );
}
