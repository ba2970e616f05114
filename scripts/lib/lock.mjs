// One process at a time for what two must not do together (npm ci, initdb, a build). The lock is a file with
// the mark of its holder; a holder that died (kill -9 included) loses it to the next who asks.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataDir } from "./paths.mjs";
import { isAlive, markOfThisProcess } from "./processes.mjs";
import { step } from "./say.mjs";

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {string} [folder] where the lock file lies
 * @returns {Promise<T>}
 */
export async function withLock(name, work, folder = dataDir) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  if (!tryTake(file)) {
    await step(
      `Waiting for process ${holderOf(file)?.pid ?? "?"}, which is doing the same (${name})`,
      async () => {
        while (!tryTake(file)) await sleep(100);
      },
      { quietFor: 1_000 },
    );
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryTake(file) {
  const holder = holderOf(file);
  if (holder !== null) {
    if (isAlive(holder)) return false;
    removeStale(file);
  }
  // written aside and linked into place: a lock file is never seen half written
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(markOfThisProcess()));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(own);
  }
}

/**
 * Moves the dead holder's file away before deleting it: when another process was quicker and the file moved is
 * already its new lock, it goes back.
 * @param {string} file
 */
function removeStale(file) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = holderOf(aside);
    if (moved !== null && isAlive(moved)) linkSync(aside, file);
    unlinkSync(aside);
  } catch {
    // another process removed it first, which is what was wanted
  }
}

/**
 * @param {string} file
 * @returns {import("./processes.mjs").ProcessMark | null}
 */
function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
