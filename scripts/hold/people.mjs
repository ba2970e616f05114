// Somebody who looks at the map, and a planner who saves, both from 127.0.0.1: each question and save is written down.
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 200;
const SAVE_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 30_000;

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
  // a file that nobody has asked for before
  (/** @type {number} */ turn) => `/api/export/partners.csv?q=${turn}`,
];

/**
 * @param {string} localAddress
 * @param {{ keepAlive?: boolean }} [options]
 */
export function askerFrom(localAddress, { keepAlive = true } = {}) {
  const agent = new Agent({ keepAlive, localAddress, maxSockets: 200 });
  /**
   * @param {string} url
   * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [options]
   * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, text: string }>}
   */
  const ask = (url, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve) => {
      const none = () => resolve({ status: 0, headers: {}, text: "" });
      const asked = request(url, { method, headers, agent, timeout: ANSWER_WITHIN_MS }, (answer) => {
        /** @type {Buffer[]} */
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", none);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
      });
      asked.on("timeout", () => asked.destroy());
      asked.on("error", none);
      asked.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/**
 * @param {{ url: string, editKey: string }} house
 * @returns {{ answers: Answered[], saved: { version: number, owner: string }[], stop: () => Promise<void> }}
 */
export function startPeople({ url, editKey }) {
  const { ask, close } = askerFrom("127.0.0.1");
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
    const code = answer.status >= 400 ? (/"code":"([^"]+)"/.exec(answer.text)?.[1] ?? "") : "";
    answers.push({ what, ms: ended - began, status: answer.status, code, ended });
    return answer;
  }

  async function look() {
    for (let turn = 0; running; turn += 1) {
      const path = LOOKS[turn % LOOKS.length]?.(turn) ?? "";
      await note(path.split(/[?\d]/)[0] ?? path, path);
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
