// The boundaries of the test database, real or stand-in, as the pipeline has loaded them.
import { gunzipSync } from "node:zlib";
import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { loadBoundaries } from "@phuenthi/geo-data/import/load-boundaries";
import { getSource } from "@phuenthi/geo-data/import/sources";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { ownerUrl, testBoundary, withRollback } from "../helpers/database.ts";

const query = <Row>(text: string): Promise<Row[]> =>
  withRollback(async (client) => (await client.query(text)).rows as Row[]);

const current = "(select id from boundary_version where is_current)";

/** Features of one layer in all tiles of a zoom. */
async function featuresAt(zoom: number, layerName: string): Promise<VectorTileFeature[]> {
  const tiles = await query<{ data: Buffer }>(
    `select data from area_tile where boundary_version_id = ${current} and z = ${zoom}`,
  );
  return tiles.flatMap(({ data }) => {
    const layer = new VectorTile(new PbfReader(gunzipSync(data))).layers[layerName];
    return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer!.feature(index));
  });
}

async function codesOf(level: string): Promise<string[]> {
  const rows = await query<{ area_code: string }>(
    `select area_code from area_shape where boundary_version_id = ${current} and level = '${level}' order by 1`,
  );
  return rows.map(({ area_code }) => area_code);
}

describe("shapes", () => {
  it("are as many as the source declares", async () => {
    const { province, district, tambon } = getSource(testBoundary()).expected;
    const counts = await query(
      `select province_count, district_count, tambon_count, is_sample from boundary_version where is_current`,
    );
    expect(counts).toEqual([
      {
        province_count: province,
        district_count: district,
        tambon_count: tambon,
        is_sample: testBoundary() === "stand-in",
      },
    ]);
    expect([
      (await codesOf("province")).length,
      (await codesOf("district")).length,
      (await codesOf("tambon")).length,
    ]).toEqual([province, district, tambon]);
  });

  it("nest: what tambon cover is what their province covers", async () => {
    const rows = await query<{ code: string; relative: number }>(
      `select province.area_code as code, abs(st_area(tambon.covered) / st_area(province.geom) - 1) as relative
       from area_shape province
       cross join lateral (
         select st_union(geom) as covered from area_shape
         where boundary_version_id = province.boundary_version_id and level = 'tambon'
           and left(area_code, 2) = province.area_code
       ) tambon
       where province.boundary_version_id = ${current} and province.area_code in ('10', '38', '75', '83', '94')`,
    );
    expect(rows).toHaveLength(5);
    for (const { code, relative } of rows) expect(relative, code).toBeLessThan(1e-9);
  });

  it("cover the same ground on every level", async () => {
    const [row] = await query<{ tambon: number; district: number; province: number }>(
      `select sum(area_m2) filter (where level = 'tambon') as tambon,
         sum(area_m2) filter (where level = 'district') as district,
         sum(area_m2) filter (where level = 'province') as province
       from area_shape where boundary_version_id = ${current}`,
    );
    expect(row!.tambon / row!.province).toBeCloseTo(1, 10);
    expect(row!.district / row!.province).toBeCloseTo(1, 10);
    // Thailand has 513,120 km²; these lines include some water
    expect(row!.province / 513_120e6).toBeCloseTo(1, 1);
  });

  it("have a point inside them", async () => {
    expect(
      await query(
        `select area_code from area_shape where boundary_version_id = ${current} and not st_contains(geom, point)`,
      ),
    ).toEqual([]);
  });
});

