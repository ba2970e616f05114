// Every geometry that leaves the server, as other programs will read it: RFC 7946 and OGC-valid, whatever made it.
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { withRollback } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const polygonsOf = (geometry: Polygon | MultiPolygon) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

function doubleArea(ring: Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [x = 0, y = 0] = ring[at]!;
    const [nextX = 0, nextY = 0] = ring[at + 1]!;
    sum += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return sum;
}

/** What RFC 7946 has against it, in words. */
function findFaults(geometry: Polygon | MultiPolygon, decimals: number): string[] {
  const faults = new Set<string>();
  for (const polygon of polygonsOf(geometry)) {
    polygon.forEach((ring, index) => {
      if (ring.length < 4) faults.add("a ring of fewer than four points");
      if (String(ring[0]) !== String(ring.at(-1))) faults.add("a ring that is not closed");
      if (doubleArea(ring) > 0 !== (index === 0))
        faults.add(index === 0 ? "clockwise" : "a hole counter-clockwise");
      ring.forEach(([x, y], at) => {
        const before = ring[at - 1];
        if (before?.[0] === x && before?.[1] === y) faults.add("the same point twice in a row");
        for (const value of [x, y]) {
          if ((String(value).split(".")[1] ?? "").length > decimals)
            faults.add(`more than ${decimals} decimals`);
        }
      });
    });
  }
  return [...faults];
}

function boxOf(geometry: Polygon | MultiPolygon): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of polygonsOf(geometry).flat(2)) {
    box[0] = Math.min(box[0]!, x);
    box[1] = Math.min(box[1]!, y);
    box[2] = Math.max(box[2]!, x);
    box[3] = Math.max(box[3]!, y);
  }
  return box;
}

/** As GEOS sees them once they are read back. @returns the ids of those that are not valid, with the reason */
async function findInvalid(
  client: pg.Client,
  features: { id: string; geometry: unknown }[],
): Promise<string[]> {
  const invalid: string[] = [];
  for (let from = 0; from < features.length; from += 500) {
    const some = features.slice(from, from + 500).map(({ id, geometry }) => ({ id, geometry }));
    const { rows } = await client.query<{ fault: string }>(
      `select concat_ws(': ', feature ->> 'id', st_isvalidreason(geom)) as fault
       from jsonb_array_elements($1) feature, st_geomfromgeojson(feature -> 'geometry') geom
       where not st_isvalid(geom)`,
      [JSON.stringify(some)],
    );
    invalid.push(...rows.map(({ fault }) => fault));
  }
  return invalid;
}

describe.each(["region", "province", "district", "tambon", "local_authority"])("areas by %s", (level) => {
  it("are closed, wound and rounded as RFC 7946 has it, valid, and exactly as large as their box", async () => {
    const { features } = (await api.get(`/export/areas.geojson?level=${level}`)) as {
      features: Feature<Polygon | MultiPolygon | null>[];
    };
    const drawn = features.filter((one): one is Feature<Polygon | MultiPolygon> => one.geometry !== null);
    expect(drawn.length).toBeGreaterThan(level === "region" ? 4 : 76);
    if (level !== "local_authority") expect(drawn).toHaveLength(features.length);
    const faults = drawn.flatMap(({ id, geometry }) =>
      findFaults(geometry, 6).map((fault) => `${id}: ${fault}`),
    );
    expect(faults.slice(0, 10)).toEqual([]);
    for (const { id, geometry, bbox } of drawn) expect(bbox, String(id)).toEqual(boxOf(geometry));
    const invalid = await withRollback((client) =>
      findInvalid(client, drawn as unknown as { id: string; geometry: unknown }[]),
    );
    expect(invalid).toEqual([]);
  }, 120_000);
});

describe.each(["organizations", "plans"])("%s", (what) => {
  it("are points inside the country, of six decimals, or nowhere", async () => {
    const { features } = (await api.get(`/export/${what}.geojson`)) as { features: Feature[] };
    expect(features.length).toBeGreaterThan(100);
    const [west, south, east, north] = (await api.get("/health")).boundary.bbox;
    for (const { id, geometry } of features) {
      if (geometry === null) continue;
      if (geometry.type !== "Point") throw new Error(`${id} is a ${geometry.type}`);
      const [x = 0, y = 0] = geometry.coordinates;
      expect(x >= west && x <= east && y >= south && y <= north, String(id)).toBe(true);
      for (const value of [x, y]) expect((String(value).split(".")[1] ?? "").length).toBeLessThanOrEqual(6);
    }
  });
});

describe("outlines of a profile", () => {
  it("are wound as RFC 7946 has it, and valid in their four decimals", async () => {
    const { authorities } = await api.get("/places/index");
    const places = [
      "TH",
      "R1",
      "R3",
      "R5",
      "10",
      "50",
      "83",
      "8301",
      "500101",
      ...authorities.codes.slice(90, 100),
    ];
    const drawn: { id: string; geometry: Polygon | MultiPolygon }[] = [];
    for (const place of places) {
      const { outline } = await api.get(`/areas/${place}/profile`);
      if (outline) drawn.push({ id: place, geometry: outline });
    }
    expect(drawn.length).toBeGreaterThan(9);
    expect(
      drawn.flatMap(({ id, geometry }) => findFaults(geometry, 4).map((fault) => `${id}: ${fault}`)),
    ).toEqual([]);
    expect(await withRollback((client) => findInvalid(client, drawn))).toEqual([]);
  });
});
