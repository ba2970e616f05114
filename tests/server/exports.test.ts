import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

type Feature = {
  type: string;
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
};
const features = async (path: string): Promise<Feature[]> => (await api.get(`/export/${path}`)).features;

describe("GET /api/export/areas.geojson", () => {
  it("is RFC 7946: ids are codes, outer rings counter-clockwise, at most 6 decimals", async () => {
    const list = await features("areas.geojson?within=10&level=district");
    expect(list).toHaveLength(50);
    for (const feature of list) {
      expect(feature.type).toBe("Feature");
      expect(feature.id).toBe(feature.properties.code);
      const polygons = feature.geometry?.coordinates as number[][][][];
      for (const [outer = []] of polygons) {
        let doubled = 0;
        outer.forEach(([x = 0, y = 0], at) => {
          const [nextX = 0, nextY = 0] = outer[(at + 1) % outer.length] ?? [];
          doubled += x * nextY - nextX * y;
          expect(String(x).split(".")[1]?.length ?? 0).toBeLessThanOrEqual(6);
        });
        expect(doubled, feature.id).toBeGreaterThan(0);
      }
    }
  });

  it("joins the coverage on request, as the coverage answer has it", async () => {
    const list = await features("areas.geojson?level=province&indicator=housing-households&fiscal_year=2019");
    const answer = await api.get("/coverage/housing-households?fiscal_year=2019&level=province");
    expect(list.map((feature) => [feature.id, feature.properties.value])).toEqual(
      answer.codes.map((code: string, index: number) => [code, answer.values[index]]),
    );
    expect(list[0]?.properties).toMatchObject({ indicator: "housing-households", fiscal_year: 2019 });
  });

  it("comes with a Thai file name and an ASCII one", async () => {
    const { headers } = await api.fetch(
      "/export/areas.geojson?level=province&indicator=councils&fiscal_year=2021",
    );
    const disposition = String(headers["content-disposition"]);
    expect(disposition).toContain('filename="areas-fy2021.geojson"');
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? "")).toBe("พื้นที่-ปีงบ-2564.geojson");
    expect(headers["content-type"]).toContain("application/geo+json");
  });

  it("is an empty collection where nothing matches", async () => {
    expect(await features("areas.geojson?q=ไม่มีพื้นที่ชื่อนี้")).toEqual([]);
  });
});

describe("GET /api/export/areas.geojson?level=region", () => {
  it("puts each region together from its provinces, with its coverage", async () => {
    const list = await features("areas.geojson?level=region&indicator=councils&fiscal_year=2021");
    const answer = await api.get("/coverage/councils?level=region&fiscal_year=2021");
    expect(list.map((feature) => [feature.id, feature.properties.value])).toEqual(
      answer.codes.map((code: string, at: number) => [code, answer.values[at]]),
    );
    const provinces = await features("areas.geojson?level=province");
    for (const { id, geometry, properties } of list) {
      expect(geometry?.type).toBe("MultiPolygon");
      const size = provinces
        .filter((province) => (properties.provinces as string[]).includes(province.id))
        .reduce((sum, province) => sum + Number(province.properties.area_m2), 0);
      expect(Number(properties.area_m2) / size, id).toBeCloseTo(1, 6);
    }
    expect((await features("areas.geojson?level=region&within=R2")).map(({ id }) => id)).toEqual(["R2"]);
  });
});

