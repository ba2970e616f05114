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
const ended = (stream: Readable) => new Promise((resolve) => stream.once("close", resolve));

describe("KeptFiles", () => {
  it("takes all of a file from its maker, however slowly it is read", async () => {
    const files = new KeptFiles(folder);
    const made = megabytes(20);
    const reader = await files.read(PUBLIC, "a", async () => made);
    await ended(made);
    expect(made.readableEnded).toBe(true);
    expect((await buffer(reader)).equals(await buffer(megabytes(20)))).toBe(true);
    files.close();
  });

  it("makes once what several ask for, while it is made and later", async () => {
    const files = new KeptFiles(folder);
    const made = new PassThrough();
    const make = vi.fn(async () => made as Readable);
    const both = [files.read(PUBLIC, "a", make), files.read(PUBLIC, "a", make)];
    made.write("one ");
    const [first, second] = await Promise.all(both);
    made.write("two ");
    const third = await files.read(PUBLIC, "a", make);
    made.end("three");
    for (const reader of [first, second, third, await files.read(PUBLIC, "a", make)]) {
      expect(await text(reader as Readable)).toBe("one two three");
    }
    expect(make).toHaveBeenCalledTimes(1);
    files.close();
  });

  it("hands on what is there before the rest is made", async () => {
    const files = new KeptFiles(folder);
    const made = new PassThrough();
    made.write("begun");
    const reader = await files.read(PUBLIC, "a", async () => made);
    const [chunk] = await new Promise<Buffer[]>((resolve) => reader.once("data", (each) => resolve([each])));
    expect(String(chunk)).toBe("begun");
    reader.destroy();
    files.close();
  });

  it("leaves no name in the folder, and removes what a killed process left there", async () => {
    writeFileSync(join(folder, "phuenthi-file-left"), "x");
    writeFileSync(join(folder, "of-somebody-else"), "x");
    const files = new KeptFiles(folder);
    const reader = await files.read(PUBLIC, "a", async () => megabytes(1));
    expect(readdirSync(folder)).toEqual(["of-somebody-else"]);
    await buffer(reader);
    files.close();
  });

  it("gives up what nobody reads when there is no room for more", async () => {
    const files = new KeptFiles(folder, 2.5 * MEGABYTE);
    const make = vi.fn(async () => megabytes(2));
    await buffer(await files.read(PUBLIC, "a", make));
    const reader = await files.read(PUBLIC, "b", make);
    // "a" has gone for it; "b" is being read, and stays
    await expect(files.read(PUBLIC, "c", make)).rejects.toMatchObject({ code: "no-room-for-file" });
    expect((await buffer(reader)).equals(await buffer(megabytes(2)))).toBe(true);
    expect((await buffer(await files.read(PUBLIC, "c", make))).length).toBe(2 * MEGABYTE);
    files.close();
  });

  it("breaks off where the room ends in the middle", async () => {
    const files = new KeptFiles(folder, 3 * MEGABYTE);
    const made = megabytes(4);
    const reader = await files.read(PUBLIC, "a", async () => made);
    await expect(buffer(reader)).rejects.toMatchObject({ code: "no-room-for-file" });
    expect(made.destroyed).toBe(true);
    expect((await buffer(await files.read(PUBLIC, "b", async () => megabytes(3)))).length).toBe(3 * MEGABYTE);
    files.close();
  });

  it("ends the making when the last who waited has gone", async () => {
    const files = new KeptFiles(folder, MEGABYTE);
    const made = new PassThrough();
    made.write(Buffer.alloc(MEGABYTE));
    const [first, second] = await Promise.all([
      files.read(PUBLIC, "a", async () => made),
      files.read(PUBLIC, "a", async () => made),
    ]);
    first.destroy();
    await ended(first);
    expect(made.destroyed).toBe(false);
    second.destroy();
    await ended(made);
    expect((await buffer(await files.read(PUBLIC, "a", async () => megabytes(1)))).length).toBe(MEGABYTE);
    files.close();
  });

  it("fails for all who wait when the making fails, and makes it anew for the next", async () => {
    const files = new KeptFiles(folder);
    const fails = async () => Promise.reject(new Error("away"));
    const both = await Promise.allSettled([files.read(PUBLIC, "a", fails), files.read(PUBLIC, "a", fails)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const breaks = () =>
      new Readable({
        read() {
          this.destroy(new Error("lost"));
        },
      });
    await expect(files.read(PUBLIC, "a", async () => breaks())).rejects.toThrow("lost");
    expect(await text(await files.read(PUBLIC, "a", async () => Readable.from([Buffer.from("there")])))).toBe(
      "there",
    );
    files.close();
  });
});
