// A page is a folder: whoever puts one there edits nothing else.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "vite";
import { afterAll, describe, expect, it } from "vitest";
import type { AnyPage } from "../address/page.ts";
import { pages } from "./pages.ts";

const SRC = join(import.meta.dirname, "..");
/** Where packages are found, and git looks away. */
const COPY = join(SRC, "../../.data/scratch-pages");

afterAll(() => rmSync(COPY, { recursive: true, force: true }));

const paths = (all: readonly AnyPage[]) => all.map(({ path }) => path).toSorted();

describe("pages", () => {
  it("are found by name, one in each folder, no two at one address", () => {
    const folders = readdirSync(join(SRC, "pages"), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(pages).toHaveLength(folders.length);
    expect(new Set(paths(pages)).size).toBe(pages.length);
  });

  it("are found when a folder is dropped in", async () => {
    cpSync(SRC, join(COPY, "src"), { recursive: true });
    const folder = join(COPY, "src/pages/dictionary");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "dictionary.page.tsx"),
      `import { definePage } from "../../address/page.ts";
       export const page = definePage({
         path: "/dictionary", params: {}, search: {}, title: { th: "พจนานุกรมข้อมูล", en: "Data dictionary" },
         load: async () => ({ default: () => <h1>Dictionary</h1> }),
       });`,
    );
    const server = await createServer({
      root: COPY,
      configFile: false,
      logLevel: "error",
      server: { middlewareMode: true, watch: null },
      optimizeDeps: { noDiscovery: true },
    });
    try {
      const found = (await server.ssrLoadModule("/src/app/pages.ts")) as { pages: AnyPage[] };
      expect(paths(found.pages)).toEqual([...paths(pages), "/dictionary"].toSorted());
    } finally {
      await server.close();
    }
  });
});
