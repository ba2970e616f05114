// The key that lets planners set targets on a private installation: made once, kept in a file that only its owner reads.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "./paths.mjs";

/**
 * Sets EDIT_KEY for the server, unless the environment has one or the database is not ours.
 * @param {{ isPrivate: boolean }} database
 * @returns {string | null} the file to look the key up in, null when there is none
 */
export function provideEditKey({ isPrivate }) {
  if (process.env.EDIT_KEY || !isPrivate) return null;
  const path = join(dataDir, "edit-key");
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  }
  process.env.EDIT_KEY = readFileSync(path, "utf8").trim();
  return path;
}
