// Who is alive. A pid alone is not enough: after a crash or a reboot another program may have it,
// so what we remember of a process is its pid together with the moment it began.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/** @typedef {{ pid: number, began: string | null }} ProcessMark */

/**
 * @param {number} pid
 * @returns {string | null} something that differs between two processes that had the same pid
 */
function beganAt(pid) {
  try {
    // after the last ")" (a name may hold spaces) come state, ppid, …; the 20th of them is the start time
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)?.trim().split(" ") ?? [];
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    if (process.platform === "linux") return null;
    try {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    } catch {
      return null;
    }
  }
}

/** @returns {ProcessMark} */
export function markOfThisProcess() {
  return { pid: process.pid, began: beganAt(process.pid) };
}

/** @param {ProcessMark} mark */
export function isAlive(mark) {
  const began = beganAt(mark.pid);
  return began !== null && began === mark.began;
}

/**
 * The command line of a running process, or null when there is none (a zombie counts as none).
 * @param {number} pid
 * @returns {string | null}
 */
export function commandOf(pid) {
  if (beganAt(pid) === null) return null;
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    }
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}

/**
 * Processes whose working directory this is, as that of every process of PostgreSQL is its data folder. Where the system does not
 * tell, none.
 * @param {string} folder
 */
export function processesIn(folder) {
  if (process.platform !== "linux") return [];
  const real = realpathSync(folder);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === real && commandOf(pid)?.startsWith("postgres:");
      } catch {
        return false; // it ended, or is another account's
      }
    });
}
