// Every answer, feature and tile says how much of its records is made up; population, which is not, is not covered.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, testBoundary, withOwnDatabase } from "../helpers/database.ts";

const isReal = testBoundary() !== "stand-in";
const ofPopulation = isReal ? "none" : "all";
const ofDensity = isReal ? "some" : "all";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const features = async (path: string) => {
  const answer = await api.fetch(`/export/${path}`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json();
};

describe("sample_records", () => {
  it.each([
    ["plans-linked", "all"],
    ["leaders", "all"],
    ["population", ofPopulation],
    ["population-density", ofPopulation],
    ["organization-density", ofDensity],
  ])("of %s is %s, in figures, gaps, explanations, their files and areas", async (indicator, extent) => {
    const year = "fiscal_year=2021";
    expect((await api.get(`/coverage/${indicator}?${year}`)).sample_records).toBe(extent);
    expect((await api.get(`/coverage/${indicator}/areas/50?${year}`)).sample_records).toBe(extent);
    const { items } = await api.get(`/overview?place=50&${year}`);
    expect(items.find((item: { indicator: string }) => item.indicator === indicator).sample_records).toBe(
      extent,
    );
    const csv = await api.fetch(`/explain/${indicator}/5001.csv?${year}&lang=en`);
    const rows = parseCsv(csv.body);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.sample_records))).toEqual(new Set([extent]));
    const collection = await features(`areas.geojson?level=district&within=50&indicator=${indicator}`);
    expect(collection.sample_records).toBe(extent);
    for (const { properties } of collection.features) {
      expect(properties).toMatchObject({ sample_records: extent, sample_boundary: !isReal });
      expect(properties).not.toHaveProperty("sample");
    }
  });

  it("says nothing of records where an area has none, and of the lines what they are", async () => {
    const collection = await features("areas.geojson?level=province");
    expect(collection).toMatchObject({ sample_records: null, sample_boundary: !isReal });
    expect(collection.features[0].properties.sample_boundary).toBe(!isReal);
    expect((await api.get("/tiles/areas.json")).sample_boundary).toBe(!isReal);
  });

  it("is on every organization and plan, and on the file", async () => {
    for (const what of ["organizations", "plans"]) {
      const collection = await features(`${what}.geojson?within=50`);
      expect(collection.sample_records).toBe("all");
      expect(
        collection.features.every((one: { properties: { sample: boolean } }) => one.properties.sample),
      ).toBe(true);
    }
  });

  it("is on every point and cluster of the organization tiles, and in what maps of others show", async () => {
    const tileJson = await api.get("/tiles/organizations.json");
    expect(tileJson.sample_records).toBe("all");
    expect(tileJson.attribution).toContain("ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง");
    for (const path of ["6/49/28", "12/3190/1823", "8/199/113"]) {
      const answer = await api.fetch(`/tiles/organizations/${path}`);
      if (answer.statusCode === 204) continue;
      const layer = new VectorTile(new PbfReader(answer.rawPayload)).layers.organizations;
      for (let index = 0; index < (layer?.length ?? 0); index += 1) {
        expect(layer?.feature(index).properties.sample_records).toBe("all");
      }
    }
  });

  it("is some where real records stand beside made-up ones, none where all are real", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      await query(
        ownerUrl,
        `insert into source (id, title_th, title_en, publisher_th, publisher_en, licence_th, licence_en,
           attribution, is_sample)
         values ('office', 'สำนักงาน', 'Office', 'สำนักงาน', 'Office', 'CC0 1.0', 'CC0 1.0', 'Office', false)`,
      );
      await query(ownerUrl, "update organization set source_id = 'office' where area_code like '50%'");
      const own = await startApi(apiUrl);
      try {
        const extent = async () => (await own.get("/coverage/councils?fiscal_year=2021")).sample_records;
        expect(await extent()).toBe("some");
        expect((await own.get("/health")).sample_records).toBe("some");
        await query(ownerUrl, "update organization set source_id = 'office'");
        // for a quarter second whoever has not seen the edit may get the former answer
        await expect.poll(extent, { timeout: 20_000 }).toBe("none");
      } finally {
        await own.close();
      }
    });
  });
});
