// What many do at once who mean no good, or do not know what they do. Each runs until it is told to stop, from addresses that are
// nobody else's.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createAsker } from "../lib/asker.mjs";

/**
 * @typedef {{ url: string, signal: AbortSignal, count: (hit: string) => void }} Where
 *   count: what came of it, by the status of an answer, or "open"
 * @typedef {{ what: string, hits: string[], harms?: string[], isProxied?: boolean, isMigrated?: boolean,
 *   run: (where: Where) => Promise<unknown> }} Attack
 *   hits: at least one of these comes of it, or it was none · harms: none of these does · isProxied: everybody, people too, comes through
 *   a proxy that the server trusts · isMigrated: the database is brought up to a newer version meanwhile
 */

/** -1: that of the people */
const addressOf = (/** @type {number} */ at) => `127.0.0.${2 + (at % 250)}`;

/**
 * So many connections from so many addresses, each asking again as soon as it was answered.
 * @param {Where} where
 * @param {{ connections: number, addresses: number, ask: (ask: ReturnType<typeof createAsker>["ask"], turn: number) => Promise<{ status: number }>, from?: number }} how
 */
async function closedLoop({ signal, count }, { connections, addresses, ask, from = 0 }) {
  const askers = Array.from({ length: addresses }, (_, at) =>
    createAsker({ localAddress: addressOf(from + at) }),
  );
  let turn = 0;
  const one = async (/** @type {number} */ at) => {
    while (!signal.aborted) {
      turn += 1;
      const asker = askers[at % addresses];
      if (asker) count(String((await ask(asker.ask, turn)).status));
    }
  };
  signal.addEventListener("abort", () => {
    for (const { close } of askers) close();
  });
  await Promise.all(Array.from({ length: connections }, (_, at) => one(at)));
}

/**
 * Sockets from many addresses, written to by `feed` as long as they are open.
 * @param {Where} where
 * @param {{ sockets: number, addresses: number, head: string, feed?: (socket: import("node:net").Socket) => void, everyMs?: number, paused?: boolean, from?: number }} how
 */
async function openSockets(
  { url, signal, count },
  { sockets, addresses, head, feed, everyMs = 1_000, paused = false, from = 0 },
) {
  const { port } = new URL(url);
  /** @type {Set<import("node:net").Socket>} */
  const open = new Set();
  let at = 0;
  while (!signal.aborted) {
    while (open.size < sockets && !signal.aborted) {
      const socket = connect({
        port: Number(port),
        host: "127.0.0.1",
        localAddress: addressOf(from + (at % addresses)),
      });
      at += 1;
      open.add(socket);
      socket.once("connect", () => count("open"));
      socket.on("error", () => {});
      socket.once("close", () => open.delete(socket));
      if (paused) socket.pause();
      else socket.resume();
      socket.write(head);
      if (at % 50 === 0) await sleep(5);
    }
    await sleep(everyMs, null, { signal }).catch(() => {});
    if (feed) for (const socket of open) if (socket.writable) feed(socket);
  }
  for (const socket of open) socket.destroy();
}

