import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contextLand } from "./build/context-land.ts";
import { precompress } from "./build/precompress.ts";

export default defineConfig({
  // the server writes the path under which people reach it into index.html; files find each other by themselves
  base: "./",
  plugins: [react(), contextLand(), precompress()],
  build: {
    sourcemap: false,
    // the map library is most of it and is needed for the first picture
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // one chunk, so that zod's settings are made before the first schema is
          groups: [{ name: "contract", test: /[\\/](zod|zod-settings\.ts|server[\\/]src)([\\/]|$)/ }],
        },
      },
    },
  },
  worker: { format: "es" },
  // the Host header stays as it came, so that addresses in TileJSON lead back through this server
  server: {
    proxy: { "/api": { target: process.env.API_URL ?? "http://127.0.0.1:8081", changeOrigin: false } },
  },
});
