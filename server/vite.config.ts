// Builds the server's own sources into dist, file by file as they stand in src: what is found by its name is found there, too.
// Dependencies stay in node_modules.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

const foundByName = readdirSync(join(import.meta.dirname, "src"), {
  recursive: true,
  encoding: "utf8",
}).filter((path) => /\.(record|format)\.ts$/.test(path));

export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist",
    target: "node20",
    sourcemap: true,
    emptyOutDir: true,
    rollupOptions: {
      input: ["server.ts", ...foundByName].map((path) => join("src", path)),
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
});
