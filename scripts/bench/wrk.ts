// Load from wrk, which takes a small part of what a server does: a client in Node would measure itself. One thread of it
// leaves the other processor to the server.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Load = {
  /** answered in all */
  requests: number;
  /** of them a second */
  rate: number;
  /** ms */
  p50: number;
  p95: number;
  p99: number;
};

/**
 * Asks for the paths in turn, each taking gzip.
 * @param options.connections each asks again as soon as it is answered
 * @param options.thinkMs or after so long, on average
 * @throws Error when an answer was no success
 */
export async function load(
  url: string,
  paths: readonly string[],
  { connections = 8, seconds = 4, thinkMs = 0 } = {},
): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "phuenthi-wrk-"));
  try {
    const list = join(folder, "paths");
    writeFileSync(list, paths.map((path) => `${encodeURI(path)}\n`).join(""));
    const output = await run([
      ...["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "--timeout", "30s"],
      ...["-H", "accept-encoding: gzip", "-s", join(import.meta.dirname, "wrk.lua"), url],
      ...["--", list, String(thinkMs)],
    ]);
    const line = output.split("\n").findLast((each) => each.startsWith("{"));
    const told = JSON.parse(line ?? "null") as
      | (Load & { seconds: number; refused: number; broken: number })
      | null;
    if (!told) throw new Error(`wrk did not end as it should:\n${output}`);
    if (told.refused > 0 || told.broken > 0) {
      throw new Error(`${url}: ${told.refused} answers were no success, ${told.broken} requests failed`);
    }
    const { requests, p50, p95, p99 } = told;
    return { requests, rate: requests / told.seconds, p50, p95, p99 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(args: string[]): Promise<string> {
  const child = spawn("wrk", args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) =>
      status === 0 ? resolve(output) : reject(new Error(`wrk ended with status ${status}:\n${output}`)),
    );
  });
}
