// A tag for all of the server's code: the same data written by another program are another file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tagOf } from "../conditional.ts";

const root = join(import.meta.dirname, "..");

export const codeTag = tagOf(
  ...readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[jt]s$/.test(path))
    .sort()
    .map((path) => readFileSync(join(root, path))),
);
