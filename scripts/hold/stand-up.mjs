// The house that is attacked: a database that keeps what it acknowledges, and a built server that tells how much it holds.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { buildWhatIsStale } from "../lib/build-app.mjs";
import { freePort } from "../lib/cluster-process.mjs";
import { inRoot } from "../lib/paths.mjs";
import { Stop, step } from "../lib/say.mjs";
import { serverEnvironment } from "../lib/serve.mjs";
import { atEnd } from "../lib/shutdown.mjs";
import { openTestDatabases } from "../lib/test-database.mjs";
import { startPrimary } from "../scale/clusters.mjs";
import { keepRunning } from "../scale/party.mjs";
import { startProxy } from "../scale/proxy.mjs";
import { untilServes } from "../scale/stand-up.mjs";

const TELLS_WITHIN_MS = 10_000;

/**
 * @typedef {Awaited<ReturnType<typeof standUp>>} House
 * @typedef {{ heap: number, rss: number }} Held megabytes: what is alive after a collection, and what the process has of the machine
 */

/**
 * @param {string} home
 * @param {string} editKey
 */
export async function standUp(home, editKey) {
  await buildWhatIsStale();
  const database = await step("A database, from the template of the tests", async () => {
    const tests = await openTestDatabases();
    try {
      return await startPrimary(join(home, "primary"), tests);
    } finally {
      await tests.close();
    }
  });
  mkdirSync(home, { recursive: true });
  return { ...(await startServer("server", home, database, editKey)), database, editKey, home };
}

/**
 * @param {string} name
 * @param {string} home
 * @param {Awaited<ReturnType<typeof startPrimary>>} database
 * @param {string} editKey
 * @param {Record<string, string>} [more] settings
 */
async function startServer(name, home, database, editKey, more = {}) {
  const port = await freePort(9_500);
  const url = `http://127.0.0.1:${port}`;
  const heldFile = join(home, `${name}-held.json`);
  const server = keepRunning(name, {
    program: process.execPath,
    args: [
      "--expose-gc",
      "--import",
      pathToFileURL(inRoot("scripts/hold/tell-held.mjs")).href,
      inRoot("server/dist/server.js"),
    ],
    log: join(home, `${name}.log`),
    env: {
      ...serverEnvironment({ host: "127.0.0.1", port, url }, database),
      EDIT_KEY: editKey,
      REDISTRIBUTE_SOURCES: "local-governments",
      HELD_FILE: heldFile,
      ...more,
    },
  });
  atEnd(server.stop);
  await step("A server", () => untilServes({ name, url, party: server }));

  return {
    url,
    server,
    logs: [database.party.log, server.log],
    /** @returns {Promise<Held>} */
    async held() {
      rmSync(heldFile, { force: true });
      process.kill(server.pid(), "SIGUSR2");
      const deadline = Date.now() + TELLS_WITHIN_MS;
      while (Date.now() < deadline) {
        await sleep(50);
        try {
          return JSON.parse(readFileSync(heldFile, "utf8"));
        } catch {
          // not written yet
        }
      }
      throw new Stop("The server does not tell what it holds.");
    },
  };
}

/**
 * The same house through a proxy: a server beside the other, that trusts the one proxy before it and knows no other name of its own than
 * it is told.
 * @template Result
 * @param {House} house
 * @param {(house: House) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function behindProxy(house, use) {
  const trusting = { TRUST_PROXY: "1" };
  const server = await startServer("proxied", house.home, house.database, house.editKey, trusting);
  const proxy = await startProxy([Number(new URL(server.url).port)]);
  atEnd(proxy.close);
  try {
    return await use({ ...house, ...server, url: proxy.url });
  } finally {
    await server.server.stop();
  }
}
