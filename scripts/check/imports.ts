// ui, lib ← map ← features ← App; features and server modules never import each other; web never sees pg.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { filesUnder, root } from "./tree.ts";

type Rule = {
  /** files it is about */
  from: RegExp;
  /** what they may not import: a path from the root, or a package; $1… are the groups of `from` */
  never: (groups: string[]) => RegExp;
  because: string;
};

const RULES: Rule[] = [
  {
    from: /\.schema\.ts$/,
    never: () => /^(?!zod$|.*\.schema\.ts$|@phuenthi\/server\/contract\/)/,
    because: "a schema file imports only zod and other schema files: the page loads it too",
  },
  {
    from: /^server\/src\/modules\/([^/]+)\/(?!.*\.test\.ts$)/,
    never: ([name]) => new RegExp(`^server/src/modules/(?!${name}/|filter/)(?!.*\\.schema\\.ts$)`),
    // modules/filter is the vocabulary the others share: the one filter, and paging through it
    because: "modules join in SQL, not by importing each other",
  },
  {
    from: /^web\//,
    never: () => /^(pg(-.*)?$|@phuenthi\/(db|geo-data)|@phuenthi\/server\/(?!contract\/)|server\/)/,
    because: "the page knows the server by its contract alone",
  },
  {
    from: /^web\/src\/(ui|lib)\//,
    never: () => /^web\/src\/(map|features)\//,
    because: "ui and lib know neither the map nor the features",
  },
  {
    from: /^web\/src\/map\//,
    never: () => /^web\/src\/features\//,
    because: "the map knows no feature",
  },
  {
    from: /^web\/src\/features\/([^/]+)\//,
    never: ([name]) => new RegExp(`^web/src/features/(?!${name}/)`),
    because: "features never import each other",
  },
  {
    from: /^web\/src\/pages\/([^/]+)\//,
    never: ([name]) => new RegExp(`^web/src/pages/(?!${name}/|[^/]+$)`),
    because: "pages never import each other",
  },
  {
    from: /^web\/src\/(?!map\/)/,
    never: () => /^maplibre-gl$/,
    because: "only web/src/map touches the map object",
  },
];

/** Imports that point the wrong way, and files that only pass on what others export. */
export function importOffences(): string[] {
  const files = ["server", "web", "db", "geo-data"].flatMap((folder) => [
    ...filesUnder(folder, ".ts"),
    ...filesUnder(folder, ".tsx"),
  ]);
  return files.flatMap((file) => {
    const offences = RULES.flatMap((rule) => {
      const groups = rule.from.exec(file)?.slice(1);
      if (!groups) return [];
      const never = rule.never(groups);
      return importsOf(file)
        .filter((imported) => never.test(imported))
        .map((imported) => `${file}: imports ${imported}, but ${rule.because}`);
    });
    if (/\/index\.tsx?$/.test(file))
      offences.push(`${file}: no barrel files; import from the file that defines it`);
    return offences;
  });
}

/** What a file imports, relative paths seen from the root. Type-only imports leave nothing behind, and count not. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? "")
    .map((name) => (name.startsWith(".") ? posix.join(posix.dirname(file), name) : name));
}
