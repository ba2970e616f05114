// A list whose licence does not allow it is not handed on, in any channel, until the operator says that it may be.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

const closed = async (
  work: (api: TestApi, source: string) => Promise<void>,
  { isAllowed = false, isRenamed = false } = {},
) =>
  withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
    if (isRenamed) {
      await query(
        ownerUrl,
        "update local_authority set name_th = 'ชื่อ L' || code, name_en = 'Named L' || code",
      );
    }
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

type Parameter = { name: string; in: string; schema: object };

/** Every path of the description, asked for as much as its parameters allow of what names local authorities. */
async function addresses(api: TestApi): Promise<string[]> {
  const { paths } = await api.get("/openapi.json");
  const { boundary } = await api.get("/health");
  const { codes } = await api.get("/coverage/councils?level=local_authority");
  const [organization] = (await api.get("/organizations?limit=1")).items;
  const [plan] = (await api.get("/plans?limit=1")).items;
  const given: Record<string, string[]> = {
    indicator: ["organization-quality"],
    version: [boundary.id],
    z: ["6"],
    x: ["49"],
    y: ["29"],
  };
  const placesOf = (path: string) => {
    if (path.startsWith("/local-authorities")) return [codes[0]];
    if (path.startsWith("/similar")) return ["100401"];
    return path === "/areas/{code}" ? ["10", "100401"] : ["TH", "10", "100401", codes[0]];
  };
  const asked: Record<string, (string | null)[]> = {
    q: [null, "%E2%80%8B", "Named"],
    level: [null, "local_authority"],
    within: [null, "10", codes.slice(0, 40).join(",")],
    limit: ["500"],
    place: ["R1", codes[0]],
    lat: ["13.75"],
    lon: ["100.5"],
  };
  const each = (
    starts: string[],
    values: (string | null)[],
    grow: (start: string, value: string) => string,
  ) => starts.flatMap((start) => values.map((value) => (value === null ? start : grow(start, value))));
  return Object.entries<{ get?: { parameters?: Parameter[] } }>(paths).flatMap(([full, { get }]) => {
    if (!get) return [];
    const path = full.replace("/api", "");
    const ids = path.startsWith("/plans") ? [plan.id] : [organization.id];
    let all = [path];
    for (const { name, in: where, schema } of get.parameters ?? []) {
      if (where === "path") {
        const values = given[name] ?? (name === "id" ? ids : placesOf(path));
        all = each(all, values, (start, value) => start.replace(`{${name}}`, value));
      } else if (
        where === "query" &&
        (name !== "level" || JSON.stringify(schema).includes("local_authority"))
      ) {
        all = each(
          all,
          // whole files are slow: the most of each is enough
          (asked[name] ?? [null]).slice(path.startsWith("/export") ? -1 : 0),
          (start, value) => `${start}${start.includes("?") ? "&" : "?"}${name}=${value}`,
        );
      }
    }
    return all;
  });
}

