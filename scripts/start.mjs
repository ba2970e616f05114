// npm start: from a fresh clone to a page that answers, doing only what is missing.

import { provideEditKey } from "./lib/edit-key.mjs";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { startServer, untilReady, wantedAddress, whoHasPort } from "./lib/serve.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  const address = wantedAddress();
  const holder = await whoHasPort(address);
  if (holder === "phuenthi") {
    say(
      `Phuenthi is running already: ${address.url} (to run another one: PORT=${address.port + 1} npm start)`,
    );
    return 0;
  }
  if (holder === "other") {
    throw new Stop(
      `Port ${address.port} on ${address.host} is used by another program.`,
      `PORT=${address.port + 1} npm start`,
    );
  }

  stopOnSignals({ onStop: () => say("\nStopping …"), isHowItEnds: true });
  try {
    await ensureDependencies();
    // these import packages, so they can only be loaded now
    const { openDatabase } = await import("./lib/database.mjs");
    const { prepareDatabase } = await import("./lib/prepare-database.mjs");
    const { buildWhatIsStale } = await import("./lib/build-app.mjs");

    const database = await openDatabase();
    atEnd(database.close);
    await prepareDatabase(database);
    await buildWhatIsStale();
    if (isStopping()) return await neverReturn();

    const keyFile = provideEditKey({ isPrivate: !process.env.DATABASE_URL });
    const server = startServer(address, database);
    atEnd(server.stop);
    await step("Starting the server", () => untilReady(address, server.hasEnded), { quietFor: 2_000 });
    say(`Phuenthi is ready: ${address.url}`);
    if (keyFile) say(`To set targets, use the edit key in ${keyFile}`);

    const status = await server.ended;
    if (isStopping()) return await neverReturn();
    throw new Stop(
      `The server ended by itself (status ${status}).`,
      "its last lines above say why; then npm start",
    );
  } catch (error) {
    // what fails because it is being stopped is no failure
    if (isStopping()) return await neverReturn();
    throw error;
  } finally {
    await undoAll();
  }
});

/** The signal's own handler ends the process when everything is stopped. */
function neverReturn() {
  return new Promise(() => {});
}
