import { describe, expect, it } from "vitest";
import { collect, nameIn } from "./download.ts";

const body = (chunks: number[], end?: Error) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const size = chunks.shift();
      if (size !== undefined) controller.enqueue(new Uint8Array(size).fill(size % 251));
      else if (end) controller.error(end);
      else controller.close();
    },
  });

describe("collect", () => {
  it.each([[[]], [[3, 4, 5]], [[1024 * 1024, 1]], [[700_000, 700_000, 700_000]]])(
    "keeps every byte in order: %j",
    async (sizes) => {
      const seen: number[] = [];
      const file = await collect(body([...sizes]), (bytes) => seen.push(bytes));
      const whole = Buffer.concat(sizes.map((size) => Buffer.alloc(size, size % 251)));
      expect(Buffer.from(await file.arrayBuffer()).equals(whole)).toBe(true);
      expect(seen.at(-1) ?? 0).toBe(whole.length);
    },
  );

  it("fails where the transfer does, instead of giving what has come so far", async () => {
    await expect(collect(body([10, 10], new Error("cut")), () => {})).rejects.toThrow("cut");
  });
});

describe("nameIn", () => {
  it.each([
    [`attachment; filename="areas.geojson"; filename*=UTF-8''%E0%B8%9E%E0%B8%B7.geojson`, "พื.geojson"],
    [`attachment; filename="areas.geojson"`, "areas.geojson"],
    [null, "phuenthi"],
  ])("reads %s", (disposition, name) => {
    expect(nameIn(disposition)).toBe(name);
  });
});