describe("a list that may not be handed on", () => {
  it("is refused as a list and as GeoJSON, saying what there is instead and who may change it", async () => {
    await closed(async (api, source) => {
      for (const path of [
        "/local-authorities",
        "/local-authorities?within=50",
        "/local-authorities?q=",
        // a space that does not show
        "/local-authorities?q=%E2%80%8B",
        "/places?level=local_authority&q=%E2%80%8B",
        "/places/index",
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
      const nameless = await api.get("/places?limit=500&q=%E2%80%8B");
      expect(nameless.items).toEqual(listed);
      expect((await api.get("/areas/100101")).local_authorities).not.toEqual([]);
      expect((await api.get("/coverage/councils?level=local_authority")).codes.length).toBeGreaterThan(100);
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

  it("is the page's own in the index of places: no page of another site can ask for it", async () => {
    await closed(async (api, source) => {
      const own = await api.fetch("/places/index", { "x-phuenthi-page": "1" });
      expect(own.statusCode).toBe(200);
      expect(own.json().authority_sources).toMatchObject([{ id: source, is_redistributable: false }]);
      expect(own.json().authorities.codes.length).toBeGreaterThan(100);
      const again = await api.fetch("/places/index", {
        "x-phuenthi-page": "1",
        "if-none-match": String(own.headers.etag),
      });
      expect(again.statusCode).toBe(304);
      for (const { headers } of [own, again]) {
        expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
        expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      }
      const without = await api.fetch("/places/index", { "if-none-match": String(own.headers.etag) });
      expect(without.statusCode).toBe(403);
      // nor from memory, where the same address was answered before
      const packed = { "accept-encoding": "gzip" };
      await api.fetch("/places/index", { "x-phuenthi-page": "1", ...packed });
      expect((await api.fetch("/places/index", packed)).statusCode).toBe(403);
      const preflight = await api.app.inject({
        method: "OPTIONS",
        url: "/api/places/index",
        headers: {
          origin: "https://kepler.example",
          "access-control-request-method": "GET",
          "access-control-request-headers": "x-phuenthi-page",
        },
      });
      expect(String(preflight.headers["access-control-allow-headers"]).toLowerCase()).not.toContain(
        "x-phuenthi-page",
      );
    });
  });

  it("goes without names and tambon where more than twenty authorities are asked within", async () => {
    await closed(async (api) => {
      const { codes } = await api.get("/coverage/councils?level=local_authority");
      const taken = async (path: string, count: number) =>
        (await api.get(`${path}within=${codes.slice(0, count).join(",")}`)).within_authorities;
      for (const path of [
        "/organizations?limit=1&",
        "/plans?limit=1&",
        "/areas?limit=1&",
        "/tiles/organizations.json?",
      ]) {
        const few = await taken(path, 20);
        expect(few.map(({ code }: { code: string }) => code)).toEqual(codes.slice(0, 20));
        expect(
          few.every((one: object) => Object.values(one).every((value) => value !== null)),
          path,
        ).toBe(true);
        const many = await taken(path, 21);
        expect(many).toHaveLength(21);
        for (const one of many) {
          expect(one, path).toMatchObject({ name_th: null, name_en: null, whole: null, part: null });
          expect(one.extent).toMatch(/^(whole|part|province|unknown)$/);
        }
      }
    });
  });

  // under names that are found in an answer of any form
  it("is nowhere in one answer with more than twenty names, whatever is asked", async () => {
    await closed(
      async (api) => {
        const most: [count: number, path: string][] = [];
        for (const path of await addresses(api)) {
          const { body, statusCode } = await api.fetch(path);
          expect(statusCode, path).toBeLessThan(500);
          most.push([new Set(body.match(/(?<=Named |ชื่อ )L\d+/g)).size, path.slice(0, 120)]);
        }
        expect(most.filter(([count]) => count > 20)).toEqual([]);
        // names are counted: a search has as many as it may
        expect(most.filter(([count]) => count === 20).length).toBeGreaterThan(0);
      },
      { isRenamed: true },
    );
  }, 240_000);

  it("is described as one without a list or files, and as what it is where the operator names it", async () => {
    const told = async (api: TestApi) => {
      const { collections } = await api.get("/catalogue");
      return collections.find(({ id }: { id: string }) => id === "local_authorities");
    };
    await closed(async (api) =>
      expect(await told(api)).toMatchObject({
        closed_because: "licence",
        list: null,
        exports: [],
        count: expect.any(Number),
      }),
    );
    await closed(
      async (api) => {
        const { closed_because, list, exports } = await told(api);
        expect([closed_because, list, exports.length > 0]).toEqual([null, "/api/local-authorities", true]);
      },
      { isAllowed: true },
    );
  });

  it("is handed on where the operator names it", async () => {
    await closed(
      async (api) => {
        expect((await api.get("/local-authorities?limit=1")).total).toBeGreaterThan(100);
        expect((await api.get("/health")).not_redistributed).toEqual([]);
        const { headers } = await api.fetch("/places/index");
        expect(headers["access-control-allow-origin"]).toBe("*");
        for (const { items } of [
          await api.get("/gaps/organization-quality?level=local_authority"),
          { items: (await api.get("/coverage/organization-quality/areas/TH")).unknown },
        ]) {
          expect(items.length).toBeGreaterThan(100);
          expect(
            items.every(({ name_th, name_en }: { name_th: string; name_en: string }) => name_th && name_en),
          ).toBe(true);
        }
        expect((await api.fetch("/export/areas.geojson?level=local_authority&within=10")).statusCode).toBe(
          200,
        );
      },
      { isAllowed: true },
    );
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
