import { readdirSync } from "node:fs";
import { join } from "node:path";
import { filterFields } from "@phuenthi/server/contract/filter";
import { tileJson } from "@phuenthi/server/contract/tiles";
import { register } from "@phuenthi/server/records/kinds";
import { collectionPath, ownConditions } from "@phuenthi/server/records/record-kind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase, withRollback } from "../helpers/database.ts";
import { decode, features, tileAt } from "../helpers/tile.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Counts of all that a layer draws at a zoom, in the country or a place. */
async function countAt(layer: string, zoom: number, query: string, place?: string): Promise<number> {
  const { bbox } = place
    ? await api.get(`/places/extent?within=${place}`)
    : (await api.get("/health")).boundary;
  const [west, north] = tileAt(bbox[0], bbox[3], zoom);
  const [east, south] = tileAt(bbox[2], bbox[1], zoom);
  let total = 0;
  for (let x = west; x <= east; x += 1) {
    for (let y = north; y <= south; y += 1) {
      const answer = await api.fetch(`/tiles/${layer}/${zoom}/${x}/${y}?${query}`);
      if (answer.statusCode === 204) continue;
      for (const feature of features(decode(answer.rawPayload), layer))
        total += Number(feature.properties.count);
    }
  }
  return total;
}

describe("layers of records", () => {
  const layers = readdirSync(join(import.meta.dirname, "../../db/tiles")).map((name) =>
    name.replace(".sql", ""),
  );

  it.each(layers)("%s is served by the name of its file, as it declares itself", async (layer) => {
    const { vector_layers, maxzoom, filter } = tileJson.parse(await api.get(`/tiles/${layer}.json`));
    expect(vector_layers).toHaveLength(1);
    const [declared] = vector_layers;
    expect(declared?.id).toBe(layer);
    for (const z of [0, 6, maxzoom]) {
      const [x, y] = tileAt(98.99, 18.79, z);
      for (const { properties } of features(
        decode((await api.fetch(`/tiles/${layer}/${z}/${x}/${y}`)).rawPayload),
        layer,
      )) {
        for (const name of Object.keys(properties))
          expect(Object.keys(declared?.fields ?? {})).toContain(name);
      }
    }
    const refused = (Object.keys(filterFields) as string[]).filter((field) => !filter?.includes(field));
    for (const field of refused.filter((one) => one !== "bbox")) {
      const value = { q: "x", granted: "some", kind: "council", state: "done", best_state: "done" }[
        field as string
      ];
      const { status, body } = await api.problem(`/tiles/${layer}/6/49/29?${field}=${value}`);
      expect([status, body.errors[0].field], field).toEqual([400, field]);
      expect(body.errors[0].message).toContain("does not act on");
    }
    expect((await api.problem(`/tiles/${layer}/${maxzoom + 1}/0/0`)).body.code).toBe("tile-out-of-range");
  });

  it("are those alone", async () => {
    expect(await api.problem("/tiles/persons.json")).toMatchObject({
      status: 404,
      body: { code: "tile-layer-not-found", errors: [{ field: "layer" }] },
    });
    expect((await api.problem("/tiles/persons/6/49/29")).status).toBe(404);
  });

  it("count each model area and each housing project once, in the filter's places and year, at any zoom", async () => {
    for (const [place, query, zoom] of [
      ["TH", "", 4],
      ["51", "within=51&", 9],
    ] as const) {
      const within = place === "TH" ? undefined : place;
      for (const year of [2019, 2021]) {
        const { model_areas, housing } = await api.get(`/areas/${place}/profile?fiscal_year=${year}`);
        const projects = housing.reduce((sum: number, one: { projects: number }) => sum + one.projects, 0);
        expect(projects).toBeGreaterThan(0);
        const asked = `${query}fiscal_year=${year}`;
        expect(await countAt("model_areas", zoom, asked, within), `${place} ${year}`).toBe(model_areas.total);
        expect(await countAt("housing_projects", zoom, asked, within), `${place} ${year}`).toBe(projects);
      }
    }
  });

  it("draw what their kind's own conditions let through, as its list has it", async () => {
    for (const layer of layers) {
      const kind = register.byCollection(layer);
      expect(kind, layer).toBeDefined();
      const list = `/${collectionPath({ collection: layer })}?limit=1&within=50&fiscal_year=2021`;
      for (const { name, list: codes } of kind ? ownConditions(kind) : []) {
        let found = 0;
        for (const code of Object.keys(codes?.codes ?? {})) {
          const query = `${name}=${code}`;
          const { total } = await api.get(`${list}&${query}`);
          // one without a position is drawn where its tambon is named, or not at all: of those the list has more
          const drawn = await countAt(layer, 9, `within=50&fiscal_year=2021&${query}`, "50");
          expect(drawn, `${layer} ${query}`).toBeLessThanOrEqual(total);
          if (layer !== "organizations") expect(drawn, `${layer} ${query}`).toBe(total);
          found += drawn;
        }
        expect(found, `${layer} ${name}`).toBe(await countAt(layer, 9, "within=50&fiscal_year=2021", "50"));
      }
    }
  });

  it("have the same bytes wherever their rows lie in their tables", async () => {
    await withRollback(async (client) => {
      const [x, y] = tileAt(98.99, 18.79, 11);
      const tiles = async () => {
        const { rows } = await client.query<{ id: string; z: number; sha256: string }>(
          `select id, z, encode(sha256(api.tile(id, z, $1 >> (11 - z), $2 >> (11 - z), '{}')), 'hex') as sha256
           from api.tile_layers(), unnest(array[8, 9, 11]) z order by id, z`,
          [x, y],
        );
        return rows;
      };
      const before = await tiles();
      await client.query("set local session_replication_role = replica"); // no edit: no trigger
      for (const table of ["organization", "housing_project", "model_area"]) {
        await client.query(`update ${table} set source_id = source_id where hashtext(id::text) % 2 = 0`);
      }
      expect(await tiles()).toEqual(before);
    });
  });

  it("are any function that declares itself, and none that does not", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const points = (name: string) =>
        `create function tiles.${name}(z integer, x integer, y integer, filter jsonb) returns bytea language sql as $$
           select st_asmvt(one, '${name}') from (select st_asmvtgeom(st_centroid(st_tileenvelope(z, x, y)),
             st_tileenvelope(z, x, y)) as geom, 1 as count) one $$`;
      const declared = { title: "Wells", description: "One well to a tile.", kind: "model_area" };
      const zooms = { minzoom: 3, maxzoom: 5, fields: { count: "Number" } };
      await query(ownerUrl, points("wells"));
      await query(ownerUrl, points("ponds"));
      await query(
        ownerUrl,
        `comment on function tiles.wells is '${JSON.stringify({ ...declared, ...zooms })}'`,
      );
      await query(ownerUrl, "comment on function tiles.ponds is 'ponds'");
      const api = await startApi(apiUrl);
      try {
        const { vector_layers } = tileJson.parse(await api.get("/tiles/wells.json"));
        expect(vector_layers).toMatchObject([{ id: "wells", ...zooms }]);
        const { rawPayload } = await api.fetch("/tiles/wells/5/24/14");
        expect(features(decode(rawPayload), "wells").map(({ properties }) => properties.count)).toEqual([1]);
        expect((await api.problem("/tiles/wells/6/48/28")).body.code).toBe("tile-out-of-range");
        expect((await api.problem("/tiles/ponds.json")).body.code).toBe("tile-layer-not-found");
      } finally {
        await api.close();
      }
    });
  });

  it("tell no household of a housing project", async () => {
    const { vector_layers } = tileJson.parse(await api.get("/tiles/housing_projects.json"));
    expect(
      Object.keys(vector_layers[0]?.fields ?? {}).filter((name) => /household|benefit|built/.test(name)),
    ).toEqual([]);
  });
});

