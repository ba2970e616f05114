// What lies in the folders beside this file, in the order of its names.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const dbFolder = import.meta.dirname;

export type SqlFile = { path: string; text: string; sha256: string };

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export function sqlFiles(folder: string, ending: string): SqlFile[] {
  return readdirSync(join(dbFolder, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const text = readFileSync(join(dbFolder, folder, name), "utf8");
      return { path: `${folder}/${name}`, text, sha256: sha256(text) };
    });
}
