// People at work, an attack, and what both left behind.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "../lib/paths.mjs";
import { migrate } from "../scale/migrate.mjs";
import { attacks } from "./attacks.mjs";
import { startPeople } from "./people.mjs";

const P95_MS = 300;
/** Of less nothing can be said: whatever a page asks for first is made, and a busy machine takes its time. */
const JUDGED_FROM_S = 30;
/** So much longer than before the attack may what is alive be: answers are kept in memory, within bounds. */
const MORE_HEAP_MB = 120;
/** Its own work takes a few seconds; whoever holds a file open does not add to that. */
const MIGRATED_WITHIN_MS = 60_000;
/** Of rounds that do the same, the last may have so much more of the machine than the second. */
const PLATEAU = 1.15;

/** @typedef {import("./table.mjs").Row} Row */

/** @param {string} name @param {string} url */
function startAttack(name, url) {
  const child = spawn(process.execPath, [inRoot("scripts/hold/attack.mjs"), name, url], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once("close", () => resolve()));
  /** @type {Record<string, number>} */
  let counts = {};
  child.once("message", (/** @type {Record<string, number>} */ told) => {
    counts = told;
  });
  return {
    /** What came of it. */
    counts: () => counts,
    async stop() {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await ended;
      clearTimeout(force);
    },
  };
}

/**
 * @param {import("./stand-up.mjs").House} house
 * @param {string} name
 * @param {string} what
 * @param {number} seconds
 * @returns {Promise<Row>}
 */
export async function runAttack(house, name, what, seconds) {
  const before = await house.held();
  const people = startPeople(house);
  const attack = name === "nothing" ? null : startAttack(name, house.url);
  const { isMigrated = false, harms = [] } = attacks[name] ?? {};
  await sleep((seconds * 1_000) / (isMigrated ? 2 : 1));
  let migrated = 0;
  if (isMigrated) {
    const began = performance.now();
    await migrate(house.database.ownerUrl);
    migrated = performance.now() - began;
    await sleep((seconds * 1_000) / 2);
  }
  await people.stop();
  await attack?.stop();
  await sleep(2_000);
  const after = await house.held();
  const row = rowOf(what, people.answers, seconds >= JUDGED_FROM_S);
  if (attack && !attacks[name]?.hits.some((hit) => attack.counts()[hit])) {
    row.missed.push(`nothing came of the attack: ${JSON.stringify(attack.counts())}`);
  }
  if (migrated > MIGRATED_WITHIN_MS) row.missed.push(`the migration took ${Math.round(migrated)} ms`);
  const harm = harms.filter((hit) => attack?.counts()[hit]);
  if (harm.length > 0) row.missed.push(`it came of the attack: ${harm.join(", ")}`);
  if (after.heap > before.heap + MORE_HEAP_MB)
    row.missed.push(`${after.heap} MB alive, ${before.heap} before`);
  return { ...row, heap: after.heap, rss: after.rss };
}

/**
 * @param {string} what
 * @param {import("./people.mjs").Answered[]} answers
 * @param {boolean} isTimed
 * @returns {Row}
 */
function rowOf(what, answers, isTimed) {
  const saves = answers.filter((answer) => answer.what === "save");
  const failed = answers.filter(({ status }) => status === 0 || status >= 400);
  const failedSaves = failed.filter((answer) => answer.what === "save");
  /** @type {Record<string, number>} */
  const failures = {};
  for (const { what: asked, status, code } of failed) {
    const failure = `${asked} ${status} ${code}`.trim();
    failures[failure] = (failures[failure] ?? 0) + 1;
  }
  const p95 = quantile(answers, 0.95);
  const missed = [
    isTimed && p95 > P95_MS && `p95 ${Math.round(p95)} ms`,
    failedSaves.length > 0 && `${failedSaves.length} of ${saves.length} saves failed`,
    saves.length === 0 && "nothing was saved",
    isTimed &&
      failed.length > answers.length / 100 &&
      Object.entries(failures)
        .map(([kind, times]) => `${times} × ${kind}`)
        .join(", "),
  ].filter((line) => typeof line === "string");
  return {
    what,
    asked: answers.length,
    p50: quantile(answers, 0.5),
    p95,
    most: quantile(answers, 1),
    failed: failed.length,
    saves: saves.length,
    failedSaves: failedSaves.length,
    kinds: Object.fromEntries(
      [...new Set(answers.map((answer) => answer.what))].map((kind) => [
        kind,
        quantile(
          answers.filter((answer) => answer.what === kind),
          0.95,
        ),
      ]),
    ),
    missed,
  };
}

/** @param {import("./people.mjs").Answered[]} answers @param {number} share */
function quantile(answers, share) {
  const sorted = answers.map(({ ms }) => ms).toSorted((some, more) => some - more);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * The same bodies five times: what stays with the process after the second stays the same.
 * @param {import("./stand-up.mjs").House} house
 * @param {number} seconds
 * @returns {Promise<Row[]>}
 */
export async function runPlateau(house, seconds) {
  /** @type {Row[]} */
  const rows = [];
  for (let round = 1; round <= 5; round += 1)
    rows.push(await runAttack(house, "bodies", `half sent bodies, round ${round}`, seconds));
  const [, second, , , last] = rows;
  if (last?.rss && second?.rss && last.rss > second.rss * PLATEAU)
    last.missed.push(`RSS ${last.rss} MB after ${second.rss} MB in the second round`);
  return rows;
}
