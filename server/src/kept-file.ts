// One file on its way: written as fast as it is made, read from there by any number at any speed.
import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline, Readable, Writable } from "node:stream";
import { ProblemError } from "./problems.ts";

export const PREFIX = "phuenthi-file-";
const AT_ONCE_BYTES = 256 * 1024;
/** So much is made while what came before is written, all of it in one go. */
const WAITING_BYTES = 1024 * 1024;
/** Bytes a millisecond: less is a reader who hardly reads, where others wait for room. */
const SLOW = 200;
/** No room, or nothing more may be opened. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EMFILE", "ENFILE"]);

/** ms */
export type ReaderLimits = { idleMs: number; wholeMs: number };

type Room = {
  /** @throws ProblemError where there is none for so many more bytes of this file */
  take: (file: KeptFile, bytes: number) => void;
  give: (bytes: number) => void;
};

export class KeptFile {
  private readonly readers = new Set<Reader>();
  private handle: FileHandle | null = null;
  private begun: Promise<void> | null = null;
  private writer: Writable | null = null;
  private length = 0;
  private taken = 0;
  private state: "growing" | "whole" | Error = "growing";
  private isGivenUp = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly room: Room,
    /** takes it from those that are kept */
    private readonly drop: () => void,
  ) {}

  get isIdle(): boolean {
    return this.readers.size === 0 && this.state === "whole";
  }

  /** Those who wait for it. */
  get clients(): Set<string> {
    return new Set([...this.readers].map(({ client }) => client));
  }

  get bytes(): number {
    return this.taken;
  }

  /** Bytes that the fastest of its readers takes in a millisecond. */
  get rate(): number {
    return Math.max(...[...this.readers].map(({ rate }) => rate));
  }

  /** Whether all who read it have had time to show that they hardly read. */
  get isSlow(): boolean {
    return [...this.readers].every(({ rate }) => rate < SLOW);
  }

  enter(reader: Reader): void {
    this.readers.add(reader);
  }

  begin(folder: string, make: () => Promise<Readable>): Promise<void> {
    this.begun ??= this.write(folder, make).catch((error: Error) => {
      this.drop();
      throw error;
    });
    return this.begun;
  }

  /** What comes after so many bytes, once there is any; null at the end. */
  async readAt(start: number): Promise<Buffer | null> {
    await this.hasGrownTo(start + 1);
    if (this.state instanceof Error) throw this.state;
    if (!this.handle || start >= this.length) return null;
    const bytes = Buffer.allocUnsafe(Math.min(AT_ONCE_BYTES, this.length - start));
    const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  }

  leave(reader: Reader): void {
    this.readers.delete(reader);
    if (this.readers.size > 0) return;
    if (this.isGivenUp) this.close();
    // nobody waits for it any more: what makes it ends
    else if (this.state === "growing") this.drop();
  }

  /** Closed as soon as nobody reads it. */
  giveUp(): void {
    this.isGivenUp = true;
    if (this.readers.size === 0) this.close();
  }

  /** Whoever reads it is told that others needed the room. */
  breakOff(): void {
    this.giveUp();
    for (const reader of this.readers) reader.destroy(new Error("a file has made room for others"));
  }

  /** Resolves with the first bytes, and goes on writing. */
  private async write(folder: string, make: () => Promise<Readable>): Promise<void> {
    const path = join(folder, PREFIX + randomUUID());
    try {
      this.handle = await open(path, "wx+", 0o600);
      await rm(path, { force: true });
    } catch (error) {
      throw told(error, folder);
    }
    const made = await make();
    const append = (bytes: Buffer, done: (error?: Error) => void) => {
      this.append(bytes).then(
        () => done(),
        (error) => done(told(error, folder)),
      );
    };
    this.writer = new Writable({
      highWaterMark: WAITING_BYTES,
      write: (chunk: Buffer, _encoding, done) => append(chunk, done),
      writev: (waiting, done) => append(Buffer.concat(waiting.map(({ chunk }) => chunk)), done),
    });
    pipeline(made, this.writer, (error) => {
      this.state = error ?? "whole";
      if (error) this.drop();
      this.tell();
    });
    await this.hasGrownTo(1);
    if (this.state instanceof Error) throw this.state;
  }

  private async append(chunk: Buffer): Promise<void> {
    this.room.take(this, chunk.length);
    this.taken += chunk.length;
    for (let written = 0; written < chunk.length; ) {
      if (!this.handle) throw new Error("nobody waits for this file any more");
      const { bytesWritten } = await this.handle.write(chunk, written, chunk.length - written, this.length);
      written += bytesWritten;
      this.length += bytesWritten;
    }
    this.tell();
  }

  private async hasGrownTo(length: number): Promise<void> {
    while (this.length < length && this.state === "growing") {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private tell(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private close(): void {
    this.writer?.destroy();
    this.handle?.close().catch(() => {});
    this.handle = null;
    this.room.give(this.taken);
    this.taken = 0;
  }
}

export class Reader extends Readable {
  private at = 0;
  private readonly began = performance.now();
  /** when more was asked for; while the file is waited for it is not the reader who is slow */
  private askedAt = this.began;
  /** for the first bytes, at first */
  private isWaiting = true;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly file: KeptFile,
    readonly client: string,
    private readonly limits: ReaderLimits,
  ) {
    super({ highWaterMark: AT_ONCE_BYTES });
    file.enter(this);
    // a timeout of the socket would begin anew once for what it had still to write
    this.timer = setInterval(() => this.endWhenStuck(), limits.idleMs / 10);
    this.timer.unref();
  }

  /** Bytes a millisecond; nobody is slow before they had time to read. */
  get rate(): number {
    const ms = performance.now() - this.began;
    return ms < this.limits.idleMs / 6 ? Number.POSITIVE_INFINITY : this.at / ms;
  }

  /** From now on it is the reader's turn. */
  offer(): void {
    this.askedAt = performance.now();
    this.isWaiting = false;
  }

  private endWhenStuck(): void {
    const now = performance.now();
    const isIdle = !this.isWaiting && now - this.askedAt > this.limits.idleMs;
    if (isIdle || now - this.began > this.limits.wholeMs)
      this.destroy(new Error("the reader stopped reading"));
  }

  override _read(): void {
    this.isWaiting = true;
    this.file.readAt(this.at).then(
      (bytes) => {
        this.at += bytes?.length ?? 0;
        this.offer();
        this.push(bytes);
      },
      (error) => this.destroy(error),
    );
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.timer);
    this.file.leave(this);
    done(error);
  }
}

function told(error: unknown, folder: string): Error {
  if (error instanceof ProblemError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (FULL.has(code)) return new ProblemError("no-room-for-file", { cause: error });
  return new Error(`a file in ${folder} cannot be written: ${message}`);
}
