// Kills without a warning, and a database that stops in the middle of a word: how long until it goes on, and whether anything that was
// acknowledged is gone.
import { setTimeout as sleep } from "node:timers/promises";
import { createAsker, problemOf } from "../lib/asker.mjs";
import { frozen } from "../scale/frozen.mjs";
import { listLost } from "../scale/lost.mjs";
import { startPeople } from "./people.mjs";

const HEAL_MS = 5_000;
/** A question to a database that says nothing ends by the deadline of a statement, at most after having waited for its turn. */
const ANSWER_MS = 20_000;

/** @typedef {import("./table.mjs").Row} Row */

/**
 * Each time another: the server, the database.
 * @param {import("./stand-up.mjs").House} house
 * @param {number} rounds
 * @param {(detail: string) => void} update
 * @returns {Promise<Row[]>}
 */
export async function killAgainAndAgain(house, rounds, update) {
  const { ask, close } = createAsker({ localAddress: "127.0.0.1", keepAlive: false });
  const people = startPeople(house);
  const victims = [house.server, house.database.party];
  /** @type {Record<string, number[]>} */
  const healed = {};
  for (let round = 0; round < rounds; round += 1) {
    update(`${round} of ${rounds}, ${people.saved.length} saved`);
    await sleep(300 + Math.random() * 700);
    const victim = victims[round % victims.length];
    if (!victim) continue;
    victim.kill();
    const began = performance.now();
    // a database that is killed is away a moment later
    await sleep(50);
    while ((await ask(`${house.url}/api/organizations?within=5001&limit=1`)).status !== 200) {
      if (performance.now() - began > 60_000) break;
      await sleep(20);
    }
    healed[victim.name] = [...(healed[victim.name] ?? []), performance.now() - began];
  }
  await people.stop();
  close();
  const lost = await listLost(house.database.ownerUrl, people.saved);
  return Object.entries(healed).map(([name, times]) => ({
    what: `${times.length} × kill -9 of the ${name === "primary" ? "database" : name}`,
    asked: people.answers.length,
    saves: people.saved.length,
    heals: Math.max(...times),
    lost: lost.length,
    missed: [
      Math.max(...times) > HEAL_MS && `it took ${Math.round(Math.max(...times))} ms to heal`,
      lost.length > 0 && `lost: ${lost.map(({ owner }) => owner).join(", ")}`,
      people.saved.length === 0 && "nothing was saved",
    ].filter((line) => typeof line === "string"),
  }));
}

/**
 * SIGSTOP of every process of the database, for so long.
 * @param {import("./stand-up.mjs").House} house
 * @param {number} seconds
 * @returns {Promise<Row>}
 */
export async function freeze(house, seconds) {
  const kept = "/api/coverage/plans-linked?level=province";
  const { ask, close } = createAsker({ localAddress: "127.0.0.1", keepAlive: false });
  await ask(house.url + kept);
  const began = performance.now();
  /** @type {{ path: string, status: number, ms: number, code: string }[]} */
  const answers = [];
  /** @type {Promise<unknown>[]} */
  const asked = [];
  await frozen(house.database.party.pid(), async () => {
    while (performance.now() - began < seconds * 1_000) {
      for (const path of [kept, "/api/organizations?within=5001", "/api/plans?within=50", "/api/health"]) {
        const since = performance.now();
        asked.push(
          ask(house.url + path).then((answer) => {
            const { status } = answer;
            answers.push({ path, status, ms: performance.now() - since, code: problemOf(answer) });
          }),
        );
      }
      await sleep(250);
    }
  });
  const back = performance.now();
  while ((await ask(`${house.url}/api/organizations?within=5001&limit=2`)).status !== 200) {
    if (performance.now() - back > 60_000) break;
    await sleep(20);
  }
  const heals = performance.now() - back;
  await Promise.all(asked);
  close();
  const longest = Math.max(...answers.map(({ ms }) => ms));
  const withheld = answers.filter(({ path, status }) => path === kept && status !== 200);
  const wrong = answers.filter(({ status, code }) => status !== 200 && code !== "database-unavailable");
  return {
    what: `a database that is frozen for ${seconds} s`,
    asked: answers.length,
    most: longest,
    failed: answers.filter(({ status }) => status !== 200).length,
    heals,
    missed: [
      heals > HEAL_MS && `it took ${Math.round(heals)} ms to heal`,
      longest > ANSWER_MS && `an answer took ${Math.round(longest)} ms`,
      withheld.length > 0 && `${withheld.length} figures in memory were not answered`,
      wrong.length > 0 &&
        `told otherwise: ${[...new Set(wrong.map(({ status, code }) => `${status} ${code}`))].join(", ")}`,
    ].filter((line) => typeof line === "string"),
  };
}
