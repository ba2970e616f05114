import { areaDetail } from "@phuenthi/server/contract/areas";
import { placesIndex } from "@phuenthi/server/contract/places";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const index = async () => placesIndex.parse(await api.get("/places/index"));

describe("GET /api/places/index", () => {
  it("has each province in one region, as its detail says", async () => {
    const { regions } = await index();
    const provinces = regions.flatMap((region) => region.provinces);
    expect(regions.map((region) => [region.code, region.provinces.length])).toMatchObject([
      ["R1", 17],
      ["R2", 20],
      ["R3", expect.any(Number)],
      ["R4", expect.any(Number)],
      ["R5", 14],
    ]);
    expect(new Set(provinces).size).toBe(77);
    expect(provinces).toHaveLength(77);
    for (const { code, provinces } of regions) {
      const area = areaDetail.parse(await api.get(`/areas/${provinces[0]}`));
      expect(area.region).toMatchObject({ code, level: "region" });
    }
  });

  it("has every authority but those over a whole province, with or without tambon", async () => {
    const { authorities } = await index();
    const totals = await Promise.all(
      ["", "kind=provincial_organization,bangkok&", "extent=unknown&"].map(
        async (query) => (await api.get(`/local-authorities?${query}limit=1`)).total as number,
      ),
    );
    const [all = 0, overProvinces = 0, unknown = 0] = totals;
    expect(authorities.codes).toHaveLength(all - overProvinces);
    expect(new Set(authorities.codes).size).toBe(authorities.codes.length);
    for (const list of [
      authorities.names_th,
      authorities.names_en,
      authorities.kinds,
      authorities.provinces,
    ]) {
      expect(list).toHaveLength(authorities.codes.length);
    }
    const { tambon } = await index();
    expect(authorities.codes.length - new Set(tambon.authorities).size).toBe(unknown);
  });

  it("says of each tambon on the map who has it, as its detail does", async () => {
    const { authorities, tambon } = await index();
    expect(tambon.authorities).toHaveLength(tambon.codes.length);
    expect(tambon.whole).toHaveLength(tambon.codes.length);
    const { codes } = await api.get("/areas/index");
    const onMap = new Set(codes);
    expect(tambon.codes.filter((code) => !onMap.has(code))).toEqual([]);
    const part = tambon.codes[tambon.whole.indexOf(0)];
    for (const code of ["100101", "500101", "900101", part]) {
      const { local_authorities } = areaDetail.parse(await api.get(`/areas/${code}`));
      const rows = tambon.codes.flatMap((tambonCode, row) =>
        tambonCode === code ? [[authorities.codes[tambon.authorities[row] ?? -1], tambon.whole[row]]] : [],
      );
      expect(rows.toSorted(), code).toEqual(
        local_authorities.map(({ code, extent }) => [code, Number(extent === "whole")]).toSorted(),
      );
    }
  });

  it("is under 140 KB compressed, and 304 to whoever has it", async () => {
    const { rawPayload, headers } = await api.fetch("/places/index", { "accept-encoding": "gzip" });
    expect(rawPayload.length).toBeLessThan(140_000);
    const again = await api.fetch("/places/index", { "if-none-match": String(headers.etag) });
    expect(again.statusCode).toBe(304);
  });
});

describe("the extent of places", () => {
  it("encloses the areas of all of them", async () => {
    const [one, other] = await Promise.all(["50", "8301"].map((code) => api.get(`/areas/${code}`)));
    const { bbox } = await api.get("/places/extent?within=50,8301");
    expect(bbox).toEqual([
      Math.min(one.bbox[0], other.bbox[0]),
      Math.min(one.bbox[1], other.bbox[1]),
      Math.max(one.bbox[2], other.bbox[2]),
      Math.max(one.bbox[3], other.bbox[3]),
    ]);
    const { regions } = await api.get("/places/index");
    const [{ code, provinces }] = regions;
    expect(await api.get(`/places/extent?within=${code}`)).toEqual(
      await api.get(`/places/extent?within=${provinces.join(",")}`),
    );
  });

  it("is refused for none, and for a place that is none", async () => {
    expect((await api.problem("/places/extent")).body.errors[0].field).toBe("within");
    expect((await api.problem("/places/extent?within=50,99")).body.code).toBe("area-not-found");
  });
});

describe("GET /api/places/extent", () => {
  it("reaches as far as all that the places are made of, named once or often", async () => {
    const boxOf = async (within: string) => (await api.get(`/places/extent?within=${within}`)).bbox;
    const { regions } = await api.get("/places/index");
    const provinces = regions.find(({ code }: { code: string }) => code === "R1").provinces;
    const boxes: number[][] = await Promise.all(provinces.map(boxOf));
    const hull = [0, 1, 2, 3].map((edge) =>
      Math[edge < 2 ? "min" : "max"](...boxes.map((box) => box[edge] as number)),
    );
    expect(await boxOf("R1")).toEqual(hull);
    expect(await boxOf(provinces.join())).toEqual(hull);
    expect(await boxOf(Array(300).fill("R1").join())).toEqual(hull);
    const { items } = await api.get("/local-authorities?within=50&extent=whole&limit=1");
    const [west, south, east, north] = await boxOf(items[0].code);
    const [outerWest, outerSouth, outerEast, outerNorth] = await boxOf("50");
    expect([west >= outerWest, south >= outerSouth, east <= outerEast, north <= outerNorth]).toEqual(
      Array(4).fill(true),
    );
  });
});
