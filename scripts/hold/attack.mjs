// One attack, in a process of its own: what it costs the attacker is not the house's.
import { setMaxListeners } from "node:events";
import { attacks } from "./attacks.mjs";

const [name = "", url = ""] = process.argv.slice(2);
const stopping = new AbortController();
// everybody who attacks waits for its end
setMaxListeners(0, stopping.signal);
/** @type {Record<string, number>} */
const counts = {};
process.once("SIGTERM", () => {
  stopping.abort();
  process.send?.(counts);
  setTimeout(() => process.exit(0), 1_000).unref();
});
process.once("disconnect", () => process.exit(0));
await attacks[name]?.run({
  url,
  signal: stopping.signal,
  count: (hit) => {
    counts[hit] = (counts[hit] ?? 0) + 1;
  },
});
setTimeout(() => process.exit(0), 200);
