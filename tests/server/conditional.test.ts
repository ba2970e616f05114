// Every address that can be read answers HEAD as it answers GET, and 304 to whoever has what it would send.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addresses } from "../helpers/addresses.ts";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const OF_BOTH = [
  "accept-ranges",
  "access-control-allow-origin",
  "cache-control",
  "content-disposition",
  "content-type",
  "etag",
  "last-modified",
];

describe("every address that is read", () => {
  it("answers HEAD as GET, without the body, and 304 with the tag it gave", async () => {
    const untagged = [];
    for (const path of await addresses(api)) {
      expect(path, "no address is given for this path").not.toContain("{");
      const get = await api.fetch(path);
      // nobody has a key here; everything else has to be an answer, or nothing is shown
      if (path !== "/targets/edit-check") expect([path, get.statusCode < 300]).toEqual([path, true]);
      const ask = (headers: Record<string, string> = {}) =>
        api.app.inject({ method: "HEAD", url: `/api${path}`, headers });
      const head = await ask();
      expect([path, head.statusCode]).toEqual([path, get.statusCode]);
      expect(head.rawPayload.length, path).toBe(0);
      for (const name of OF_BOTH) {
        expect([path, name, head.headers[name]]).toEqual([path, name, get.headers[name]]);
      }
      const length = head.headers["content-length"];
      if (length !== undefined) expect([path, Number(length)]).toEqual([path, get.rawPayload.length]);
      const { etag } = get.headers;
      if (!etag) {
        untagged.push(path);
        continue;
      }
      const asked = { "if-none-match": String(etag) };
      for (const known of [await api.fetch(path, asked), await ask(asked)]) {
        expect([path, known.statusCode, known.body, known.headers.etag]).toEqual([path, 304, "", etag]);
        expect([path, known.headers["content-length"]]).toEqual([path, undefined]);
        expect([path, known.headers["cache-control"]]).toEqual([path, get.headers["cache-control"]]);
      }
    }
    // how the server is just now, and whether a key is right, are never kept
    expect(untagged).toEqual(["/health", "/targets/edit-check"]);
    // four requests to each of some ninety addresses, the heaviest among them
  }, 120_000);
});
