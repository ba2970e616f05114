// Asks both servers the same things for the same time and hands in the figures.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import autocannon from "autocannon";
import { record } from "./record.ts";

const SECONDS = 4;
const CONNECTIONS = 8;
const ALTERNATIVE_PORT = 9_390;

/** Address of the built server under test. */
export const baseUrl = fromEnvironment("BENCH_BASE_URL");
const alternativeUrl = `http://127.0.0.1:${ALTERNATIVE_PORT}`;

export function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run npm run bench.`);
  return value;
}

/** @returns ends the other server */
export async function startAlternative(env: Record<string, string> = {}): Promise<() => void> {
  const child: ChildProcess = fork(join(import.meta.dirname, "alternative-server.ts"), {
    env: { ...process.env, ...env, BENCH_ALTERNATIVE_PORT: String(ALTERNATIVE_PORT) },
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (status) => reject(new Error(`the alternative server ended (status ${status})`)));
  });
  return () => child.kill();
}

/** Requests a second and the slowest of 40 (p97.5), over a few seconds with 8 connections going round the paths. */
async function load(url: string, paths: string[]): Promise<{ rate: number; slow: number }> {
  const requests = paths.map((path) => ({
    method: "GET" as const,
    path: encodeURI(path),
    headers: { "accept-encoding": "gzip" },
  }));
  // each connection begins elsewhere in the list: side by side they would all ask the same thing at once
  let client = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests,
    setupClient: (connection) => {
      const start = Math.floor((requests.length * client++) / CONNECTIONS);
      connection.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} requests failed`);
  }
  return { rate: result.requests.average, slow: result.latency.p97_5 };
}

/** Loads ours and the alternative in turn, prints both and hands in the rates. */
export async function compare(
  what: string,
  ours: string[],
  alternative: { name: string; paths: string[] },
): Promise<void> {
  const mine = await load(baseUrl, ours);
  const theirs = await load(alternativeUrl, alternative.paths);
  const line = (name: string, { rate, slow }: { rate: number; slow: number }) =>
    console.log(`${what}: ${name} ${Math.round(rate).toLocaleString("en")} req/s, p97.5 ${slow} ms`);
  line("Phuenthi", mine);
  line(alternative.name, theirs);
  record({
    what,
    unit: "req/s",
    ours: Math.round(mine.rate),
    alternative: alternative.name,
    theirs: Math.round(theirs.rate * 10) / 10,
    moreIsBetter: true,
  });
}
