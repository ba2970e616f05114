// Files on their way to readers of any speed: written as fast as they are made, and read from there by everybody who asks for the
// same, meanwhile and later. A reader that takes its time holds room on a disk, never a connection to the database.
import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline, Readable, Writable } from "node:stream";
import { asProblem } from "./db.ts";
import { ProblemError } from "./problems.ts";
import type { Viewer } from "./viewer/viewer.ts";

/** All of them together: four times every tambon in the finest lines. */
const MAX_BYTES = 2 ** 30;
/** Each is open as long as it is kept. */
const MAX_FILES = 200;
const PREFIX = "phuenthi-file-";
const AT_ONCE_BYTES = 256 * 1024;
/** So much is made while what came before is written, all of it in one go. */
const WAITING_BYTES = 1024 * 1024;
/** No room, or nothing more may be opened. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EMFILE", "ENFILE"]);

export class KeptFiles {
  /** the one asked for last comes last */
  private readonly files = new Map<string, KeptFile>();
  private bytes = 0;

  constructor(
    private readonly folder = tmpdir(),
    private readonly maxBytes = MAX_BYTES,
  ) {
    // a file loses its name as soon as it is open; a process that was killed in between has left it
    for (const name of readdirSync(folder)) {
      if (name.startsWith(PREFIX)) rmSync(join(folder, name), { force: true });
    }
  }

  /**
   * A file from its beginning; once something of it is there, so that what fails before can still be told.
   * @param tag the same for the same bytes
   * @param make begins to make it, where it is not there and not in the making
   * @throws ProblemError no-room-for-file
   */
  async read(viewer: Viewer, tag: string, make: () => Promise<Readable>): Promise<Readable> {
    const key = `${viewer.sees} ${tag}`;
    const file = this.files.get(key) ?? new KeptFile(this, () => this.remove(key, file));
    this.files.delete(key);
    this.files.set(key, file);
    const reader = new Reader(file);
    try {
      await file.begin(this.folder, make);
      return reader;
    } catch (error) {
      reader.destroy();
      throw asProblem(error);
    }
  }

  /** @throws ProblemError where there is no room for so many more, whatever nobody reads has been given up */
  take(bytes: number): void {
    for (const [key, file] of this.files) {
      if (this.bytes + bytes <= this.maxBytes && this.files.size <= MAX_FILES) break;
      if (file.isIdle) this.remove(key, file);
    }
    if (this.bytes + bytes > this.maxBytes) throw new ProblemError("no-room-for-file");
    this.bytes += bytes;
  }

  give(bytes: number): void {
    this.bytes -= bytes;
  }

  close(): void {
    for (const [key, file] of this.files) this.remove(key, file);
  }

  private remove(key: string, file: KeptFile): void {
    if (this.files.get(key) === file) this.files.delete(key);
    file.giveUp();
  }
}

class KeptFile {
  readers = 0;
  private handle: FileHandle | null = null;
  private begun: Promise<void> | null = null;
  private writer: Writable | null = null;
  private length = 0;
  private taken = 0;
  private state: "growing" | "whole" | Error = "growing";
  private isGivenUp = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly room: Pick<KeptFiles, "take" | "give">,
    /** takes it from those that are kept */
    private readonly drop: () => void,
  ) {}

  get isIdle(): boolean {
    return this.readers === 0 && this.state === "whole";
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

  leave(): void {
    this.readers -= 1;
    if (this.readers > 0) return;
    if (this.isGivenUp) this.close();
    // nobody waits for it any more: what makes it ends
    else if (this.state === "growing") this.drop();
  }

  /** Closed as soon as nobody reads it. */
  giveUp(): void {
    this.isGivenUp = true;
    if (this.readers === 0) this.close();
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
    this.room.take(chunk.length);
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

class Reader extends Readable {
  private at = 0;

  constructor(private readonly file: KeptFile) {
    super({ highWaterMark: AT_ONCE_BYTES });
    file.readers += 1;
  }

  override _read(): void {
    this.file.readAt(this.at).then(
      (bytes) => {
        this.at += bytes?.length ?? 0;
        this.push(bytes);
      },
      (error) => this.destroy(error),
    );
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.file.leave();
    done(error);
  }
}

function told(error: unknown, folder: string): Error {
  if (error instanceof ProblemError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (FULL.has(code)) return new ProblemError("no-room-for-file", { cause: error });
  return new Error(`a file in ${folder} cannot be written: ${message}`);
}
