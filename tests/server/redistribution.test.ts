// A list whose licence does not allow it is not handed on, in any channel, until the operator says that it may be.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

const closed = async (work: (api: TestApi, source: string) => Promise<void>, isAllowed = false) =>
  withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
    const [row] = await query(
      ownerUrl,
      "update source set is_redistributable = false where id in (select source_id from local_authority) returning id",
    );
    const api = await startApi(apiUrl, null, { redistributeSources: isAllowed ? [row.id] : [] });
    try {
      await work(api, row.id);
    } finally {
      await api.close();
    }
  });

describe("a list that may not be handed on", () => {
  it("is refused as a list and as GeoJSON, saying what there is instead and who may change it", async () => {
    await closed(async (api, source) => {
      for (const path of [
        "/local-authorities",
        "/local-authorities?within=50",
        "/local-authorities?q=",
        "/local-authorities?q=a&cursor=WyJvZmZzZXQiLDIwXQ",
        "/places?level=local_authority",
        "/places?level=province,local_authority&q=a&cursor=WyJvZmZzZXQiLDIwXQ",
        "/export/areas.geojson?level=local_authority",
        "/export/areas.geojson?level=local_authority&within=10",
      ]) {
        const { status, body } = await api.problem(path);
        expect([status, body.code], path).toEqual([403, "source-not-redistributable"]);
        expect(body.detail).toContain(`REDISTRIBUTE_SOURCES=${source}`);
        expect(body.detail).toContain("/api/local-authorities/L1001");
      }
      expect((await api.get("/health")).not_redistributed).toEqual([source]);
    });
  });

  it("answers single look-ups, searches by name, and what the map draws with", async () => {
    await closed(async (api, source) => {
      const one = await api.get("/local-authorities/L1001");
      expect(one.source).toMatchObject({ id: source, is_redistributable: false });
      const { items, total, next_cursor } = await api.get(
        `/local-authorities?limit=500&q=${encodeURIComponent("บ้าน")}`,
      );
      expect([items.length, total > 20, next_cursor]).toEqual([20, true, null]);
      const found = await api.get(`/places?level=local_authority&q=${encodeURIComponent("บ้าน")}&limit=100`);
      expect([found.items.length, found.next_cursor]).toEqual([20, null]);
      const { items: listed } = await api.get("/places?limit=500");
      expect(listed.some(({ level }: { level: string }) => level === "local_authority")).toBe(false);
      expect((await api.get("/areas/100101")).local_authorities).not.toEqual([]);
      expect((await api.get("/coverage/councils?level=local_authority")).codes.length).toBeGreaterThan(100);
      const { authority_sources } = await api.get("/places/index");
      expect(authority_sources).toMatchObject([{ id: source, is_redistributable: false }]);
      expect((await api.fetch("/export/areas.geojson?level=district&within=10")).statusCode).toBe(200);
      for (const file of [
        "/gaps/organization-quality.csv?level=local_authority&within=10",
        "/explain/organization-quality/10.csv?fiscal_year=2021",
      ]) {
        const rows = parseCsv((await api.fetch(`${file}${file.includes("?") ? "&" : "?"}lang=en`)).body);
        expect(rows.length, file).toBeGreaterThan(10);
        expect(new Set(rows.map(({ code, name }) => `${code?.slice(0, 1)}${name}`)), file).toEqual(
          new Set(["L"]),
        );
      }
    });
  });

  it("is handed on where the operator names it", async () => {
    await closed(async (api) => {
      expect((await api.get("/local-authorities?limit=1")).total).toBeGreaterThan(100);
      expect((await api.get("/health")).not_redistributed).toEqual([]);
      expect((await api.fetch("/export/areas.geojson?level=local_authority&within=10")).statusCode).toBe(200);
    }, true);
  });
});

describe("the made-up list", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it("and the code of every authority are the same everywhere", async () => {
    const { items } = await api.get("/local-authorities?within=10&limit=3");
    for (const { code } of items) {
      expect(code).toMatch(/^L[0-9]{2,8}$/);
      const detail = await api.get(`/local-authorities/${code}`);
      expect(detail.code).toBe(code);
      expect((await api.get(`/areas/${code}/profile`)).place.code).toBe(code);
    }
    const { local_authorities } = await api.get("/areas/100101");
    expect(local_authorities[0].code).toMatch(/^L/);
  });

  it("is not found by a code without its L, and says how it is written", async () => {
    const { status, body } = await api.problem("/local-authorities/1001");
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field: "code", message: expect.stringContaining("L1001") }]);
  });
});
