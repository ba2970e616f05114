// One of the programs that stand on several machines, under a manager: whoever ends it unasked, it comes back.
// On Linux it ends with this process too, however that ends.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** As systemd and compose do, about. */
const RESTART_AFTER_MS = 500;
const GENTLE_MS = 10_000;

/**
 * @typedef {{ program: string, args: string[], log: string, cwd?: string, env?: NodeJS.ProcessEnv,
 *   who?: import("../lib/cluster-account.mjs").RunAs, endsBy?: NodeJS.Signals }} Program
 *   endsBy: the signal that it ends by in order
 * @typedef {ReturnType<typeof keepRunning>} Party
 */

/**
 * @param {string} name
 * @param {Program} what
 */
export function keepRunning(name, { program, args, log, cwd = "/", env = process.env, who = {}, endsBy }) {
  mkdirSync(dirname(log), { recursive: true });
  const gentle = endsBy ?? "SIGTERM";
  const account = who.uid === undefined ? [] : [`--reuid=${who.uid}`, `--regid=${who.gid}`, "--clear-groups"];
  let wanted = true;
  let restarts = 0;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  /** @type {Promise<void>} */
  let ended;

  function start() {
    const output = openSync(log, "a");
    child = spawn("setpriv", [...account, `--pdeathsig=${gentle.slice(3)}`, program, ...args], {
      cwd,
      env,
      // Ctrl-C reaches this process only, and it ends the others in order
      detached: true,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    ended = new Promise((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    void ended.then(async () => {
      if (!wanted) return;
      await sleep(RESTART_AFTER_MS);
      if (!wanted) return;
      restarts += 1;
      start();
    });
  }
  start();

  async function stop() {
    wanted = false;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill(gentle);
    const force = setTimeout(() => child.kill("SIGKILL"), GENTLE_MS);
    await ended;
    clearTimeout(force);
  }

  return {
    name,
    log,
    stop,
    restarts: () => restarts,
    pid: () => child.pid ?? 0,
    /** As nobody would wish for. */
    kill: () => child.kill("SIGKILL"),
    /** As an upgrade does. */
    async restart() {
      await stop();
      wanted = true;
      start();
    },
  };
}
