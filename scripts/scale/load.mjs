// People who read and a planner who saves, through the proxy; and beside each server somebody who looks whether it shows what
// was saved. Everything is written down, with its moment.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createAsker, problemOf } from "../lib/asker.mjs";

const INDICATOR = "plans-linked";
const ANSWER_WITHIN_MS = 20_000;
const READ_EVERY_MS = 60;
const WRITE_EVERY_MS = 150;
const LOOK_EVERY_MS = 60;

/**
 * @typedef {{ what: string, began: number, ended: number, status: number, code: string }} Answered
 *   status: 0 where none came · code: of the problem
 * @typedef {{ version: number, edit: number, owner: string, began: number, ended: number }} Saved
 * @typedef {{ server: string, what: string, began: number, ended: number, version: number, edit: number }} Seen
 * @typedef {{ answers: Answered[], saved: Saved[], seen: Seen[] }} Records
 */

const PROVINCES = ["10", "20", "30", "40", "50", "57", "63", "80", "90"];
const provinceOf = (/** @type {number} */ turn) => PROVINCES[turn % PROVINCES.length];
/** Who reads what. Some answers are kept, others made for each. */
const READS = {
  coverage: (/** @type {number} */ turn) =>
    `/api/coverage/${INDICATOR}?level=district&within=${provinceOf(turn)}`,
  list: (/** @type {number} */ turn) => `/api/organizations?limit=20&within=${provinceOf(turn)}`,
  tile: (/** @type {number} */ turn) => `/api/tiles/organizations/7/${98 + (turn % 4)}/${56 + (turn % 4)}`,
  health: () => "/api/health",
};

const { ask, close } = createAsker({ answerWithinMs: ANSWER_WITHIN_MS });

/**
 * @param {{ proxy: string, servers: { name: string, url: string }[], editKey: string }} where
 * @returns {{ records: Records, stop: () => Promise<void> }}
 */
export function startLoad({ proxy, servers, editKey }) {
  /** @type {Records} */
  const records = { answers: [], saved: [], seen: [] };
  let running = true;

  /**
   * @param {string} what
   * @param {string} url
   * @param {Parameters<typeof ask>[1]} [options]
   */
  async function note(what, url, options) {
    const began = performance.now();
    const answer = await ask(url, options);
    const ended = performance.now();
    records.answers.push({ what, began, ended, status: answer.status, code: problemOf(answer) });
    return { ...answer, began, ended };
  }

  /**
   * @param {number} pause
   * @param {(turn: number) => Promise<unknown>} work
   */
  async function again(pause, work) {
    for (let turn = 0; running; turn += 1) {
      await work(turn);
      await sleep(pause);
    }
  }

  /** @param {number} turn */
  async function save(turn) {
    const current = await ask(`${proxy}/api/targets/${INDICATOR}`);
    if (current.status !== 200) return;
    const { version } = JSON.parse(current.text);
    const owner = `scale ${turn}`;
    const change = {
      action: "set",
      based_on: version,
      owner,
      // of some length, so that pages fill
      note: randomBytes(450).toString("hex"),
      milestones: [{ fiscal_year: 2021, value: 1_000 + turn }],
    };
    const { status, text, headers, began, ended } = await note(
      "save",
      `${proxy}/api/targets/${INDICATOR}/versions`,
      {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${editKey}` },
        body: JSON.stringify(change),
      },
    );
    if (status !== 201) return;
    const edit = Number(headers["data-version"]);
    records.saved.push({ version: JSON.parse(text).version, edit, owner, began, ended });
  }

  /**
   * The target by itself, and as a kept answer shows it.
   * @param {{ name: string, url: string }} server
   * @param {number} turn
   */
  async function look({ name, url }, turn) {
    const [what, path] =
      turn % 2 === 0 ? ["target", `targets/${INDICATOR}`] : ["figure", `coverage/${INDICATOR}?level=region`];
    const began = performance.now();
    const { status, text, headers } = await ask(`${url}/api/${path}`);
    if (status !== 200) return;
    const answer = JSON.parse(text);
    const version = what === "target" ? answer.version : answer.total.target.version;
    // who asks for the target alone is told no number of an edit
    const edit = what === "target" ? Number.POSITIVE_INFINITY : Number(headers["data-version"]);
    records.seen.push({ server: name, what, began, ended: performance.now(), version, edit });
  }

  const loops = [
    ...Object.entries(READS).map(([what, path]) =>
      again(READ_EVERY_MS, (turn) => note(what, proxy + path(turn))),
    ),
    again(WRITE_EVERY_MS, save),
    ...servers.map((server) => again(LOOK_EVERY_MS, (turn) => look(server, turn))),
  ];
  return {
    records,
    async stop() {
      running = false;
      await Promise.all(loops);
      close();
    },
  };
}
