// Files that people download: told apart by name, asked for again without being made again, honest about parts.
import { Lanes } from "@phuenthi/server/lanes";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Both names of the file, decoded. */
async function namesOf(path: string): Promise<[thai: string, ascii: string]> {
  const { statusCode, headers } = await api.app.inject({ method: "HEAD", url: `/api${path}` });
  expect(statusCode, path).toBe(200);
  const [, ascii = "", encoded = ""] =
    /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(
      String(headers["content-disposition"]),
    ) ?? [];
  return [decodeURIComponent(encoded), ascii];
}

describe("the name of a file", () => {
  it("differs with everything that was asked, and fits on every disk", async () => {
    const { items } = await api.get("/areas?level=tambon&parent=1004&limit=20");
    const { items: districts } = await api.get("/areas?level=district&within=30,34,40&limit=60");
    const codes = (list: { code: string }[]) => list.map(({ code }) => code).join(",");
    const paths = [
      "/export/areas.geojson",
      "/export/areas.geojson?level=province",
      "/export/areas.geojson?level=local_authority",
      "/export/areas.geojson?within=50",
      "/export/areas.geojson?within=R1",
      "/export/areas.geojson?within=50,51,52,53",
      "/export/areas.geojson?bbox=98,18,99,19",
      "/export/areas.geojson?q=%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99",
      "/export/areas.geojson?q=%E0%B8%9B%E0%B9%88%E0%B8%B2",
      "/export/areas.geojson?indicator=councils&fiscal_year=2021",
      "/export/areas.geojson?indicator=councils&fiscal_year=2020",
      "/export/areas.geojson?indicator=population",
      "/export/organizations.geojson",
      "/export/organizations.geojson?fiscal_year=2021",
      "/export/organizations.geojson?indicator=councils&fiscal_year=2021",
      "/export/organizations.geojson?indicator=councils",
      "/export/organizations.geojson?kind=council",
      "/export/organizations.geojson?kind=council,network",
      `/export/organizations.geojson?within=${codes(items)}`,
      `/export/organizations.geojson?within=${codes(items.slice(1))}`,
      `/export/organizations.geojson?within=${codes(districts)}`,
      `/export/organizations.geojson?within=${codes(districts.slice(0, -1))}`,
      "/export/organizations.csv?kind=network",
      "/export/organizations.csv?kind=network&lang=en",
      "/export/plans.geojson?state=funded",
      "/export/plans.geojson?state=done",
      `/export/plans.geojson?q=${"%E0%B8%81".repeat(200)}`,
      `/export/plans.geojson?q=${"%E0%B8%81".repeat(199)}`,
      "/gaps/plans-linked.csv?level=province",
      "/gaps/plans-linked.csv?level=province&lang=en",
      "/gaps/plans-linked.csv?level=district",
      "/gaps/plans-linked.csv?level=district&within=50",
      "/gaps/housing-households.csv?level=province&basis=denominator",
      "/explain/plans-linked/50.csv",
      "/explain/plans-linked/50.csv?lang=en",
      "/explain/plans-linked/50.csv?state=unknown",
      "/explain/plans-linked/50.csv?fiscal_year=2019",
      "/explain/plans-linked/5001.csv",
    ];
    const names = [];
    for (const path of paths) names.push(await namesOf(path));
    for (const [i, both] of names.entries()) {
      for (const name of both) {
        expect(Buffer.byteLength(name), name).toBeLessThanOrEqual(200);
        expect(name, paths[i]).toMatch(/^[^\s/\\:*?"<>|]+\.(geojson|csv)$/);
      }
      expect(both[1]).toMatch(/^[ -~]+$/);
    }
    for (const which of [0, 1] as const) {
      const seen = names.map((both) => both[which]);
      expect(seen.filter((name, i) => seen.indexOf(name) !== i)).toEqual([]);
    }
    const gaps = names[paths.indexOf("/gaps/plans-linked.csv?level=district&within=50")]?.[0];
    expect(gaps).toMatch(/^ยังขาด-แผนพัฒนา\S*-อำเภอ-เขต-เทียบทั้งหมด-ปีงบ-\d+-เชียงใหม่-50-[0-9a-f]{8}\.csv$/);
    expect(names[3]?.[0]).toBe("พื้นที่-ตำบล-แขวง-เชียงใหม่-50.geojson");
    expect(names[16]?.[1]).toBe("organizations-kind-council.geojson");
  });
});

const FILES = [
  "/export/areas.geojson?level=province&indicator=councils",
  "/export/organizations.geojson?within=10",
  "/export/plans.geojson?within=50",
  "/gaps/plans-linked.csv?level=province",
  "/explain/plans-linked/50.csv",
];

describe("a file asked for again", () => {
  it.each(FILES)("%s says when it changed, and is not sent to whoever has it", async (path) => {
    const first = await api.fetch(path);
    expect(first.statusCode).toBe(200);
    const { etag, "last-modified": changed, "accept-ranges": ranges } = first.headers;
    expect(Date.parse(String(changed))).toBeLessThanOrEqual(Date.now());
    expect(ranges).toBe("none");
    const known = await api.fetch(path, { "if-none-match": `"other", ${etag}` });
    expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, "", etag]);
    expect((await api.fetch(path, { "if-none-match": '"other"' })).statusCode).toBe(200);
    // another edit may share the second that a time is named by
    const since = await api.fetch(path, { "if-modified-since": String(changed) });
    expect(since.statusCode).toBe(200);
    // a part is not to be had: the whole comes, and says so
    const part = await api.fetch(path, { range: "bytes=0-9" });
    expect([part.statusCode, part.rawPayload.length]).toEqual([200, first.rawPayload.length]);
    expect(String(first.headers["content-disposition"])).toMatch(/^attachment;/);
  });

  it("is another with another filter, and after the data have changed", async () => {
    await withOwnDatabase(async (urls) => {
      const own = await startApi(urls.apiUrl);
      try {
        const tag = async (path: string) => (await own.fetch(path)).headers.etag;
        const organizations = "/export/organizations.geojson?within=10";
        const plans = "/export/plans.geojson?within=10";
        const [before, ofPlans] = [await tag(organizations), await tag(plans)];
        expect(await tag("/export/organizations.geojson?within=50")).not.toBe(before);
        expect(await tag(organizations)).toBe(before);
        const changed = "update organization set name_th = name_th || '' where area_code like '10%'";
        await query(urls.ownerUrl, `${changed}; select pg_sleep(0.1)`);
        await expect.poll(() => tag(organizations)).not.toBe(before);
        expect(await tag(plans)).toBe(ofPlans);
        const { headers } = await own.fetch(organizations);
        expect(Date.now() - Date.parse(String(headers["last-modified"]))).toBeLessThan(60_000);
      } finally {
        await own.close();
      }
    });
  });
});

