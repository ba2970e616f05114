import { gunzipSync } from "node:zlib";
import { tileJson } from "@phuenthi/server/contract/tiles";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { decode, features, tileAt } from "../helpers/tile.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe("area tiles", () => {
  it("are named by a TileJSON whose addresses answer", async () => {
    const { tiles, vector_layers } = tileJson.parse(await api.get("/tiles/areas.json"));
    const [x, y] = tileAt(100.5, 13.75, 8);
    const path = new URL(tiles[0] ?? "").pathname.replace("/api", "").replace("%7Bz%7D", "8");
    const answer = await api.fetch(path.replace("%7Bx%7D", `${x}`).replace("%7By%7D", `${y}`), {
      "accept-encoding": "gzip",
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toContain("immutable");
    const tile = decode(gunzipSync(answer.rawPayload));
    for (const { id } of vector_layers) expect(features(tile, id).length, id).toBeGreaterThan(0);
  });

  it("hold at every zoom the fields that their TileJSON says", async () => {
    const { boundary } = await api.get("/health");
    const { vector_layers, minzoom, maxzoom } = tileJson.parse(await api.get("/tiles/areas.json"));
    const { items } = await api.get("/areas?level=tambon&parent=1001&limit=1");
    const { point } = await api.get(`/areas/${items[0].code}`);
    for (let z = minzoom; z <= maxzoom; z += 1) {
      const [x, y] = tileAt(point[0], point[1], z);
      const tile = decode((await api.fetch(`/tiles/areas/${boundary.id}/${z}/${x}/${y}`)).rawPayload);
      for (const layer of vector_layers) {
        const here = features(tile, layer.id);
        const where = `${layer.id} at ${z}`;
        if (layer.id !== "label")
          expect(here.length > 0, where).toBe(z >= layer.minzoom && z <= layer.maxzoom);
        const fields = Object.keys(layer.fields).filter((name) => z >= (layer.fields_minzoom[name] ?? 0));
        for (const { id, properties } of here) {
          expect(Object.keys(properties).toSorted(), where).toEqual(fields.toSorted());
          if (fields.includes("code")) expect(String(id)).toBe(properties.code);
        }
      }
      expect(
        Object.keys(tile.layers).filter((id) => !vector_layers.some((layer) => layer.id === id)),
      ).toEqual([]);
    }
  });

  it("are the same with an ending, and without their bytes for whoever has them", async () => {
    const { boundary } = await api.get("/health");
    const path = `/tiles/areas/${boundary.id}/6/49/29`;
    const tile = await api.fetch(path);
    for (const ending of [".pbf", ".mvt"]) {
      const same = await api.fetch(path + ending);
      expect([same.statusCode, same.headers["content-type"]]).toEqual([200, tile.headers["content-type"]]);
      expect(same.rawPayload).toEqual(tile.rawPayload);
      expect(same.headers.etag).toBe(tile.headers.etag);
    }
    expect((await api.problem(`${path}.png`)).body.errors[0].field).toBe("y");
    const known = await api.fetch(path, { "if-none-match": String(tile.headers.etag) });
    expect([known.statusCode, known.rawPayload.length]).toEqual([304, 0]);
    expect(known.headers["cache-control"]).toContain("immutable");
  });

  it("hold ids and names, never a value", async () => {
    const { boundary } = await api.get("/health");
    const [x, y] = tileAt(100.5, 13.75, 9);
    const { rawPayload } = await api.fetch(`/tiles/areas/${boundary.id}/9/${x}/${y}`);
    for (const feature of features(decode(rawPayload), "tambon")) {
      expect(String(feature.id)).toBe(feature.properties.code);
      for (const name of Object.keys(feature.properties))
        expect(["code", "name_th", "name_en"]).toContain(name);
    }
  });

  it("show every tambon of the country at zoom 6", async () => {
    const { boundary } = await api.get("/health");
    const codes = new Set<unknown>();
    const [west, north] = tileAt(boundary.bbox[0], boundary.bbox[3], 6);
    const [east, south] = tileAt(boundary.bbox[2], boundary.bbox[1], 6);
    for (let x = west; x <= east; x += 1) {
      for (let y = north; y <= south; y += 1) {
        const answer = await api.fetch(`/tiles/areas/${boundary.id}/6/${x}/${y}`);
        if (answer.statusCode === 204) continue;
        for (const feature of features(decode(answer.rawPayload), "tambon")) codes.add(feature.id);
      }
    }
    expect(codes.size).toBe(boundary.counts.tambon);
  });

  it("answer 204 where nothing is, and a problem out of range or for another version", async () => {
    const { boundary } = await api.get("/health");
    expect((await api.fetch(`/tiles/areas/${boundary.id}/6/0/0`)).statusCode).toBe(204);
    expect(await api.problem(`/tiles/areas/${boundary.id}/6/64/0`)).toMatchObject({
      status: 400,
      body: { code: "tile-out-of-range", errors: [{ field: "x" }] },
    });
    expect((await api.problem(`/tiles/areas/${boundary.id}/13/0/0`)).body.errors[0].field).toBe("z");
    expect((await api.problem(`/tiles/areas/${boundary.id}/6/-1/0`)).body.errors[0].field).toBe("x");
    expect((await api.problem(`/tiles/areas/${boundary.id}/6/1.5/0`)).body.errors[0].field).toBe("x");
    expect((await api.problem("/tiles/areas/other/6/0/0")).body.code).toBe("boundary-version-not-found");
  });
});
