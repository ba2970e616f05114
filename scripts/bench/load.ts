// Asks both servers the same things for the same time and hands in the figures.
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchRow, record } from "./record.ts";
import { load } from "./wrk.ts";

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

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};
export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Loads ours and the alternative by turns, prints both and hands in the rates in the middle. */
export async function compare(
  what: string,
  ours: readonly string[],
  alternative: { name: string; paths: readonly string[] },
  { rounds = 1, reach }: { rounds?: number; reach?: BenchRow["reach"] } = {},
): Promise<void> {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url, paths, rates] of [
      ["Phuenthi", baseUrl, ours, mine],
      [alternative.name, alternativeUrl, alternative.paths, theirs],
    ] as const) {
      const { rate, p95 } = await load(url, paths);
      rates.push(rate);
      console.log(`${what}: ${name} ${Math.round(rate).toLocaleString("en")} req/s, p95 ${p95} ms`);
    }
  }
  record({
    what,
    unit: "req/s",
    ours: median(mine),
    alternative: alternative.name,
    theirs: median(theirs),
    moreIsBetter: true,
    ...(reach && { reach }),
  });
}

/**
 * The same beside a Fastify that knows nothing but these bytes: what the framework and Node allow on this machine.
 * @param paths answers that are in memory once they were asked for
 */
export async function compareWithBare(
  what: string,
  paths: readonly string[],
  reach?: BenchRow["reach"],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "phuenthi-bench-"));
  try {
    for (const [at, path] of paths.entries()) {
      const answer = await fetch(baseUrl + encodeURI(path), { headers: { "accept-encoding": "gzip" } });
      // fetch unpacks what it gets: the other server sends as much as ours does, which is what counts
      const bytes = Buffer.from(await answer.arrayBuffer());
      const length = Number(answer.headers.get("content-length") ?? bytes.length);
      writeFileSync(join(folder, String(at)), Buffer.alloc(length, bytes));
    }
    const stop = await startAlternative({ BENCH_BYTES: folder });
    try {
      const alternative = {
        name: "bare Fastify, as many bytes",
        paths: paths.map((_, at) => `/bytes/${at}`),
      };
      await compare(what, paths, alternative, { rounds: 3, ...(reach && { reach }) });
    } finally {
      stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function timed(path: string, headers: Record<string, string> = {}): Promise<number> {
  const began = performance.now();
  const answer = await fetch(baseUrl + encodeURI(path), { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - began;
}
