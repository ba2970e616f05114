// Pages are folders and layers are files: whoever puts one there edits nothing else. One of each is put into a copy.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnyPage } from "../address/page.ts";
import type { MapLayer } from "../map/map-layer.ts";
import { mapLayers, switchedLayers } from "../map/map-layers.ts";
import { pages } from "./pages.ts";

const SRC = join(import.meta.dirname, "..");
/** Where packages are found, and git looks away. */
const COPY = join(SRC, "../../.data/scratch-web");

const PAGE = `import { definePage } from "../../address/page.ts";
export const page = definePage({
  path: "/wells", params: {}, search: {}, title: { th: "บ่อน้ำ", en: "Wells" },
  load: async () => ({ default: () => <h1>Wells</h1> }),
});`;
const LAYER = `import { legendOf, recordMarks, recordSource } from "../record-points.ts";
const ID = "wells";
const kinds = { deep: { light: "#003366", dark: "#99ccff", text: { th: "ลึก", en: "Deep" } } };
export const layer = {
  id: ID,
  order: 62,
  switch: {
    text: { th: "บ่อน้ำ", en: "Wells" },
    collection: "wells",
    legend: ({ theme }) => legendOf("circle", kinds, theme, { color: "#333333", text: { th: "หลายบ่อ", en: "Several" } }),
    hits: [ID],
    hover: (properties) => ({ title: String(properties.count) }),
    opens: () => null,
  },
  sources: recordSource(ID),
  layers: (state) =>
    recordMarks(state, { id: ID, shape: "circle", field: "kind", several: "kinds", colors: kinds, beside: [0, 0] }),
};`;

let server: ViteDevServer;
const load = async <T>(path: string) => (await server.ssrLoadModule(path)) as T;

beforeAll(async () => {
  rmSync(COPY, { recursive: true, force: true });
  cpSync(SRC, join(COPY, "src"), { recursive: true });
  mkdirSync(join(COPY, "src/pages/wells"));
  writeFileSync(join(COPY, "src/pages/wells/wells.page.tsx"), PAGE);
  writeFileSync(join(COPY, "src/map/layers/wells.layer.ts"), LAYER);
  server = await createServer({
    root: COPY,
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
});
afterAll(async () => {
  await server?.close();
  rmSync(COPY, { recursive: true, force: true });
});

describe("pages", () => {
  const paths = (all: readonly AnyPage[]) => all.map(({ path }) => path).toSorted();

  it("are found by name, one in each folder, no two at one address", () => {
    const folders = readdirSync(join(SRC, "pages"), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(pages).toHaveLength(folders.length);
    expect(new Set(paths(pages)).size).toBe(pages.length);
  });

  it("are found when a folder is dropped in", async () => {
    const found = await load<{ pages: AnyPage[] }>("/src/app/pages.ts");
    expect(paths(found.pages)).toEqual([...paths(pages), "/wells"].toSorted());
  });
});

describe("layers", () => {
  it("are found, with their place in panel and stack, when a file is dropped in", async () => {
    const found = await load<{ mapLayers: MapLayer[]; switchedLayers: MapLayer[] }>("/src/map/map-layers.ts");
    const ids = (layers: readonly MapLayer[]) => layers.map(({ id }) => id);
    expect(ids(found.switchedLayers)).toEqual([...ids(switchedLayers), "wells"]);
    expect(ids(found.mapLayers).indexOf("wells")).toBe(ids(mapLayers).indexOf("housing_projects"));
  });
});
