// Whether everything that was acknowledged is there, on the primary and, once it has caught up, on the replica.
import { setTimeout as sleep } from "node:timers/promises";
import { withClient } from "../lib/database.mjs";

const CAUGHT_UP_WITHIN_MS = 20_000;

/**
 * @param {import("./stand-up.mjs").Machines} machines
 * @param {import("./load.mjs").Records["saved"]} saved
 * @returns {Promise<string[]>} what is lost, in words
 */
export async function findLost({ primary, replica }, saved) {
  const written = await withClient(primary.ownerUrl, (client) =>
    client.query("select pg_current_wal_lsn() as position"),
  );
  await untilReplayed(replica.ownerUrl, written.rows[0].position);
  const lost = [];
  for (const [name, { ownerUrl }] of Object.entries({ primary, replica })) {
    for (const { version, owner } of await listLost(ownerUrl, saved))
      lost.push(`version ${version} (${owner}) is not on the ${name}`);
  }
  return lost;
}

/**
 * Those whose version is not there, or says something else.
 * @template {{ version: number, owner: string }} Saved
 * @param {string} ownerUrl
 * @param {Saved[]} saved
 */
export async function listLost(ownerUrl, saved) {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query("select version, owner from target_version"),
  );
  const there = new Set(rows.map(({ version, owner }) => `${version} ${owner}`));
  return saved.filter(({ version, owner }) => !there.has(`${version} ${owner}`));
}

/**
 * @param {string} url
 * @param {string} position
 */
async function untilReplayed(url, position) {
  await withClient(url, async (client) => {
    const deadline = Date.now() + CAUGHT_UP_WITHIN_MS;
    for (;;) {
      const { rows } = await client.query("select pg_last_wal_replay_lsn() >= $1::pg_lsn as there", [
        position,
      ]);
      // what is missing then is told as lost
      if (rows[0].there || Date.now() > deadline) return;
      await sleep(50);
    }
  });
}
