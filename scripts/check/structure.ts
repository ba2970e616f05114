// What the layout promises and no linter knows: files that are found by name are what their name says, and
// dependencies point one way (see CONTRIBUTING.md). Prints every offence; exits 1 when there is one.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  listLocalAuthoritySources,
  listPopulationSources,
  listSources,
} from "@phuenthi/geo-data/import/sources";
import { indicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { tileLayer } from "@phuenthi/server/contract/tiles";
import { register } from "@phuenthi/server/records/kinds";
import { z } from "zod";
import { handlerOffences } from "./handlers.ts";
import { importOffences } from "./imports.ts";
import { lockFileOffences } from "./lock-file.ts";
import { styleSheetOffences } from "./style-sheets.ts";
import { filesUnder, root } from "./tree.ts";

const kinds = new Set(register.all.map(({ id }) => id));
const offences = [
  ...records(),
  ...indicators(),
  ...sources(),
  ...tiles(),
  ...layers(),
  ...handlerOffences(),
  ...importOffences(),
  ...styleSheetOffences(),
  ...lockFileOffences(),
];
for (const offence of offences) console.error(offence);
process.exitCode = offences.length === 0 ? 0 : 1;

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function* indicators(): Iterable<string> {
  for (const path of filesUnder("db/indicators", ".json")) {
    const id = path.slice("db/indicators/".length, -".json".length);
    const parsed = indicatorDeclaration.safeParse(JSON.parse(read(path)));
    if (!parsed.success) yield `${path}: ${z.prettifyError(parsed.error)}`;
    else {
      if (parsed.data.id !== id) yield `${path}: declares the id "${parsed.data.id}"; name the file after it`;
      for (const kind of parsed.data.depends_on)
        if (!kinds.has(kind))
          yield `${path}: depends on ${kind}, but no server/src/records/*.record.ts is of it`;
    }
    const sql = path.replace(/json$/, "sql");
    if (existsSync(join(root, sql)) && !creates(sql, "indicator", id)) {
      yield `${sql}: does not create the function indicator."${id}"(…)`;
    }
  }
}

/** What only SQL can say of a kind stands in a file of its name. */
function* records(): Iterable<string> {
  for (const path of filesUnder("db/records", ".sql")) {
    const id = path.slice("db/records/".length, -".sql".length).replaceAll("-", "_");
    if (!kinds.has(id)) yield `${path}: no server/src/records/*.record.ts is of the kind ${id}`;
  }
}

function* sources(): Iterable<string> {
  try {
    listSources();
    listLocalAuthoritySources();
    listPopulationSources();
  } catch (error) {
    yield error instanceof Error ? error.message : String(error);
  }
}

function* tiles(): Iterable<string> {
  for (const path of filesUnder("db/tiles", ".sql")) {
    const id = path.slice("db/tiles/".length, -".sql".length);
    if (!creates(path, "tiles", id))
      yield `${path}: does not create the function tiles."${id}"(z, x, y, filter)`;
    const [, comment] = new RegExp(`comment on function tiles\\.${id} is '([^']*)'`).exec(read(path)) ?? [];
    const parsed = tileLayer.safeParse(comment && JSON.parse(comment));
    if (!parsed.success)
      yield `${path}: its comment declares no tile layer: ${z.prettifyError(parsed.error)}`;
  }
}

function* layers(): Iterable<string> {
  for (const path of filesUnder("web/src/map/layers", ".layer.ts")) {
    const id = path.slice("web/src/map/layers/".length, -".layer.ts".length);
    if (!read(path).includes(`"${id}"`)) yield `${path}: nothing in it has the id "${id}"`;
  }
}

/** Does an SQL file make the function its own name stands for? */
function creates(path: string, schema: string, id: string): boolean {
  return new RegExp(`function ${schema}\\."?${id}"?\\(`).test(read(path));
}