describe("organization tiles", () => {
  it("count each organization with a position once, at any zoom", async () => {
    const exported = (await api.fetch("/export/organizations.geojson?kind=council")).json();
    const placed = exported.features.filter(
      (feature: { geometry: unknown }) => feature.geometry !== null,
    ).length;
    expect(placed).toBeGreaterThan(0);
    expect(await countAt("organizations", 5, "kind=council")).toBe(placed);
    expect(await countAt("organizations", 8, "kind=council")).toBe(placed);
  });

  it("hold at every zoom the fields that their TileJSON says", async () => {
    const { vector_layers, minzoom, maxzoom } = tileJson.parse(await api.get("/tiles/organizations.json"));
    const [layer] = vector_layers;
    const { items } = await api.get("/organizations?within=1004&limit=100");
    const { position } = items.find((item: { position: unknown }) => item.position);
    let clusters = 0;
    for (let z = minzoom; z <= maxzoom; z += 1) {
      const [x, y] = tileAt(position[0], position[1], z);
      const { rawPayload } = await api.fetch(`/tiles/organizations/${z}/${x}/${y}.pbf`);
      const here = features(decode(rawPayload), layer?.id ?? "");
      expect(here.length, `${z}`).toBeGreaterThan(0);
      for (const { properties } of here) {
        const isCluster = properties.count !== 1;
        if (isCluster) clusters += 1;
        const fields = Object.keys(layer?.fields ?? {});
        const always = fields.filter((name) => layer?.fields_minzoom[name] === undefined);
        expect(Object.keys(properties).toSorted(), `${z}`).toEqual((isCluster ? always : fields).toSorted());
        if (isCluster) expect(z).toBeLessThan(Math.max(...Object.values(layer?.fields_minzoom ?? {})));
      }
    }
    expect(clusters).toBeGreaterThan(0);
  });

  it("show single organizations, with id and kind, from zoom 11", async () => {
    const { items } = await api.get("/organizations?within=1004&limit=100");
    const one = items.find((item: { position: unknown }) => item.position);
    const [x, y] = tileAt(one.position[0], one.position[1], 12);
    const { rawPayload } = await api.fetch(`/tiles/organizations/12/${x}/${y}`);
    const found = features(decode(rawPayload), "organizations").map((feature) => feature.properties);
    expect(found).toContainEqual(expect.objectContaining({ id: one.id, kind: one.kind, count: 1 }));
  });

  it("carry no person and no amount", async () => {
    const [x, y] = tileAt(100.5, 13.75, 12);
    const { rawPayload } = await api.fetch(`/tiles/organizations/12/${x}/${y}`);
    for (const feature of features(decode(rawPayload), "organizations")) {
      for (const name of Object.keys(feature.properties))
        expect(["id", "kind", "name_th", "name_en", "count", "sample_records"]).toContain(name);
    }
  });

  it("take the filter from TileJSON on", async () => {
    const { tiles } = tileJson.parse(
      await api.get("/tiles/organizations.json?kind=council,network&within=10"),
    );
    expect(decodeURIComponent(tiles[0] ?? "")).toContain("kind=council,network");
    expect((await api.problem("/tiles/organizations/5/25/14?kind=nope")).body.errors[0].field).toBe("kind");
  });
});
