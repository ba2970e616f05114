import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { FeatureCollection } from "./feature-collection.ts";

/** Cuts the text into chunks of a size, as the database may. */
const collect = async (lines: string, size: number) => {
  const bytes = Buffer.from(lines);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return JSON.parse(await text(Readable.from(chunks).pipe(new FeatureCollection({ name: "ทดสอบ" }))));
};

describe("FeatureCollection", () => {
  const lines = ['{"id":"ก"}', '{"id":"b,\\n"}', '{"id":"c"}'].map((line) => `${line}\n`).join("");

  it.each([1, 2, 3, 7, 11, 12, 1000])("joins lines cut into chunks of %i bytes", async (size) => {
    expect(await collect(lines, size)).toEqual({
      type: "FeatureCollection",
      name: "ทดสอบ",
      features: [{ id: "ก" }, { id: "b,\n" }, { id: "c" }],
    });
  });

  it("is a valid, empty collection without lines", async () => {
    expect((await collect("", 10)).features).toEqual([]);
  });
});
