// Runs another program and waits; its output is kept and shown only when it fails.
import { spawn } from "node:child_process";
import { Stop } from "./say.mjs";

/** Of a long output: this many lines of what it began with (often the reason), and of how it ended. */
const KEPT_LINES = 20;

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & {
 *   failure?: string, nextStep?: string, keptLines?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>} everything it wrote
 */
export function runProgram(
  program,
  args,
  { failure, nextStep, keptLines = KEPT_LINES, onLine, ...options } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    /** @param {Buffer} chunk */
    function take(chunk) {
      const text = chunk.toString("utf8");
      output += text;
      const last = text
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1)
        ?.trim();
      if (last) onLine?.(last);
    }
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    const what = failure ?? `${program} ${args.join(" ")} failed`;
    child.on("error", (error) => reject(new Stop(`${what}: ${error.message}`, nextStep)));
    child.on("close", (status, signal) => {
      if (status === 0) return resolve(output);
      const lines = output.trimEnd().split("\n");
      const kept =
        lines.length <= 2 * keptLines
          ? lines
          : [...lines.slice(0, keptLines), "…", ...lines.slice(-keptLines)];
      reject(new Stop(`${what} (${signal ?? `status ${status}`}).`, nextStep, kept.join("\n")));
    });
  });
}
