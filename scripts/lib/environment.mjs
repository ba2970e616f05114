// First line of every command: the right Node, and the settings of .env without overriding what is set already.
import { existsSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { Stop } from "./say.mjs";

const NODE_FLOOR = /** @type {const} */ ([20, 19]);

export function prepareEnvironment() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor < NODE_FLOOR[1])) {
    throw new Stop(
      `Phuenthi needs Node ${NODE_FLOOR.join(".")} or newer; this is ${process.versions.node}.`,
      "install Node 20 LTS or newer (https://nodejs.org/en/download), then run the same command again",
    );
  }
  if (existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
}
