// Regions and population as the first start loads them and an administrator replaces them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookupsFolder } from "@phuenthi/geo-data/import/folders";
import { ensureAuthorities } from "@phuenthi/geo-data/local-authorities/ensure-authorities";
import { ensureNicknames } from "@phuenthi/geo-data/nicknames/ensure-nicknames";
import { ensurePopulation } from "@phuenthi/geo-data/population/ensure-population";
import { ensureRegions } from "@phuenthi/geo-data/regions/ensure-regions";
import { ensureSample } from "@phuenthi/geo-data/sample/ensure-sample";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { query, testBoundary, withOwnDatabase } from "../helpers/database.ts";

const isReal = testBoundary() !== "stand-in";
const geoDataDir = process.env.GEO_DATA_DIR;
const shipped = readFileSync(join(lookupsFolder, "regions.csv"), "utf8");
const grouping = "select region_code, province_code from region_province order by province_code, region_code";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phuenthi-regions-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, "regions.csv");
  writeFileSync(path, text);
  return path;
}

describe("a database that is away", () => {
  const loaders = { ensureAuthorities, ensureNicknames, ensurePopulation, ensureRegions, ensureSample };
  it.each(Object.entries(loaders))("is told in a sentence by %s", async (_name, ensure) => {
    const databaseUrl = "postgres://nobody@127.0.0.1:1/nothing";
    const failure: Error = await ensure({ databaseUrl, geoDataDir }).catch((error) => error);
    expect(failure.message).toMatch(
      /^The database does not answer: .+\nNext: start it, or correct DATABASE_URL\.$/,
    );
  });
});

describe("ensureRegions", () => {
  it("leaves regions alone unless a file is named, and then takes the whole of it", async () => {
    await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
      const before = await query(databaseUrl, grouping);
      expect(before).toHaveLength(77);
      expect(await ensureRegions({ databaseUrl })).toMatchObject({ loaded: false, regions: 5 });
      const moved = shipped.replace(
        "R3,กลางและตะวันตก,Central and West,73,,",
        'R4,กรุงเทพฯ ปริมณฑลและตะวันออก,"Bangkok, vicinity and East",73,,',
      );
      expect(moved).not.toBe(shipped);
      expect(await ensureRegions({ databaseUrl, path: fileOf(moved) })).toMatchObject({
        loaded: true,
      });
      const after = await query(databaseUrl, grouping);
      expect(after).toContainEqual({ region_code: "R4", province_code: "73" });
      expect(after).toHaveLength(77);
    });
  });

  it("changes nothing when a line is wrong, and keeps a region that a target was shared out to", async () => {
    await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
      const before = await query(databaseUrl, grouping);
      const wrong = shipped.replace(",50,,", ",99,,");
      await expect(ensureRegions({ databaseUrl, path: fileOf(wrong) })).rejects.toThrow(
        /line 2, province_code: "99" is no province/,
      );
      await query(
        databaseUrl,
        `insert into target_value (target_version_id, region_code, fiscal_year, value)
         select id, code, 2021, 600 from target_version, region where indicator_id = 'plans-linked'`,
      );
      const fewer = shipped.replaceAll(
        /^R5,ใต้,South/gm,
        'R4,กรุงเทพฯ ปริมณฑลและตะวันออก,"Bangkok, vicinity and East"',
      );
      await expect(ensureRegions({ databaseUrl, path: fileOf(fewer) })).rejects.toThrow(/shared out to R5/);
      expect(await query(databaseUrl, grouping)).toEqual(before);
    });
  });
});

describe("ensurePopulation", () => {
  const counts = `select source_id, sum(persons)::integer as persons, bool_and(is_sample) as is_sample
    from population join source on source.id = source_id group by 1`;

  it("leaves the register in step alone, and fills an empty one with made-up figures marked as such", async () => {
    await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
      const before = await query(databaseUrl, counts);
      expect(await ensurePopulation({ databaseUrl, geoDataDir })).toMatchObject({ loaded: false });
      expect(await query(databaseUrl, counts)).toEqual(before);
      await query(databaseUrl, "delete from population");
      await ensurePopulation({ databaseUrl });
      const [made] = await query(databaseUrl, counts);
      expect(made).toMatchObject({ source_id: "sample-population", is_sample: true });
      expect(made.persons).toBeGreaterThan(65_000_000);
      expect(made.persons).toBeLessThan(67_000_000);
    });
  });

  it.runIf(isReal)(
    "takes the place of made-up figures when the file is there: 66,171,439 persons",
    async () => {
      await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
        await query(databaseUrl, "delete from population");
        await ensurePopulation({ databaseUrl });
        expect(await ensurePopulation({ databaseUrl, geoDataDir })).toMatchObject({
          loaded: true,
          source: "population-2021",
          persons: 66_171_439,
          unmatched: [],
        });
        expect(await query(databaseUrl, counts)).toHaveLength(1);
      });
    },
  );
});
