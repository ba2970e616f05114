import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "./lock.mjs";
import { isAlive, markOfThisProcess } from "./processes.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("withLock", () => {
  it("lets one in at a time and leaves nothing behind, also when the work fails", async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await sleep(30);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock("test", work, folder)));
    await expect(withLock("test", () => Promise.reject(new Error("failed")), folder)).rejects.toThrow(
      "failed",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("takes the lock of a holder that died, and of one whose pid another process has", async () => {
    for (const holder of [
      { pid: 999_999_999, began: "1" },
      { pid: process.pid, began: "another moment" },
    ]) {
      writeFileSync(join(folder, "test.lock"), JSON.stringify(holder));
      expect(await withLock("test", async () => "in", folder)).toBe("in");
    }
  });
});

describe("isAlive", () => {
  it("knows this process", () => {
    expect(isAlive(markOfThisProcess())).toBe(true);
  });
});
