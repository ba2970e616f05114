// A database that says nothing any more, and is not gone: as a machine that hangs, or a wire that is cut.
import { execFileSync } from "node:child_process";

/**
 * SIGSTOP of every process of it, for as long as the work takes.
 * @template T
 * @param {number} postmaster
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function frozen(postmaster, work) {
  const children = execFileSync("pgrep", ["-P", String(postmaster)], { encoding: "utf8" });
  const pids = [postmaster, ...children.trim().split("\n").map(Number)];
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    for (const pid of pids) process.kill(pid, "SIGCONT");
  }
}
