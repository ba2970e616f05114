// A handler asks the database as whoever asks it, and what is kept for everybody is made as everybody sees it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, root } from "./tree.ts";

export function handlerOffences(): string[] {
  return filesUnder("server/src/modules", ".routes.ts").flatMap((path) =>
    offencesIn(readFileSync(join(root, path), "utf8")).map((offence) => `${path}: ${offence}`),
  );
}

/** @param source of a file of routes, as the formatter leaves it */
export function offencesIn(source: string): string[] {
  return routesIn(source).flatMap(({ address, text }) =>
    offencesOf(text).map((offence) => `${address} ${offence}`),
  );
}

/** A route as it is written: from `app.get(` to the bracket that closes it, which the formatter sets under its beginning. */
function routesIn(source: string): { address: string; text: string }[] {
  const routes = source.matchAll(/^( *)app\.\w+\(\n\s*(\S+),\n[\s\S]*?^\1\);/gm);
  return [...routes].map(([text, , address = ""]) => ({ address, text }));
}

function offencesOf(route: string): string[] {
  const isKept = route.includes("answers.send(");
  return [
    ...(route.includes("publicDb")
      ? ["asks publicDb, which is for what is read once and kept; use dbOf(request)"]
      : []),
    ...(isKept && route.includes("dbOf(")
      ? ["answers everybody from memory, but asks as one viewer; use the db that make is given"]
      : []),
  ];
}
