// Asks both servers the same things for the same time and hands in the figures.
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
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

const ROUNDS = 3;

/**
 * Loads ours and the alternative by turns, prints both and hands in the rates in the middle. Both are warm by then: machine code
 * is made, connections are open, statements are planned.
 * @param options.asksOnce no round asks what one before it asked: for what is kept once it was answered
 */
export async function compare(
  what: string,
  ours: readonly string[],
  alternative: { name: string; paths: readonly string[] },
  { asksOnce = false, reach }: { asksOnce?: boolean; reach?: BenchRow["reach"] } = {},
): Promise<void> {
  const mine: number[] = [];
  const theirs: number[] = [];
  const sides = [
    { name: "Phuenthi", url: baseUrl, paths: ours, rates: mine },
    { ...alternative, url: alternativeUrl, rates: theirs },
  ];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, url, paths, rates } of sides) {
      const share = paths.length / (ROUNDS + 1);
      const asked = asksOnce ? paths.slice(share * round, share * (round + 1)) : paths;
      const { rate, p95, requests } = await load(url, asked);
      if (asksOnce && requests > asked.length) {
        throw new Error(`${what}: ${asked.length} paths are too few, ${name} was asked the same again`);
      }
      // the first warms up
      if (round === 0) continue;
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
      await compare(what, paths, alternative, reach && { reach });
    } finally {
      stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type Timed = { ms: number; firstMs: number; bytes: number; etag: string | undefined };

/** The head of a file comes before anything that is waited for. */
const HEAD_BYTES = 1_000;
const agent = new Agent({ keepAlive: true });

/**
 * One question by itself, to its last byte. Not by fetch: that takes five of thirty milliseconds for itself.
 * @returns `firstMs`: until the first kilobyte was there, or all of less; `bytes` as sent
 */
export function timed(path: string, headers: Record<string, string> = {}): Promise<Timed> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(baseUrl + encodeURI(path), { agent, headers }, (answer) => {
      let bytes = 0;
      let firstMs = 0;
      answer.on("data", (chunk: Buffer) => {
        if (bytes < HEAD_BYTES) firstMs = performance.now() - began;
        bytes += chunk.length;
      });
      answer.once("error", reject);
      answer.once("end", () =>
        answer.statusCode === 200
          ? resolve({ ms: performance.now() - began, firstMs, bytes, etag: answer.headers.etag })
          : reject(new Error(`${path} answered ${answer.statusCode}`)),
      );
    }).once("error", reject);
  });
}
