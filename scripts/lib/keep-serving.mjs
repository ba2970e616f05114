// The server of `npm start`, started again when it ends by itself, until it ends too often to be worth another try.
import { setTimeout as sleep } from "node:timers/promises";
import { Stop, say, step } from "./say.mjs";
import { answersBeforeItEnds, startServer, untilReady } from "./serve.mjs";
import { atEnd, isStopping } from "./shutdown.mjs";

/** Before it is started anew: after it had answered, and after each start that came to nothing. Then it is given up. */
const WAITS_MS = [250, 1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Comes back when it is being stopped on purpose.
 * @param {import("./serve.mjs").Address} address
 * @param {{ ownerUrl: string, apiUrl?: string | undefined }} database
 * @param {() => void} onReady
 * @throws {Stop} when it did not get ready the first time, or does not come back
 */
export async function keepServing(address, database, onReady) {
  let server = startServer(address, database);
  atEnd(() => server.stop());
  await step("Starting the server", () => untilReady(address, server.hasEnded), { quietFor: 2_000 });
  onReady();

  for (let failures = 0; ; ) {
    failures = (await answersBeforeItEnds(address, server.hasEnded)) ? 0 : failures + 1;
    const status = await server.ended;
    if (isStopping()) return;
    const wait = WAITS_MS[failures];
    if (wait === undefined) {
      throw new Stop(
        `The server ended by itself ${failures} times before it answered (${status}).`,
        "its last lines above say why; then npm start",
      );
    }
    say(`The server ended by itself (${status}). It is started again.`);
    await sleep(wait);
    if (isStopping()) return;
    server = startServer(address, database);
  }
}