describe("GET /api/export/areas.geojson?level=local_authority", () => {
  it("draws the tambon that are wholly its own, and says whether that is all", async () => {
    const list = await features("areas.geojson?level=local_authority&within=50");
    const extents = new Set(list.map((feature) => feature.properties.extent));
    expect(extents).toContain("whole");
    expect(extents).toContain("part");
    for (const { geometry, properties } of list) {
      expect(geometry === null).toBe((properties.tambon as string[]).length === 0);
      if (properties.extent === "whole") expect(geometry).not.toBeNull();
      if (properties.extent === "unknown") expect(geometry).toBeNull();
    }
    const { total } = await api.get("/local-authorities?within=50&limit=1");
    const { total: over } = await api.get(
      "/local-authorities?within=50&kind=provincial_organization&limit=1",
    );
    expect(list).toHaveLength(total - over);
  });

  it("has the whole country in seconds, and every code that coverage has", async () => {
    const began = performance.now();
    const list = await features("areas.geojson?level=local_authority&indicator=councils&fiscal_year=2021");
    expect(performance.now() - began).toBeLessThan(5_000);
    const values = new Map(list.map((feature) => [feature.id, feature.properties.value ?? null]));
    const answer = await api.get("/coverage/councils?level=local_authority&fiscal_year=2021");
    expect(answer.codes.map((code: string) => values.get(code))).toEqual(answer.values);
  });

  it("narrows by name, box and region", async () => {
    const ids = async (query: string) =>
      (await features(`areas.geojson?level=local_authority&${query}`)).map(({ id }) => id);
    const phuket = await ids("within=83");
    expect(await ids("bbox=98.2,7.7,98.5,8.2")).toEqual(expect.arrayContaining(phuket.slice(0, 1)));
    const south = await ids("within=R5");
    expect(south).toEqual(expect.arrayContaining(phuket));
    expect(south).not.toContain("L1001");
    expect(await ids("q=ไม่มีอปท.ชื่อนี้")).toEqual([]);
  });
});

describe("a region in the filter", () => {
  it("is its provinces in every list, count, coverage, tile and export", async () => {
    const { regions } = await api.get("/places/index");
    const { code, provinces } = regions.find((region: { code: string }) => region.code === "R3");
    const each = provinces.join(",");
    for (const list of ["organizations", "plans", "local-authorities"]) {
      const [asked, summed] = await Promise.all(
        [code, each].map(async (within) => (await api.get(`/${list}?within=${within}&limit=1`)).total),
      );
      expect(asked, list).toBeGreaterThan(0);
      expect(asked, list).toBe(summed);
    }
    for (const what of ["organizations", "plans"]) {
      const exported = await features(`${what}.geojson?within=${code}`);
      expect(exported).toHaveLength((await api.get(`/${what}?within=${code}&limit=1`)).total);
    }
    const areas = await features(`areas.geojson?level=district&within=${code}`);
    const coverage = await api.get(`/coverage/councils?level=district&within=${code}`);
    expect(areas.map(({ id }) => id)).toEqual(coverage.codes);
    expect(new Set(coverage.codes.map((inner: string) => inner.slice(0, 2)))).toEqual(new Set(provinces));
    const tile = async (within: string) =>
      (await api.fetch(`/tiles/organizations/6/49/29?within=${within}`)).rawPayload;
    expect((await tile(code)).length).toBeGreaterThan(0);
    expect(await tile(code)).toEqual(await tile(each));
    expect(await tile(code)).not.toEqual(await tile("R5"));
  });
});

describe("the one filter", () => {
  it.each([
    "within=10",
    "within=50,40",
    "within=1004&kind=council,savings_group",
    "fiscal_year=2018&within=90",
    "kind=welfare_fund&within=34",
    "bbox=98.5,18.5,99.2,19",
    "q=%E0%B8%9A%E0%B9%89%E0%B8%B2%E0%B8%99&within=30",
  ])("gives list and export of organizations the same rows: %s", async (query) => {
    const { total, items } = await api.get(`/organizations?${query}&limit=500`);
    const list = await features(`organizations.geojson?${query}`);
    expect(list).toHaveLength(total);
    const ids = new Set(list.map((feature) => feature.id));
    for (const item of items) expect(ids.has(item.id)).toBe(true);
  });

  it.each([
    "within=10",
    "state=funded,done&within=40",
    "fiscal_year=2020&within=50",
    "bbox=98.5,18.5,99.2,19",
  ])("gives list and export of plans the same rows: %s", async (query) => {
    const { total } = await api.get(`/plans?${query}`);
    expect(await features(`plans.geojson?${query}`)).toHaveLength(total);
  });

  it("gives export and coverage of areas the same areas", async () => {
    const list = await features("areas.geojson?level=tambon&within=50");
    const { codes } = await api.get("/coverage/councils?level=tambon&within=50");
    expect(list.map((feature) => feature.id)).toEqual(codes);
  });
});

describe("GET /api/export/organizations.geojson", () => {
  it("labels what is made up, and keeps organizations without a position", async () => {
    const list = await features("organizations.geojson?within=10");
    expect(list.every((feature) => feature.properties.sample === true)).toBe(true);
    expect(list.some((feature) => feature.geometry === null)).toBe(true);
    expect(list.some((feature) => feature.geometry?.type === "Point")).toBe(true);
  });
});
