// Everything that stands on machines of its own, on this one.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createAsker } from "../lib/asker.mjs";
import { buildWhatIsStale } from "../lib/build-app.mjs";
import { freePort } from "../lib/cluster-process.mjs";
import { inRoot } from "../lib/paths.mjs";
import { Stop, step } from "../lib/say.mjs";
import { serverEnvironment } from "../lib/serve.mjs";
import { atEnd } from "../lib/shutdown.mjs";
import { openTestDatabases } from "../lib/test-database.mjs";
import { startPrimary, startReplica } from "./clusters.mjs";
import { keepRunning } from "./party.mjs";
import { findPgBouncer, startPooler, versionOfPgBouncer } from "./pooler.mjs";
import { startProxy } from "./proxy.mjs";
import { mountSmallDisk } from "./small-disk.mjs";

const READY_WITHIN_MS = 60_000;

/**
 * @typedef {{ name: string, url: string, party: import("./party.mjs").Party }} Server
 * @typedef {Awaited<ReturnType<typeof standUp>>} Machines
 */

/**
 * @param {string} home
 * @param {string} editKey
 */
export async function standUp(home, editKey) {
  await findPgBouncer();
  await buildWhatIsStale();
  const disk = await mountSmallDisk(join(home, "primary"));
  const primary = await step("A primary, from the template of the tests", async () => {
    const tests = await openTestDatabases();
    try {
      return await startPrimary(join(home, "primary"), tests);
    } finally {
      await tests.close();
    }
  });
  const replica = await step("A streaming replica of it", () => startReplica(join(home, "replica"), primary));
  const pooler = await startPooler(join(home, "pgbouncer"), primary);
  mkdirSync(home, { recursive: true });
  /** @type {Server[]} */
  const servers = [];
  for (const name of ["server one", "server two"]) {
    const port = await freePort(9_400 + servers.length * 10);
    const address = { host: "127.0.0.1", port, url: `http://127.0.0.1:${port}` };
    const party = keepRunning(name, {
      program: process.execPath,
      args: [inRoot("server/dist/server.js")],
      log: join(home, `${name.replace(" ", "-")}.log`),
      env: {
        ...serverEnvironment(address, pooler),
        LISTEN_DATABASE_URL: primary.apiUrl,
        READ_DATABASE_URL: replica.apiUrl,
        NAMED_STATEMENTS: "off",
        TRUST_PROXY: "1",
        EDIT_KEY: editKey,
      },
    });
    atEnd(party.stop);
    servers.push({ name, url: address.url, party });
  }
  await step("Two servers", async () => {
    for (const server of servers) await untilServes(server);
  });
  const proxy = await startProxy(servers.map(({ url }) => Number(new URL(url).port)));
  atEnd(proxy.close);
  return {
    disk,
    primary,
    replica,
    pooler,
    servers,
    proxy,
    description: `PostgreSQL from ${primary.bin}, ${versionOfPgBouncer()} in transaction mode, Node ${process.versions.node}`,
    logs: [primary.party, replica.party, pooler.party, ...servers.map(({ party }) => party)].map(
      ({ log }) => log,
    ),
  };
}

/** @param {Server} server */
export async function untilServes({ name, url, party }) {
  const { ask, close } = createAsker({ keepAlive: false });
  const deadline = Date.now() + READY_WITHIN_MS;
  while ((await ask(`${url}/api/health`)).status !== 200) {
    if (Date.now() > deadline) throw new Stop(`The ${name} does not answer.`, `read ${party.log}`);
    await sleep(25);
  }
  close();
}
