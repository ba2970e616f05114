// Downloads one file whole or not at all: into a neighbour file first, hashed on the way, then renamed.
import { createHash } from "node:crypto";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { GeoDataError } from "./errors.ts";

export interface Download {
  url: string;
  path: string;
  sha256: string;
  onProgress?: ((line: string) => void) | undefined;
  /** Give up after this long without a byte; 20 s unless told. */
  timeoutMs?: number | undefined;
}

export async function download({
  url,
  path,
  sha256,
  onProgress,
  timeoutMs = 20_000,
}: Download): Promise<void> {
  const host = new URL(url).host;
  // the process number keeps two loads on one machine out of each other's file
  const part = `${path}.${process.pid}.part`;
  const stall = new AbortController();
  const giveUp = () => stall.abort(new Error(`nothing came from ${host} for ${timeoutMs / 1000} s`));
  const timer = setTimeout(giveUp, timeoutMs);
  const hash = createHash("sha256");
  try {
    onProgress?.(`downloading ${basename(path)} from ${host}`);
    const answer = await fetch(url, { signal: stall.signal });
    if (!answer.ok || !answer.body) throw new Error(`${host} answered ${answer.status} ${answer.statusText}`);
    const meter = makeMeter(Number(answer.headers.get("content-length")) || null, onProgress);
    await pipeline(
      Readable.fromWeb(answer.body as ReadableStream<Uint8Array>),
      new Transform({
        transform(chunk: Buffer, _encoding, done) {
          timer.refresh();
          hash.update(chunk);
          meter(chunk.length);
          done(null, chunk);
        },
      }),
      createWriteStream(part),
    );
    const got = hash.digest("hex");
    if (got !== sha256) throw new Error(`its sha256 is ${got}, declared is ${sha256}`);
    renameSync(part, path);
  } catch (cause) {
    rmSync(part, { force: true });
    throw new GeoDataError(
      `Could not download ${url}: ${explain(stall.signal.aborted ? stall.signal.reason : cause)}.`,
      `try again, or put the file into a folder and set GEO_DATA_DIR to it.`,
    );
  } finally {
    clearTimeout(timer);
  }
}

function makeMeter(total: number | null, onProgress?: (line: string) => void): (bytes: number) => void {
  let got = 0;
  let told = 0;
  return (bytes) => {
    got += bytes;
    if (Date.now() - told < 500 && got !== total) return;
    told = Date.now();
    const megabytes = (got / 1e6).toFixed(1);
    onProgress?.(
      total
        ? `downloaded ${megabytes} MB, ${Math.round((got / total) * 100)} %`
        : `downloaded ${megabytes} MB`,
    );
  };
}

/** fetch says only "fetch failed"; the reason is in its cause. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message;
}