const EVIL = "evil.example";
const HALF = "x".repeat(512 * 1024);
const SHARE = {
  action: "share",
  level: "province",
  method: "proportional",
  basis: "gap",
  owner: "attack",
  based_on: 1,
};
const post = (/** @type {string} */ path, /** @type {number} */ length) =>
  `POST /api/targets/leaders/${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** @type {Record<string, Attack>} */
export const attacks = {
  lists: {
    what: "20 connections, whole lists of local authorities",
    hits: ["200"],
    run: (where) =>
      closedLoop(where, {
        connections: 20,
        addresses: 1,
        ask: (ask, turn) => ask(`${where.url}/api/local-authorities?within=50&limit=${500 - (turn % 100)}`),
      }),
  },
  overviews: {
    what: "20 connections, figures of places never asked for before",
    hits: ["200"],
    run: async (where) => {
      const { ask, close } = createAsker({ localAddress: addressOf(0) });
      const { text } = await ask(`${where.url}/api/areas?level=district&limit=500`);
      close();
      /** @type {string[]} */
      const districts = JSON.parse(text).items.map((/** @type {{ code: string }} */ { code }) => code);
      const districtOf = (/** @type {number} */ at) => districts[at % districts.length];
      await closedLoop(where, {
        connections: 20,
        addresses: 4,
        ask: (one, turn) =>
          turn % 2 === 0
            ? one(`${where.url}/api/overview?place=${districtOf(turn / 2)}&fiscal_year=${2018 + (turn % 4)}`)
            : one(
                `${where.url}/api/coverage/plans-linked?level=tambon&within=R${1 + (turn % 5)},${districtOf(turn)},${districtOf(turn * 7 + 3)}`,
              ),
      });
    },
  },
  neighbours: {
    what: "20 connections, whole lists, from the same address as the people",
    hits: ["200"],
    run: (where) =>
      closedLoop(where, {
        connections: 20,
        addresses: 1,
        from: -1,
        ask: (ask, turn) => ask(`${where.url}/api/local-authorities?within=50&limit=${500 - (turn % 100)}`),
      }),
  },
  previews: {
    what: "20 connections, share-outs tried",
    hits: ["200"],
    run: (where) =>
      closedLoop(where, {
        connections: 20,
        addresses: 2,
        ask: (ask) =>
          ask(`${where.url}/api/targets/plans-linked/preview`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(SHARE),
          }),
      }),
  },
  crowd: {
    what: "200 connections from 100 addresses, dear answers of all kinds",
    hits: ["200"],
    run: (where) =>
      closedLoop(where, {
        connections: 200,
        addresses: 100,
        ask: (ask, turn) =>
          ask(
            where.url +
              [
                `/api/local-authorities?within=${10 + (turn % 87)}&limit=${500 - (turn % 300)}`,
                `/api/areas/${10 + (turn % 87)}/profile?fiscal_year=${2018 + (turn % 4)}`,
                `/api/plans?q=${turn}&limit=500`,
                `/api/similar/plans-linked/${10 + (turn % 87)}0${1 + (turn % 5)}01`,
                `/api/gaps/plans-linked?level=tambon&within=${10 + (turn % 87)}&limit=${100 + (turn % 100)}`,
                `/api/export/plan-items.geojson?q=${turn}`,
              ][turn % 6],
          ),
      }),
  },
  description: {
    what: "20 connections, the description of the API in all its forms",
    hits: ["200"],
    run: (where) =>
      closedLoop(where, {
        connections: 20,
        addresses: 4,
        ask: (ask, turn) =>
          ask(`${where.url}/api/${["docs/yaml", "docs/json", "openapi.json"][turn % 3]}?${turn}`),
      }),
  },
  readers: {
    what: "60 readers of whole files that hardly read, and a migration",
    hits: ["open"],
    isMigrated: true,
    run: (where) => {
      let turn = 0;
      return Promise.all(
        Array.from({ length: 60 }, (_, at) =>
          openSockets(where, {
            sockets: 1,
            addresses: 1,
            from: at,
            get head() {
              turn += 1;
              return `GET /api/export/areas.geojson?level=tambon&bbox=97,5,106,21.${1000 + turn + at} HTTP/1.1\r\nhost: x\r\n\r\n`;
            },
            paused: true,
            everyMs: 250,
            feed: (socket) => socket.read(10_000),
          }),
        ),
      );
    },
  },
  bodies: {
    what: "800 bodies of a megabyte, half sent",
    hits: ["open"],
    run: (where) =>
      openSockets(where, { sockets: 800, addresses: 100, head: post("preview", 2 ** 20) + HALF }),
  },
  trickles: {
    what: "200 trickling bodies and 200 trickling heads",
    hits: ["open"],
    run: (where) =>
      Promise.all([
        openSockets(where, {
          sockets: 200,
          addresses: 100,
          head: post("preview", 20_000),
          feed: (socket) => socket.write(" "),
        }),
        openSockets(where, {
          sockets: 200,
          addresses: 100,
          head: "GET /api/health HTTP/1.1\r\n",
          feed: (socket) => socket.write("x: y\r\n"),
        }),
      ]),
  },
  sockets: {
    what: "3,000 connections that say nothing",
    hits: ["open"],
    run: (where) => openSockets(where, { sockets: 3_000, addresses: 200, head: "" }),
  },
  keys: {
    what: "wrong keys, each under another name for its address",
    hits: ["401", "429"],
    run: (where) =>
      closedLoop(where, {
        connections: 20,
        addresses: 20,
        ask: (ask, turn) =>
          ask(`${where.url}/api/targets/leaders/versions`, {
            method: "POST",
            headers: {
              "content-type": "application/json",
              authorization: `Bearer wrong-${turn}`,
              "x-forwarded-for": `10.${turn % 250}.0.1, 127.0.0.1`,
              "x-forwarded-host": EVIL,
            },
            body: JSON.stringify(SHARE),
          }),
      }),
  },
  forged: {
    what: "wrong keys and other names for the server, through its proxy",
    hits: ["401", "429"],
    harms: ["evil"],
    isProxied: true,
    run: ({ url, signal, count }) =>
      closedLoop(
        { url, signal, count },
        {
          connections: 20,
          addresses: 20,
          ask: async (ask, turn) => {
            const headers = {
              // the people's own address, first in the chain
              "x-forwarded-for": `127.0.0.1, 10.${turn % 250}.0.1`,
              "x-forwarded-host": EVIL,
              "x-forwarded-proto": turn % 2 === 0 ? "https" : "javascript",
            };
            const answer =
              turn % 4 === 0
                ? await ask(`${url}/api/tiles/areas.json`, { headers })
                : await ask(`${url}/api/targets/leaders/versions`, {
                    method: "POST",
                    headers: {
                      ...headers,
                      "content-type": "application/json",
                      authorization: `Bearer wrong-${turn}`,
                    },
                    body: JSON.stringify(SHARE),
                  });
            if (/evil\.example|javascript:/i.test(answer.text + JSON.stringify(answer.headers)))
              count("evil");
            return answer;
          },
        },
      ),
  },
};
