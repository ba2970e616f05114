// Long-running children: their own process group (Ctrl-C reaches only us, and we end them in order), ended
// gently first.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { inRoot, root } from "./paths.mjs";

const GENTLE_MS = 8_000;

/**
 * Runs a Node program until `stop` or until it ends by itself.
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 */
export function startNode(args, { env, cwd = root }) {
  const preload = pathToFileURL(inRoot("scripts/lib/die-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  /** @type {Promise<string>} how, in words */
  const ended = new Promise((resolve) => {
    child.once("exit", (status, signal) => resolve(signal ?? `status ${status}`));
    child.once("error", (error) => resolve(error.message));
  });
  return {
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const group = -child.pid;
      process.kill(group, "SIGTERM");
      const force = setTimeout(() => process.kill(group, "SIGKILL"), GENTLE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}
