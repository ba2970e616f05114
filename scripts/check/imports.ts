// The rooms of the page stand in one order; features, pages and server modules never import each other; db.ts and database/ alone see pg;
// nothing imports in a circle.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { filesUnder, root } from "./tree.ts";

type Rule = {
  /** files it is about */
  from: RegExp;
  /** what they may not import: a path from the root, or a package; $1… are the groups of `from` */
  never: (groups: string[]) => RegExp;
  because: string;
  /** types too */
  withTypes?: boolean;
};

const RULES: Rule[] = [
  {
    from: /\.(schema|record|codes)\.ts$|^server\/src\/records\/(record-kind|record-answer|record-contract|register|code-list)\.ts$/,
    never: () =>
      /^(?!zod$|.*\.(schema|codes)\.ts$|server\/src\/records\/(record-kind|record-answer|record-contract|register|code-list|plan\.record)\.ts$|@phuenthi\/server\/contract\/)/,
    because: "what the page loads too imports only zod and files of its kind",
  },
  {
    from: /^server\/src\/modules\/([^/]+)\/(?!.*\.test\.ts$)/,
    never: ([name]) => new RegExp(`^server/src/modules/(?!${name}/)(?!.*\\.schema\\.ts$)`),
    because: "modules join in SQL, not by importing each other",
  },
  {
    from: /^server\/src\/(modules|common)\//,
    never: () => /^server\/src\/(db|database\/(copies|replica-reader|statements)|viewer\/viewer)\.ts$/,
    because: "modules ask the database that they are given, for the viewer whom it is given for",
  },
  {
    from: /^server\/src\/(?!app\.ts$|modules\/)/,
    never: () => /^server\/src\/modules\/(?!.*\.schema\.ts$)/,
    because: "modules stand above everything but app.ts",
    withTypes: true,
  },
  {
    from: /^geo-data\/import\/(?!readers\/|.*\.test\.ts$)/,
    never: () => /^geo-data\/(?!import\/)/,
    because: "loaders are made with what is in import, not import with them",
    withTypes: true,
  },
  {
    from: /^server\/src\/(?!db\.ts$|database\/)/,
    never: () => /^pg(-.*)?$/,
    because: "db.ts and database/ alone talk to Postgres",
  },
  {
    from: /^web\//,
    never: () =>
      /^(pg(-.*)?$|@phuenthi\/(db|geo-data)|@phuenthi\/server\/(?!contract\/|records\/(?!kinds$|for-database$))|server\/)/,
    because: "the page knows the server by its contract alone",
  },
  {
    from: /^web\/src\/features\/([^/]+)\//,
    never: ([name]) => new RegExp(`^web/src/features/(?!${name}/)`),
    because: "features never import each other",
  },
  {
    from: /^web\/src\/pages\/([^/]+)\//,
    never: ([name]) => new RegExp(`^web/src/pages/(?!${name}/|[^/]+$|.*\\.page\\.tsx$)`),
    because: "pages never import each other, but for what they declare",
  },
  {
    from: /^tests\/(?!helpers\/browser\.ts$)/,
    never: () => /^playwright/,
    because: "tests drive the page by tests/helpers/browser.ts",
    withTypes: true,
  },
  {
    from: /^(server|web|db|geo-data)\//,
    never: () => /^scripts\//,
    because: "commands start what is there, and nothing there needs them",
    withTypes: true,
  },
  {
    from: /^web\/src\/(?!map\/)/,
    never: () => /^maplibre-gl$/,
    because: "only web/src/map touches the map object",
  },
];

/** A component's own style sheet; looks that several have are classes of the whole page, in ui/looks.css. */
const SHEET = /([^/]+)\.module\.css$/;

/** Of web/src, in the order in which they may be used: a file may use its own room and those before it. */
const ROOMS = ["lib", "ui", "address", "data", "map", "view", "words", "features", "pages", "app"];

/** Imports that point the wrong way or in a circle, and files that only pass on what others export. */
export function importOffences(): string[] {
  const files = ["server", "web", "db", "geo-data", "scripts", "tests"].flatMap((folder) =>
    [".ts", ".tsx", ".mjs"].flatMap((ending) => filesUnder(folder, ending)),
  );
  return [...circlesAmong(files), ...files.flatMap(offencesOf)];
}

function offencesOf(file: string): string[] {
  const offences = RULES.flatMap((rule) => {
    const groups = rule.from.exec(file)?.slice(1);
    if (!groups) return [];
    const never = rule.never(groups);
    return importsOf(file, rule.withTypes ? "with types" : undefined)
      .filter((imported) => never.test(imported))
      .map((imported) => `${file}: imports ${imported}, but ${rule.because}`);
  });
  if (/\/index\.tsx?$/.test(file))
    offences.push(`${file}: no barrel files; import from the file that defines it`);
  for (const imported of importsOf(file)) {
    const [, owner] = SHEET.exec(imported) ?? [];
    if (owner && posix.basename(file) !== `${owner}.tsx`)
      offences.push(`${file}: imports ${imported}, but a style sheet belongs to the component of its name`);
  }
  const room = ROOMS.indexOf(roomOf(file));
  if (room >= 0) {
    for (const imported of importsOf(file, "with types")) {
      if (ROOMS.indexOf(roomOf(imported)) > room)
        offences.push(`${file}: imports ${imported}, but the order of rooms is ${ROOMS.join(" ← ")}`);
    }
  }
  return offences;
}

/** What a page declares is an address that anybody may link to; its code comes when somebody goes there. */
const DECLARED = /\.page\.tsx$/;
const roomOf = (path: string) =>
  DECLARED.test(path) ? "address" : (/^web\/src\/([^/]+)\//.exec(path)?.[1] ?? "");

/** Each circle once, by the import that closes it. */
function circlesAmong(files: readonly string[]): string[] {
  const known = new Set(files);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      circles.push(`${[...path.slice(path.indexOf(file)), file].join(" → ")}: a circle of imports`);
    } else if (!done.has(file) && known.has(file)) {
      for (const imported of importsOf(file, "with types")) visit(imported, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  return circles;
}

/** What a file imports, relative paths seen from the root. Type-only imports leave nothing behind: they count when asked. */
function importsOf(file: string, types?: "with types"): string[] {
  const asked = `${file} ${types ?? ""}`;
  const known = read.get(asked);
  if (known) return known;
  const text = readFileSync(join(root, file), "utf8");
  const found = (DECLARED.test(file) ? text.replaceAll(LATER, "") : text).matchAll(
    types ? WITH_TYPES : WITHOUT_TYPES,
  );
  const imports = [...found]
    .map((match) => match[1] ?? match[2] ?? "")
    .map((name) => (name.startsWith(".") ? posix.join(posix.dirname(file), name) : name));
  read.set(asked, imports);
  return imports;
}

const read = new Map<string, string[]>();
/** What is fetched when somebody goes there. */
const LATER = /\bimport\("[^"]+"\)/g;
const WITH_TYPES = /^\s*(?:import|export)\s+(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
const WITHOUT_TYPES =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