describe("HEAD of an export", () => {
  it("says what GET would, and asks the database for no features", async () => {
    // few exports at a time are made: HEAD is none of them, and holds none up
    const path = "/export/areas.geojson?level=tambon&indicator=councils";
    const heads = await Promise.all(
      Array.from({ length: 12 }, () => api.app.inject({ method: "HEAD", url: `/api${path}` })),
    );
    const get = await api.fetch(path);
    for (const { statusCode, headers, rawPayload } of heads) {
      expect([statusCode, rawPayload.length]).toEqual([200, 0]);
      expect(headers["content-length"]).toBeUndefined();
      for (const name of ["etag", "last-modified", "content-type", "content-disposition", "accept-ranges"]) {
        expect([name, headers[name]]).toEqual([name, get.headers[name]]);
      }
    }
    const refused = await api.app.inject({ method: "HEAD", url: "/api/export/areas.geojson?witin=10" });
    expect(refused.statusCode).toBe(400);
  });
});

describe("an export that fails", () => {
  it("leaves nothing of the file in the problem", async () => {
    await withOwnDatabase(async (urls) => {
      const lanes = new Lanes({ files: { atOnce: 2, waitMs: 200 } });
      const own = await startApi(urls.apiUrl, null, {}, { lanes });
      const path = "/export/areas.geojson?level=region";
      // two that have to wait for somebody else's work
      const client = new pg.Client({ connectionString: urls.ownerUrl });
      await client.connect();
      try {
        await client.query("begin; lock table region");
        const waiting = ["", "&q=a"].map((asked) => own.fetch(path + asked));
        const running = async () =>
          (
            await query(
              urls.ownerUrl,
              "select from pg_stat_activity where query like 'copy%' and state = 'active'",
            )
          ).length;
        await expect.poll(running, { timeout: 10_000 }).toBe(2);
        const { statusCode, headers, body } = await own.fetch(`${path}&q=c`);
        expect(statusCode).toBe(503);
        expect(JSON.parse(body).code).toBe("busy");
        expect(headers["retry-after"]).toBe("5");
        for (const name of ["content-disposition", "etag", "last-modified", "accept-ranges"]) {
          expect([name, headers[name]]).toEqual([name, undefined]);
        }
        await client.query("rollback");
        for (const answer of await Promise.all(waiting)) expect(answer.statusCode).toBe(200);
      } finally {
        await client.end();
        await own.close();
      }
    });
  });
});

describe("every exported feature", () => {
  // fiona 1.9.0 (Debian 12) ends the whole process over an empty list in a column of lists
  it.each([
    "areas.geojson?level=region&indicator=councils",
    "areas.geojson?level=province&indicator=leaders",
    "areas.geojson?level=local_authority&indicator=councils",
    "organizations.geojson?indicator=councils&within=10,50",
    "plans.geojson?within=10,50",
  ])("has the same columns, and no empty list: %s", async (path) => {
    const { features } = await api.get(`/export/${path}`);
    const lists = features.flatMap(({ properties }: { properties: Record<string, unknown> }) =>
      Object.entries(properties).filter(([, value]) => Array.isArray(value) && value.length === 0),
    );
    expect(lists).toEqual([]);
    const columns = new Set(
      features.map(({ properties }: { properties: object }) => Object.keys(properties).toSorted().join()),
    );
    expect(columns.size).toBe(1);
  });
});
