// What is done to the machines while they are used.
import { setTimeout as sleep } from "node:timers/promises";
import { untilAnswers } from "./clusters.mjs";
import { frozen } from "./frozen.mjs";
import { migrate } from "./migrate.mjs";
import { untilServes } from "./stand-up.mjs";

/** Until what is saved needs more than the room that there is in pages begun. */
const FULL_MS = 6_000;
/** Longer than a gap may be. */
const FROZEN_MS = 8_000;
/** So long everything has to go well after what was ended is there again. */
const SETTLE_MS = 4_000;

/**
 * @param {import("./stand-up.mjs").Machines} machines
 * @returns {{ name: string, quick: boolean, takesWrites?: boolean, says?: string,
 *   act: () => Promise<unknown>, settle: () => Promise<unknown> }[]}
 */
export function faultsOf({ primary, replica, pooler, servers, disk }) {
  const settle = () => sleep(SETTLE_MS);
  return [
    { name: "nothing", quick: true, act: settle, settle: async () => {} },
    ...servers.map((server, at) => ({
      name: `kill -9 of ${server.name}`,
      quick: at === 0,
      act: async () => {
        server.party.kill();
        await untilServes(server);
      },
      settle,
    })),
    {
      name: "kill -9 of PgBouncer",
      quick: false,
      takesWrites: false,
      act: async () => {
        pooler.party.kill();
        await untilAnswers(pooler.apiUrl, "pgbouncer");
      },
      settle,
    },
    {
      name: "kill -9 of the primary",
      quick: true,
      takesWrites: false,
      act: async () => {
        primary.party.kill();
        await sleep(100);
        await untilAnswers(primary.ownerUrl, "primary");
      },
      // behind it the servers have to find it again
      settle: () => sleep(SETTLE_MS + 4_000),
    },
    {
      name: "kill -9 of the replica",
      quick: false,
      act: async () => {
        replica.party.kill();
        await sleep(100);
        await untilAnswers(replica.ownerUrl, "replica");
      },
      settle,
    },
    {
      name: `a replica that is frozen for ${FROZEN_MS / 1_000} s`,
      quick: true,
      act: () => frozen(replica.party.pid(), () => sleep(FROZEN_MS)),
      settle,
    },
    ...(disk
      ? [
          {
            name: "a full disk of the primary",
            quick: true,
            takesWrites: false,
            says: "no-room",
            act: async () => {
              await disk.fill();
              await sleep(FULL_MS);
              disk.free();
            },
            settle,
          },
        ]
      : []),
    {
      name: "a migration",
      quick: true,
      act: () => migrate(primary.ownerUrl),
      settle,
    },
    {
      name: "servers anew, one after the other",
      quick: false,
      act: async () => {
        for (const server of servers) {
          await server.party.restart();
          await untilServes(server);
        }
      },
      settle,
    },
  ];
}
