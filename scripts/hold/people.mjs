// Somebody who looks at the map, and a planner who saves, both from 127.0.0.1: each question and save is written down.
import { setTimeout as sleep } from "node:timers/promises";
import { createAsker, problemOf } from "../lib/asker.mjs";

const LOOK_EVERY_MS = 200;
const SAVE_EVERY_MS = 1_000;

/** @typedef {{ what: string, ms: number, status: number, code: string, ended: number }} Answered status: 0 where none came */

const PROVINCES = ["10", "20", "30", "40", "50", "57", "63", "80", "90"];
const provinceOf = (/** @type {number} */ turn) => PROVINCES[turn % PROVINCES.length];
/** What a page asks while somebody looks around, kept or not. */
const LOOKS = [
  (/** @type {number} */ turn) =>
    `/api/areas/at?lon=${100 + (turn % 30) / 20}&lat=${14.5 + (turn % 50) / 20}`,
  (/** @type {number} */ turn) => `/api/areas/${provinceOf(turn)}01`,
  () => "/api/health",
  (/** @type {number} */ turn) => `/api/coverage/plans-linked?level=tambon&within=${provinceOf(turn)}`,
  (/** @type {number} */ turn) => `/api/organizations?limit=20&within=${provinceOf(turn)}01`,
  (/** @type {number} */ turn) => `/api/tiles/organizations/8/${198 + (turn % 4)}/${112 + (turn % 6)}`,
  (/** @type {number} */ turn) => `/api/places?q=${encodeURIComponent("บ้าน")}&limit=${5 + (turn % 10)}`,
  (/** @type {number} */ turn) => `/api/overview?place=${provinceOf(turn)}`,
  // a file that nobody has asked for before
  (/** @type {number} */ turn) => `/api/export/partners.csv?q=${turn}`,
];

const SHARE = {
  action: "share",
  level: "province",
  method: "proportional",
  basis: "population",
  owner: "hold",
  based_on: 1,
};

/** Such as "areas at" of /api/areas/at?lon=100: what is asked for, without where. */
const nameOf = (/** @type {string} */ path) =>
  path
    .replace(/^\/api\//, "")
    .split(/[?\d]/)[0]
    ?.replace(/\//g, " ")
    .trim() ?? path;

/**
 * @param {{ url: string, editKey: string }} house
 * @returns {{ answers: Answered[], saved: { version: number, owner: string }[], stop: () => Promise<void> }}
 */
export function startPeople({ url, editKey }) {
  const { ask, close } = createAsker({ localAddress: "127.0.0.1" });
  /** @type {Answered[]} */
  const answers = [];
  /** @type {{ version: number, owner: string }[]} */
  const saved = [];
  let running = true;

  /** @param {string} what @param {string} path @param {Parameters<typeof ask>[1]} [options] */
  async function note(what, path, options) {
    const began = performance.now();
    const answer = await ask(url + path, options);
    const ended = performance.now();
    answers.push({ what, ms: ended - began, status: answer.status, code: problemOf(answer), ended });
    return answer;
  }

  async function look() {
    for (let turn = 0; running; turn += 1) {
      const path = LOOKS[turn % LOOKS.length]?.(turn) ?? "";
      await note(nameOf(path), path);
      await sleep(LOOK_EVERY_MS);
    }
  }

  async function save() {
    for (let turn = 0; running; turn += 1) {
      const { status, text } = await note("target", "/api/targets/leaders");
      if (status === 200) {
        const owner = `hold ${process.pid} ${turn}`;
        const change = {
          action: "set",
          based_on: JSON.parse(text).version,
          owner,
          milestones: [{ fiscal_year: 2021, value: 1_000 + turn }],
        };
        const written = await note("save", "/api/targets/leaders/versions", {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${editKey}` },
          body: JSON.stringify(change),
        });
        await note("preview", "/api/targets/plans-linked/preview", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(SHARE),
        });
        if (written.status === 201) saved.push({ version: JSON.parse(written.text).version, owner });
      }
      await sleep(SAVE_EVERY_MS);
    }
  }

  const loops = [look(), save()];
  return {
    answers,
    saved,
    async stop() {
      running = false;
      await Promise.all(loops);
      close();
    },
  };
}
