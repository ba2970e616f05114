// Loads a country of nine tambon into a database of its own: what a load changes, and what it must leave alone.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@phuenthi/db/migrate";
import { loadBoundaries } from "@phuenthi/geo-data/import/load-boundaries";
import type { RawRow } from "@phuenthi/geo-data/import/reader";
import {
  makeSmallCountry,
  rowOf,
  smallLookups,
  smallSource,
} from "@phuenthi/geo-data/import/small-country.fixture";
import type { BoundarySource } from "@phuenthi/geo-data/import/source.schema";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { withOwnDatabase } from "../helpers/database.ts";

function saved(rows: RawRow[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "small-country-")), "small.geojson");
  const features = rows.map((row) => ({ type: "Feature", ...row }));
  writeFileSync(path, JSON.stringify({ type: "FeatureCollection", features }));
  return path;
}

/** A database with the tables and no boundaries, a way to load into it, and a connection to look. */
function withLoader(
  work: (tools: {
    client: pg.Client;
    load: (rows?: RawRow[], changes?: Partial<BoundarySource>) => ReturnType<typeof loadBoundaries>;
  }) => Promise<void>,
): Promise<void> {
  return withOwnDatabase(
    async ({ ownerUrl }) => {
      await migrate({ databaseUrl: ownerUrl });
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        await work({
          client,
          load: (rows = makeSmallCountry(), changes = {}) =>
            loadBoundaries({
              databaseUrl: ownerUrl,
              source: { ...smallSource, ...changes },
              path: saved(rows),
              lookups: smallLookups,
            }),
        });
      } finally {
        await client.end();
      }
    },
    { empty: true },
  );
}

/** Everything a load writes, as one text per table. */
async function snapshot(client: pg.Client): Promise<Record<string, string>> {
  const tables = ["source", "boundary_version", "area", "area_shape", "area_band", "area_tile", "area_alias"];
  tables.push("area_placement", "area_search", "data_version");
  const result: Record<string, string> = {};
  for (const table of tables) {
    // the names are the ones above
    const { rows } = await client.query(
      `select md5(coalesce(string_agg(line::text, '|' order by line::text), '')) as all_rows from ${table} line`,
    );
    result[table] = rows[0].all_rows;
  }
  return result;
}

const listVersions = async (client: pg.Client) => {
  const { rows } = await client.query(
    `select source_id, is_current,
       (select count(*)::int from area_shape where boundary_version_id = id) as shapes,
       (select count(*)::int from area_band where boundary_version_id = id) as bands,
       (select count(*) > 0 from area_tile where boundary_version_id = id) as has_tiles
     from boundary_version order by loaded_at`,
  );
  return rows;
};

describe("loadBoundaries", () => {
  it("fills every table, and a second load of the same changes nothing", () =>
    withLoader(async ({ client, load }) => {
      const first = await load();
      expect(first.loaded).toBe(true);
      expect(first.id).toMatch(/^small-country-[0-9a-f]{8}$/);
      const { rows: areas } = await client.query(
        "select level, count(*)::int as count from area group by level",
      );
      expect(Object.fromEntries(areas.map(({ level, count }) => [level, count]))).toEqual({
        province: 2,
        district: 3,
        // nine drawn and one that only an alias places
        tambon: 10,
      });
      const { rows: placed } = await client.query("select * from area_placement where area_code = '100105'");
      expect(placed).toEqual([{ area_code: "100105", shape_code: "100104" }]);
      const { rows: named } = await client.query("select name_th from area where code = '110101'");
      expect(named[0].name_th).toBe("นิคมสร้างตนเองลำโดมน้อย");
      expect(await listVersions(client)).toEqual([
        { source_id: "small-country", is_current: true, shapes: 14, bands: 14 * 8, has_tiles: true },
      ]);

      const before = await snapshot(client);
      expect(await load()).toEqual({ id: first.id, loaded: false });
      expect(await snapshot(client)).toEqual(before);
    }));

  it("measures on the ellipsoid and puts a point inside", () =>
    withLoader(async ({ client, load }) => {
      await load();
      const { rows } = await client.query(
        `select bool_and(st_contains(geom, point)) as inside,
           bool_and(bbox = array[st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)]) as boxed,
           sum(area_m2) filter (where level = 'tambon') / sum(area_m2) filter (where level = 'province') as ratio,
           sum(area_m2) filter (where area_code = '11') as m2
         from area_shape`,
      );
      expect(rows[0].inside).toBe(true);
      expect(rows[0].boxed).toBe(true);
      expect(rows[0].ratio).toBeCloseTo(1, 12);
      // two squares of 0.2° at 9° north, and an island
      expect(rows[0].m2 / (2 * 0.2 * 110_598 * 0.2 * 109_960)).toBeCloseTo(1, 1);
    }));

  it("leaves the old boundaries in force when an assertion fails, and says which", () =>
    withLoader(async ({ client, load }) => {
      await load();
      const before = await snapshot(client);
      const rows = makeSmallCountry();
      rowOf(rows, "100101").properties.code = "TH109901";
      await expect(load(rows)).rejects.toThrow(/was not loaded[\s\S]*tambon 109901[\s\S]*Next:/);
      expect(await snapshot(client)).toEqual(before);
    }));

  it("leaves the old boundaries in force when the database fails half way", () =>
    withLoader(async ({ client, load }) => {
      await load();
      const before = await snapshot(client);
      await client.query(
        `create function full_disk() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
         create trigger full_disk before insert on area_tile execute function full_disk()`,
      );
      await expect(load(makeSmallCountry(), { id: "small-again" })).rejects.toThrow("disk full");
      expect(await snapshot(client)).toEqual(before);
    }));

  it("keeps the tiles of the version before for open pages, and no older ones", () =>
    withLoader(async ({ client, load }) => {
      await load(makeSmallCountry(), { id: "first" });
      await load(makeSmallCountry(), { id: "second" });
      await load(makeSmallCountry(), { id: "third" });
      expect(await listVersions(client)).toEqual([
        { source_id: "second", is_current: false, shapes: 0, bands: 0, has_tiles: true },
        { source_id: "third", is_current: true, shapes: 14, bands: 14 * 8, has_tiles: true },
      ]);
      // and back again
      await load(makeSmallCountry(), { id: "second" });
      expect(
        (await listVersions(client)).map(({ source_id, is_current }) => [source_id, is_current]),
      ).toEqual([
        ["third", false],
        ["second", true],
      ]);
    }));

  it("never deletes an area that records may point at, and renames it in place", () =>
    withLoader(async ({ client, load }) => {
      await load();
      const rows = makeSmallCountry();
      rows.splice(rows.indexOf(rowOf(rows, "110102")), 1);
      rowOf(rows, "100101").properties.th = "หนึ่งใหม่";
      await load(rows, { expected: { ...smallSource.expected, tambon: 8 } });
      const { rows: gone } = await client.query(
        "select name_th, shape_code from area join area_placement on area_code = code where code in ('110102', '100101') order by code",
      );
      expect(gone).toEqual([
        { name_th: "หนึ่งใหม่", shape_code: "100101" },
        { name_th: "เกาะ", shape_code: null },
      ]);
    }));
});
