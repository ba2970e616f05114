// The server of `npm start`, started again when it ends by itself, until it ends too often to be worth another try.
import { setTimeout as sleep } from "node:timers/promises";
import { Stop, say, step } from "./say.mjs";
import { startServer, untilReady } from "./serve.mjs";
import { atEnd, isStopping } from "./shutdown.mjs";

/** Before each start anew of a server that ends again and again; after the last it is given up. */
const WAITS_MS = [250, 1_000, 2_000, 4_000, 8_000, 16_000];
/** What ran so long has recovered. */
const CALM_MS = 60_000;

/**
 * Comes back when it is being stopped on purpose.
 * @param {import("./serve.mjs").Address} address
 * @param {{ ownerUrl: string, apiUrl?: string | undefined }} database
 * @param {() => void} onReady
 * @throws {Stop} when it did not get ready the first time, or ends again and again
 */
export async function keepServing(address, database, onReady) {
  let server = startServer(address, database);
  atEnd(() => server.stop());
  await step("Starting the server", () => untilReady(address, server.hasEnded), { quietFor: 2_000 });
  onReady();

  let failures = 0;
  for (;;) {
    const began = performance.now();
    const status = await server.ended;
    if (isStopping()) return;
    failures = performance.now() - began > CALM_MS ? 1 : failures + 1;
    const wait = WAITS_MS[failures - 1];
    if (wait === undefined) {
      throw new Stop(
        `The server ended by itself ${failures} times in a row (${status}).`,
        "its last lines above say why; then npm start",
      );
    }
    say(`The server ended by itself (${status}). It is started again.`);
    await sleep(wait);
    if (isStopping()) return;
    server = startServer(address, database);
  }
}
