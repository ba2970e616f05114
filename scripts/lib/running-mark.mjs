// Who serves at a port, for another command of this folder that finds it taken: a file with the mark of the process.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "./paths.mjs";
import { isAlive, markOfThisProcess } from "./processes.mjs";

/** @param {number} port */
function markFile(port) {
  return join(dataDir, "serving", `${port}.json`);
}

/**
 * @param {number} port
 * @returns {() => void} takes it back
 */
export function markServing(port) {
  mkdirSync(join(dataDir, "serving"), { recursive: true });
  writeFileSync(markFile(port), JSON.stringify(markOfThisProcess()));
  return () => rmSync(markFile(port), { force: true });
}

/**
 * @param {number} port
 * @returns {number | null} the living process that said so last
 */
export function whoServes(port) {
  try {
    const mark = JSON.parse(readFileSync(markFile(port), "utf8"));
    return isAlive(mark) ? mark.pid : null;
  } catch {
    return null;
  }
}
