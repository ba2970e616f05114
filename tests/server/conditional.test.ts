// Every address that can be read answers HEAD as it answers GET, and 304 to whoever has what it would send.
import { register } from "@phuenthi/server/records/kinds";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** An address for each path of the description; a path that is new here has to be given one. */
async function addresses(): Promise<string[]> {
  const { paths } = await api.get("/openapi.json");
  const { boundary } = await api.get("/health");
  const ofRecords: Record<string, string> = {};
  const withoutRecords: string[] = [];
  for (const kind of register.open) {
    const path = collectionPath(kind);
    const [record] = (await api.get(`/${path}?limit=1`)).items;
    // of a kind that was just declared there may be none
    if (record) ofRecords[`/${path}/{id}`] = `/${path}/${record.id}`;
    else withoutRecords.push(`/${path}/{id}`);
    ofRecords[`/export/${path}.{format}`] = `/export/${path}.geojson?${kind.liesAt ? "within=10" : ""}`;
  }
  const [authority] = (await api.get("/local-authorities?limit=1")).items;
  const given: Record<string, string> = {
    "/areas/at": "/areas/at?lon=100.5&lat=13.75",
    "/areas/{code}": "/areas/50",
    "/areas/{code}/profile": "/areas/50/profile",
    "/local-authorities/{code}": `/local-authorities/${authority.code}`,
    "/places/extent": "/places/extent?within=50",
    "/coverage/{indicator}": "/coverage/councils?level=province",
    "/coverage/{indicator}/areas/{code}": "/coverage/councils/areas/50",
    "/gaps/{indicator}": "/gaps/plans-linked?level=province",
    "/gaps/{indicator}.csv": "/gaps/plans-linked.csv?level=province",
    "/similar/{indicator}/{code}": "/similar/plans-linked/100401",
    "/targets/{indicator}": "/targets/plans-linked",
    ...ofRecords,
    "/tiles/areas/{version}/{z}/{x}/{y}": `/tiles/areas/${boundary.id}/6/49/29`,
    "/tiles/{layer}.json": "/tiles/organizations.json",
    "/tiles/{layer}/{z}/{x}/{y}": "/tiles/organizations/6/49/29",
    "/explain/{indicator}/{code}.csv": "/explain/plans-linked/50.csv",
    "/export/areas.{format}": "/export/areas.csv?level=province",
  };
  const read = Object.entries<object>(paths)
    .filter(([, methods]) => "get" in methods)
    .map(([path]) => path.replace("/api", ""))
    .filter((path) => !withoutRecords.includes(path));
  return ["/openapi.json", ...read.map((path) => given[path] ?? path)];
}

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
    for (const path of await addresses()) {
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
