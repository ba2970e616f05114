// Files on their way to readers of any speed: written as fast as they are made, and read from there by everybody who asks for the
// same, meanwhile and later. A reader that takes its time holds room on a disk, never a connection to the database.
import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { asProblem } from "./database/as-problem.ts";
import { KeptFile, PREFIX, Reader, type ReaderLimits } from "./kept-file.ts";
import { ProblemError } from "./problems.ts";
import type { Viewer } from "./viewer/viewer.ts";

/** All of them together: four times every tambon in the finest lines. */
const MAX_BYTES = 2 ** 30;
/** Each is open as long as it is kept. */
const MAX_FILES = 200;
/** A reader that has stopped, or never ends, would hold a file for ever. */
const READER_LIMITS: ReaderLimits = { idleMs: 60_000, wholeMs: 15 * 60_000 };
export class KeptFiles {
  /** the one asked for last comes last */
  private readonly files = new Map<string, KeptFile>();
  private bytes = 0;

  constructor(
    private readonly folder = tmpdir(),
    private readonly maxBytes = MAX_BYTES,
    private readonly limits = READER_LIMITS,
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
   * @param client who reads: room is shared out among them
   * @throws ProblemError no-room-for-file
   */
  async read(viewer: Viewer, tag: string, make: () => Promise<Readable>, client: string): Promise<Readable> {
    const key = `${viewer.sees} ${tag}`;
    const file = this.files.get(key) ?? new KeptFile(this, () => this.remove(key, file));
    this.files.delete(key);
    this.files.set(key, file);
    const reader = new Reader(file, client, this.limits);
    try {
      await file.begin(this.folder, make);
      reader.offer();
      return reader;
    } catch (error) {
      reader.destroy();
      throw asProblem(error);
    }
  }

  /**
   * What nobody reads gives way first, then what the client with the most room reads, then what is read most slowly: whoever reads much,
   * or hardly reads, keeps nobody else from a file.
   * @throws ProblemError no-room-for-file
   */
  take(file: KeptFile, bytes: number): void {
    for (const [key, kept] of this.files) {
      if (this.bytes + bytes <= this.maxBytes && this.files.size <= MAX_FILES) break;
      if (kept.isIdle) this.remove(key, kept);
    }
    while (this.bytes + bytes > this.maxBytes) {
      const found = this.findInTheWay(file);
      if (!found) throw new ProblemError("no-room-for-file");
      this.files.delete(found[0]);
      found[1].breakOff();
    }
    this.bytes += bytes;
  }

  private findInTheWay(growing: KeptFile): [key: string, file: KeptFile] | undefined {
    const own = growing.clients;
    const room = new Map<string, number>();
    for (const file of this.files.values())
      for (const client of file.clients) room.set(client, (room.get(client) ?? 0) + file.bytes);
    const [dearest = ""] = [...room].toSorted(([, some], [, more]) => more - some)[0] ?? [];
    const others = [...this.files].filter(([, { clients }]) =>
      [...clients].every((client) => !own.has(client)),
    );
    const theirs = others.filter(([, { clients }]) => clients.has(dearest));
    // what they have to themselves before what others read too, the largest first
    const [largest] = theirs.toSorted(
      ([, some], [, more]) => some.clients.size - more.clients.size || more.bytes - some.bytes,
    );
    return (
      largest ??
      others.toSorted(([, some], [, more]) => some.rate - more.rate).find(([, { isSlow }]) => isSlow)
    );
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
