import { areaDetail } from "@phuenthi/server/contract/areas";
import { localAuthorityDetail, localAuthorityList } from "@phuenthi/server/contract/local-authorities";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

const isReal = process.env.TEST_BOUNDARY !== "stand-in";
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const list = async (query: string) => localAuthorityList.parse(await api.get(`/local-authorities?${query}`));

describe("GET /api/local-authorities", () => {
  it("has one provincial organization for each province but Bangkok, which has 50 districts", async () => {
    expect((await list("kind=provincial_organization")).total).toBe(76);
    expect((await list("kind=bangkok")).total).toBe(1);
    const districts = await list("kind=bangkok_district&extent=whole");
    expect(districts.total).toBe(50);
    expect(districts.items.every((item) => item.province.code === "10")).toBe(true);
  });

  it("says that made-up authorities are made up, and read ones are not", async () => {
    expect((await list("limit=1")).items[0]!.sample).toBe(!isReal);
  });

  it("adds up by extent and pages through everything once", async () => {
    const { total } = await list("limit=1");
    const parts = await Promise.all(
      ["whole", "part", "province", "unknown"].map((extent) => list(`extent=${extent}&limit=1`)),
    );
    expect(parts.reduce((sum, part) => sum + part.total, 0)).toBe(total);
    const seen = new Set<string>();
    let cursor = "";
    do {
      const page = await list(`limit=500${cursor && `&cursor=${cursor}`}`);
      for (const { code } of page.items) seen.add(code);
      cursor = page.next_cursor ?? "";
    } while (cursor);
    expect(seen.size).toBe(total);
  });

  it("finds those with a tambon inside an area", async () => {
    const { items, total } = await list("within=5001&limit=100");
    expect(total).toBeGreaterThan(5);
    for (const { code } of items) {
      const { areas } = localAuthorityDetail.parse(await api.get(`/local-authorities/${code}`));
      expect(areas.some(({ path }) => path[1]?.code === "5001")).toBe(true);
    }
  });

  it.runIf(isReal)("reads the real list: kinds, the 200 that name no tambon, Pattaya", async () => {
    const totals = await Promise.all(
      [
        "kind=subdistrict_organization",
        "kind=city_municipality",
        "kind=town_municipality",
        "kind=subdistrict_municipality",
        "kind=municipality",
        "extent=unknown",
      ].map(async (query) => (await list(`${query}&limit=1`)).total),
    );
    // of the 200 without a tambon, 76 อบจ. and Bangkok lie over a province
    expect(totals).toEqual([5431, 30, 175, 1343, 919, 123]);
    expect((await list(`q=${encodeURIComponent("พัทยา")}&kind=pattaya`)).total).toBe(1);
  });

  it.each([
    ["kind=village", "kind"],
    ["within=ABC", "within"],
    ["extent=half", "extent"],
    ["province=10", "province"],
    ["limit=0", "limit"],
  ])("refuses ?%s by the field's name", async (query, field) => {
    const { status, body } = await api.problem(`/local-authorities?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].field).toBe(field);
  });
});

describe("GET /api/local-authorities/:code", () => {
  it("and the tambon say the same of each other", async () => {
    const { items } = await list("within=50&limit=40&extent=part");
    expect(items.length).toBeGreaterThan(0);
    for (const { code } of items) {
      const { areas } = localAuthorityDetail.parse(await api.get(`/local-authorities/${code}`));
      for (const { path, extent, others } of areas) {
        const tambon = areaDetail.parse(await api.get(`/areas/${path.at(-1)!.code}`));
        expect(tambon.local_authorities).toHaveLength(others + 1);
        expect(tambon.local_authorities.find((holder) => holder.code === code)).toMatchObject({ extent });
      }
    }
  });

  it("answers 404 for an unknown code and 400 for what is none", async () => {
    expect((await api.problem("/local-authorities/L99999999")).body.code).toBe("local-authority-not-found");
    expect((await api.problem("/local-authorities/1'--")).status).toBe(400);
  });
});

describe("the crosswalk", () => {
  it("holds each tambon whole by one authority, or in parts", async () => {
    const { items } = await api.get("/areas?parent=50&level=tambon&limit=60");
    for (const { code } of items) {
      const { local_authorities } = areaDetail.parse(await api.get(`/areas/${code}`));
      const whole = local_authorities.filter(({ extent }) => extent === "whole");
      expect(whole.length === 0 || local_authorities.length === 1).toBe(true);
    }
  });
});
