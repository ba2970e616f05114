// Loaded into the server that is attacked: asked by a signal, it collects what nobody needs and says how much is left.
import { renameSync, writeFileSync } from "node:fs";

const file = process.env.HELD_FILE ?? "";

process.on("SIGUSR2", () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 2 ** 20);
  writeFileSync(`${file}.new`, JSON.stringify({ heap: megabytes(heapUsed + external), rss: megabytes(rss) }));
  renameSync(`${file}.new`, file);
});
