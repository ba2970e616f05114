// One attack, in a process of its own: what it costs the attacker is not the house's.
import { setMaxListeners } from "node:events";
import { attacks } from "./attacks.mjs";

const [name = "", url = ""] = process.argv.slice(2);
const stopping = new AbortController();
// everybody who attacks waits for its end
setMaxListeners(0, stopping.signal);
process.once("SIGTERM", () => {
  stopping.abort();
  setTimeout(() => process.exit(0), 1_000).unref();
});
process.once("disconnect", () => process.exit(0));
await attacks[name]?.run({ url, signal: stopping.signal });
process.exit(0);
