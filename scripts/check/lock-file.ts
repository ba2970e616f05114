// What the lock file says of every package: that each platform has its own, that it is the one that was meant, from the registry,
// under a licence we may use, and that it runs nothing while it is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tree.ts";

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const REGISTRY = "https://registry.npmjs.org/";
/** Of what is handed on with the page and the server; EDL-1.0 is BSD-3-Clause by another name. */
const LICENCES = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "EDL-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
];
/** Of tools, that are used and not handed on. */
const LICENCES_OF_TOOLS = [...LICENCES, "MPL-2.0", "PSF-2.0"];
/** Where the field of the package is wrong or empty: what its LICENSE file says. */
const SAID_ELSEWHERE: Record<string, string> = {
  arc: "BSD-2-Clause",
  "splaytree-ts": "BSD-3-Clause",
};
/** Packages that run a program of theirs when they are installed, and why they may. */
const RUN_AT_INSTALL: Record<string, string> = {
  esbuild: "puts the program of this platform in its place; of vite and tsx",
};

export function lockFileOffences(
  lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock,
): string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) => [
    ...missingPlatforms(lock, path, entry),
    ...(path.includes("node_modules/") && !entry.link
      ? offencesOf(path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length), entry)
      : []),
  ]);
}

/** npm drops what a registry mirror did not have when somebody ran `npm install`, and then `npm ci` fails for everyone. */
function missingPlatforms(lock: Lock, path: string, { optionalDependencies = {} }: Entry): string[] {
  return Object.entries(optionalDependencies)
    .filter(
      ([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    )
    .map(
      ([name, version]) =>
        `package-lock.json: ${name}@${version}, wanted by ${path}, has no entry, so npm ci fails; add it (its neighbours show how) or take the lock file from before the last npm install`,
    );
}

function* offencesOf(name: string, entry: Entry): Iterable<string> {
  const said = `package-lock.json: ${name}@${entry.version}`;
  if (!entry.integrity?.startsWith("sha512-"))
    yield `${said} has no integrity, so that anything could be installed as it; delete its entry and run npm install --package-lock-only`;
  if (entry.resolved && !entry.resolved.startsWith(REGISTRY))
    yield `${said} comes from ${entry.resolved}: packages are those of the registry`;
  if (entry.hasInstallScript && !RUN_AT_INSTALL[name])
    yield `${said} runs a program when it is installed; do without it, or say in RUN_AT_INSTALL (scripts/check/lock-file.ts) why it may`;
  const licence = SAID_ELSEWHERE[name] ?? entry.license;
  if (!isAllowed(licence, entry.dev ? LICENCES_OF_TOOLS : LICENCES))
    yield `${said} is under ${licence ?? "no licence that it says"}, which is none of those we hand on (LICENCES in scripts/check/lock-file.ts)`;
}

/** `(MIT OR Apache-2.0)`: whoever takes it chooses; of `A AND B` both hold. */
const isAllowed = (licence: string | undefined, allowed: readonly string[]) =>
  (licence ?? "")
    .replaceAll(/[()]/g, "")
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => allowed.includes(one)));
