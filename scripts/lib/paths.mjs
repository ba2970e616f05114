import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** What this machine keeps for this folder: the private database, stamps, locks. Tests point it elsewhere. */
export const dataDir = resolve(root, process.env.PHUENTHI_DATA_DIR ?? ".data");

/** @param {string[]} parts */
export function inRoot(...parts) {
  return join(root, ...parts);
}