describe("zoom bands", () => {
  it("hold every area, valid and with ground", async () => {
    const [{ shapes }] = (await query<{ shapes: number }>(
      `select count(*)::int as shapes from area_shape where boundary_version_id = ${current}`,
    )) as [{ shapes: number }];
    const bands = await query<{ min_zoom: number; whole: number; broken: number }>(
      `select min_zoom, count(*)::int as whole,
         count(*) filter (where not st_isvalid(geom) or st_area(geom) = 0)::int as broken
       from area_band where boundary_version_id = ${current} group by min_zoom order by min_zoom`,
    );
    expect(bands).toEqual(
      [0, 5, 6, 7, 8, 9, 10, 11].map((min_zoom) => ({ min_zoom, whole: shapes, broken: 0 })),
    );
  });

  it("have neither gap nor overlap, as PostGIS sees it", async () => {
    // Both are areas in square pixels of the band's highest zoom: overlap = sum − union, gap = filled − union.
    const rows = await query<{ min_zoom: number; overlap: number; gap: number }>(
      `with covered as (
         select min_zoom, sum(st_area(geom)) as total, st_union(geom) as ground
         from (select min_zoom, st_transform(geom, 3857) as geom from area_band
               where boundary_version_id = ${current} and min_zoom in (0, 6) and length(area_code) = 6) tambon
         group by min_zoom
       ), filled as (
         select min_zoom, sum(st_area(st_makepolygon(st_exteriorring(part.geom)))) as ground
         from covered, st_dump(ground) part group by min_zoom
       )
       select min_zoom, (total - st_area(covered.ground)) / pixel.area as overlap,
         (filled.ground - st_area(covered.ground)) / pixel.area as gap
       from covered join filled using (min_zoom),
       lateral (select (40075016.68557849 / (512 * 2 ^ (case min_zoom when 0 then 4 else 6 end))) ^ 2 as area) pixel`,
    );
    expect(rows).toHaveLength(2);
    for (const { overlap, gap } of rows) {
      expect(Math.abs(overlap)).toBeLessThan(1e-6);
      expect(Math.abs(gap)).toBeLessThan(1e-6);
    }
  });
});

describe("baked tiles", () => {
  it.each([4, 6, 9])("show every tambon at zoom %d, none of them empty", async (zoom) => {
    const features = await featuresAt(zoom, "tambon");
    expect([...new Set(features.map(({ id }) => String(id)))].sort()).toEqual(await codesOf("tambon"));
    for (const feature of features) {
      const corners = feature.loadGeometry().map((ring) => ring.length);
      expect(Math.min(...corners), `${feature.id}`).toBeGreaterThanOrEqual(4);
    }
  });

  it("show every province and district from their zooms on", async () => {
    const idsOf = async (zoom: number, layer: string) =>
      [...new Set((await featuresAt(zoom, layer)).map(({ id }) => String(id)))].sort();
    expect(await idsOf(0, "province")).toEqual(await codesOf("province"));
    expect(await idsOf(4, "district")).toEqual(await codesOf("district"));
    expect(await idsOf(3, "district")).toEqual([]);
  });

  it("name every area once per zoom in layer label, at its point", async () => {
    const labels = await featuresAt(9, "label");
    const expected = [
      ...(await codesOf("province")),
      ...(await codesOf("district")),
      ...(await codesOf("tambon")),
    ];
    expect(labels.map(({ properties }) => properties.code).sort()).toEqual(expected.sort());
    const bangkok = labels.find(({ properties }) => properties.code === "10");
    expect(bangkok?.properties).toEqual({
      level: "province",
      code: "10",
      name_th: "กรุงเทพมหานคร",
      name_en: "Bangkok",
    });
  });

  it("carry ids alone where tiles are heavy, code and names from zoom 9", async () => {
    expect((await featuresAt(8, "tambon"))[0]?.properties).toEqual({});
    const feature = (await featuresAt(9, "tambon"))[0];
    expect(Object.keys(feature?.properties ?? {})).toEqual(["code", "name_th", "name_en"]);
    expect(feature?.properties.code).toBe(String(feature?.id));
  });

  it("stay light: about 100 KB at most, the one tile of zoom 4 aside", async () => {
    const rows = await query<{ z: number; heaviest: number }>(
      `select z, max(length(data)) as heaviest from area_tile where boundary_version_id = ${current} group by z`,
    );
    expect(rows).toHaveLength(13);
    for (const { z, heaviest } of rows)
      expect(heaviest, `zoom ${z}`).toBeLessThan(z === 4 ? 200_000 : 115_000);
  });
});

describe("a second load", () => {
  it("of the same source changes nothing", async () => {
    const before = await query("select id, loaded_at, xmin::text from boundary_version order by id");
    const result = await loadBoundaries({
      databaseUrl: ownerUrl(),
      source: getSource(testBoundary()),
      geoDataDir: process.env.GEO_DATA_DIR,
    });
    expect(result.loaded).toBe(false);
    expect(await query("select id, loaded_at, xmin::text from boundary_version order by id")).toEqual(before);
  });
});
