// Bundles the server's own sources into dist/server.js; dependencies stay in node_modules.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    ssr: "src/server.ts",
    outDir: "dist",
    target: "node20",
    sourcemap: true,
    emptyOutDir: true,
  },
});
