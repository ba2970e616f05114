// Finds wrk, the load generator of the benches; installs it where that needs no question.
import { spawnSync } from "node:child_process";
import { installWrk } from "./install-programs.mjs";

export async function findWrk() {
  // it has no flag that ends well: asked for its version it says it and how it is used
  if (spawnSync("wrk", ["--version"]).error) await installWrk();
}
