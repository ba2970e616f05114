// Keeps the PostgreSQL of a private cluster running while a command serves from it: what ended is started again, what is there
// but silent is named and left alone. Only whoever looks after it restarts it; ending on purpose calls `stop` first.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { runningPostmaster, startPostmaster } from "./cluster-process.mjs";
import { withLock } from "./lock.mjs";
import { duration, say } from "./say.mjs";
import { isStopping } from "./shutdown.mjs";

const LOOK_EVERY_MS = 250;
const ASK_EVERY_MS = 1_000;
const ANSWERS_WITHIN_MS = 3_000;
/** Before each further start of a database that does not get ready. */
const WAITS_MS = [0, 500, 1_000, 2_000, 5_000, 15_000, 30_000];
/** What its log says to those who ask too early. */
const OF_CLIENTS = /the database system is |DETAIL:/;

/** The first thing a PostgreSQL client may say, whether it speaks TLS: needs no login, and is not logged. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * @param {string} home
 * @param {import("./cluster-init.mjs").Cluster} cluster as it runs, with the port that its users know
 * @param {{ throwAway: boolean }} options
 * @returns {{ stop: () => Promise<void> }}
 */
export function guardCluster(home, cluster, { throwAway }) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let failures = 0;
  let askedAt = performance.now();
  let isSilent = false;

  /** @param {number} milliseconds */
  const pause = (milliseconds) => sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {});

  async function bringBack() {
    const lostAt = performance.now();
    await pause(WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0);
    try {
      const isBack = await withLock(
        "cluster",
        async () => {
          // another of its users may have been quicker
          if (signal.aborted || isStopping() || runningPostmaster(cluster.folder) !== null) return false;
          await startPostmaster(cluster, { throwAway, isPortFixed: true, update: () => {} });
          return true;
        },
        home,
      );
      failures = 0;
      if (isBack) {
        say(
          `The private database had ended by itself. It runs again (after ${duration(performance.now() - lostAt)}).`,
        );
      }
    } catch (error) {
      const { message, detail = "" } = /** @type {import("./say.mjs").Stop} */ (error);
      const reason = detail.split("\n").findLast((line) => !OF_CLIENTS.test(line));
      failures += 1;
      say(`${message}${reason ? ` ${reason}` : ""} It had ended by itself; the next try follows.`);
    }
  }

  /** @param {number} pid */
  async function ask(pid) {
    if (performance.now() - askedAt < ASK_EVERY_MS) return;
    const answers = await doesAnswer(cluster.port);
    askedAt = performance.now();
    if (signal.aborted || runningPostmaster(cluster.folder)?.pid !== pid || answers === !isSilent) return;
    isSilent = !answers;
    say(
      isSilent
        ? `The private database does not answer, but its process ${pid} is there: it is left alone. If it stays so: kill -9 ${pid}, and it is started again.`
        : "The private database answers again.",
    );
  }

  async function look() {
    while (!signal.aborted) {
      await pause(LOOK_EVERY_MS);
      if (signal.aborted) return;
      const running = runningPostmaster(cluster.folder);
      if (running === null) {
        isSilent = false;
        await bringBack();
      } else await ask(running.pid);
    }
  }

  const looking = look();
  return {
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function doesAnswer(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    /** @param {boolean} answers */
    const end = (answers) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(ANSWERS_WITHIN_MS, () => end(false));
    socket.once("connect", () => socket.write(SSL_REQUEST));
    socket.once("data", () => end(true));
    // refused or closed by a database that ends is for the next look
    socket.once("error", () => end(true));
    socket.once("close", () => resolve(true));
  });
}
