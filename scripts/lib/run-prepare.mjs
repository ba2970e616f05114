// Runs scripts/prepare.ts and shows its parts as steps.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { inRoot, root } from "./paths.mjs";
import { Stop } from "./say.mjs";

/** @typedef {(detail: string) => void} Update */

/**
 * @param {import("../prepare.ts").PrepareOptions} options
 * @param {(title: string, work: (update: Update) => Promise<void>) => Promise<void>} showStep
 * @returns {Promise<import("../prepare.ts").Prepared>}
 */
export async function runPrepare(options, showStep) {
  const preload = pathToFileURL(inRoot("scripts/lib/die-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", preload, "--import", "tsx", "scripts/prepare.ts"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  /** @type {Update} */
  let update = () => {};
  /** @type {Promise<void>} */
  let shown = Promise.resolve();
  /** @type {(error?: Stop) => void} */
  let endStep = () => {};

  /** @type {import("../prepare.ts").Prepared | Stop} */
  const outcome = await new Promise((resolve) => {
    child.on("message", (/** @type {import("../prepare.ts").PrepareMessage} */ message) => {
      if ("step" in message) {
        endStep();
        shown = showStep(message.step, (latest) => {
          update = latest;
          return new Promise((end, fail) => {
            endStep = (error) => (error ? fail(error) : end());
          });
        });
        shown.catch(() => {}); // awaited below
      } else if ("detail" in message) update(message.detail);
      else if ("done" in message) resolve(message.done);
      else resolve(new Stop(message.failed));
    });
    child.once("error", (error) => resolve(new Stop(error.message)));
    child.once("close", (status, signal) =>
      resolve(new Stop(`Preparing the database ended early (${signal ?? `status ${status}`}).`)),
    );
    child.send(options);
  });
  endStep(outcome instanceof Stop ? outcome : undefined);
  await shown;
  if (outcome instanceof Stop) throw outcome;
  return outcome;
}
