import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeptFiles } from "./kept-files.ts";
import { PUBLIC } from "./viewer/viewer.ts";

const MEGABYTE = 1024 * 1024;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "phuenthi-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** So many megabytes, each of another byte. */
const megabytes = (count: number) =>
  Readable.from(Array.from({ length: count }, (_, at) => Buffer.alloc(MEGABYTE, at)));
const read = (files: KeptFiles, tag: string, make: () => Promise<Readable>, client = "somebody") =>
  files.read(PUBLIC, tag, make, client);
const ended = (stream: Readable) => new Promise((resolve) => stream.once("close", resolve));

describe("KeptFiles", () => {
  it("takes all of a file from its maker, however slowly it is read", async () => {
    const files = new KeptFiles(folder);
    const made = megabytes(20);
    const reader = await read(files, "a", async () => made);
    await ended(made);
    expect(made.readableEnded).toBe(true);
    expect((await buffer(reader)).equals(await buffer(megabytes(20)))).toBe(true);
    files.close();
  });

  it("makes once what several ask for, while it is made and later", async () => {
    const files = new KeptFiles(folder);
    const made = new PassThrough();
    const make = vi.fn(async () => made as Readable);
    const both = [read(files, "a", make), read(files, "a", make)];
    made.write("one ");
    const [first, second] = await Promise.all(both);
    made.write("two ");
    const third = await read(files, "a", make);
    made.end("three");
    for (const reader of [first, second, third, await read(files, "a", make)]) {
      expect(await text(reader as Readable)).toBe("one two three");
    }
    expect(make).toHaveBeenCalledTimes(1);
    files.close();
  });

  it("hands on what is there before the rest is made", async () => {
    const files = new KeptFiles(folder);
    const made = new PassThrough();
    made.write("begun");
    const reader = await read(files, "a", async () => made);
    const [chunk] = await new Promise<Buffer[]>((resolve) => reader.once("data", (each) => resolve([each])));
    expect(String(chunk)).toBe("begun");
    reader.destroy();
    files.close();
  });

  it("leaves no name in the folder, and removes what a killed process left there", async () => {
    writeFileSync(join(folder, "phuenthi-file-left"), "x");
    writeFileSync(join(folder, "of-somebody-else"), "x");
    const files = new KeptFiles(folder);
    const reader = await read(files, "a", async () => megabytes(1));
    expect(readdirSync(folder)).toEqual(["of-somebody-else"]);
    await buffer(reader);
    files.close();
  });

  it("gives up what nobody reads when there is no room for more", async () => {
    const files = new KeptFiles(folder, 2.5 * MEGABYTE);
    const make = vi.fn(async () => megabytes(2));
    await buffer(await read(files, "a", make));
    const reader = await read(files, "b", make);
    // "a" has gone for it; "b" is being read, and stays
    await expect(read(files, "c", make)).rejects.toMatchObject({ code: "no-room-for-file" });
    expect((await buffer(reader)).equals(await buffer(megabytes(2)))).toBe(true);
    expect((await buffer(await read(files, "c", make))).length).toBe(2 * MEGABYTE);
    files.close();
  });

  it("takes room from who has most of it when somebody else needs some", async () => {
    const files = new KeptFiles(folder, 6.5 * MEGABYTE);
    const two = async () => megabytes(2);
    const held = [await read(files, "a", two, "slow"), await read(files, "b", two, "slow")];
    const shared = await read(files, "b", two, "other");
    await read(files, "c", two, "third");
    for (const reader of held) reader.once("error", () => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    // of the two files of "slow" the one that nobody else reads
    const own = await buffer(await read(files, "d", two, "new"));
    expect(own.equals(await buffer(megabytes(2)))).toBe(true);
    expect((await buffer(shared)).length).toBe(2 * MEGABYTE);
    const [first, second] = await Promise.allSettled(held.map((reader) => buffer(reader)));
    expect([first?.status, second?.status]).toEqual(["rejected", "fulfilled"]);
    files.close();
  });

  it("takes room from two who share a file, and from the slowest of many who have little each", async () => {
    const files = new KeptFiles(folder, 6.5 * MEGABYTE, { idleMs: 600, wholeMs: 60_000 });
    const broken: string[] = [];
    const hold = async (tag: string, size: number, client: string) => {
      const reader = await read(files, tag, async () => megabytes(size), client);
      reader.once("error", () => broken.push(`${tag} ${client}`));
    };
    await hold("shared", 6, "first");
    await hold("shared", 6, "second");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await buffer(await read(files, "a", async () => megabytes(2), "third"))).length).toBe(
      2 * MEGABYTE,
    );
    expect(broken.toSorted()).toEqual(["shared first", "shared second"]);

    for (const at of [1, 2, 3, 4, 5, 6]) await hold(`small ${at}`, 1, `client ${at}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await buffer(await read(files, "b", async () => megabytes(3), "third"))).length).toBe(
      3 * MEGABYTE,
    );
    expect(broken.length).toBeGreaterThanOrEqual(4);
    files.close();
  });

  it("ends a reader that takes nothing more, and none that waits for the maker", async () => {
    const files = new KeptFiles(folder, undefined, { idleMs: 60, wholeMs: 60_000 });
    const stuck = await read(files, "a", async () => megabytes(20));
    await expect(new Promise((_, reject) => stuck.once("error", reject))).rejects.toThrow("stopped reading");
    const made = new PassThrough();
    made.write("begun ");
    const waits = text(await read(files, "b", async () => made));
    await new Promise((resolve) => setTimeout(resolve, 150));
    made.end("ended");
    expect(await waits).toBe("begun ended");
    files.close();
  });

  it("breaks off where the room ends in the middle", async () => {
    const files = new KeptFiles(folder, 3 * MEGABYTE);
    const made = megabytes(4);
    const reader = await read(files, "a", async () => made);
    await expect(buffer(reader)).rejects.toMatchObject({ code: "no-room-for-file" });
    expect(made.destroyed).toBe(true);
    expect((await buffer(await read(files, "b", async () => megabytes(3)))).length).toBe(3 * MEGABYTE);
    files.close();
  });

  it("ends the making when the last who waited has gone", async () => {
    const files = new KeptFiles(folder, MEGABYTE);
    const made = new PassThrough();
    made.write(Buffer.alloc(MEGABYTE));
    const [first, second] = await Promise.all([
      read(files, "a", async () => made),
      read(files, "a", async () => made),
    ]);
    first.destroy();
    await ended(first);
    expect(made.destroyed).toBe(false);
    second.destroy();
    await ended(made);
    expect((await buffer(await read(files, "a", async () => megabytes(1)))).length).toBe(MEGABYTE);
    files.close();
  });

  it("fails for all who wait when the making fails, and makes it anew for the next", async () => {
    const files = new KeptFiles(folder);
    const fails = async () => Promise.reject(new Error("away"));
    const both = await Promise.allSettled([read(files, "a", fails), read(files, "a", fails)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const breaks = () =>
      new Readable({
        read() {
          this.destroy(new Error("lost"));
        },
      });
    await expect(read(files, "a", async () => breaks())).rejects.toThrow("lost");
    expect(await text(await read(files, "a", async () => Readable.from([Buffer.from("there")])))).toBe(
      "there",
    );
    files.close();
  });
});
