// npm start: from a fresh clone to a page that answers, doing only what is missing.

import { provideEditKey } from "./lib/edit-key.mjs";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { keepServing } from "./lib/keep-serving.mjs";
import { markServing } from "./lib/running-mark.mjs";
import { runMain, Stop, say } from "./lib/say.mjs";
import { unwellAt, wantedAddress, whoHasPort } from "./lib/serve.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  const address = wantedAddress();
  const holder = await whoHasPort(address);
  if (holder.is === "healthy") {
    say(
      `Phuenthi is running already: ${address.url} (to run another one: PORT=${address.port + 1} npm start)`,
    );
    return 0;
  }
  if (holder.is === "unwell") throw unwellAt(address, holder);
  if (holder.is === "other") {
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
    atEnd(markServing(address.port));
    database.guard();
    await keepServing(address, database, () => {
      say(`Phuenthi is ready: ${address.url}`);
      if (keyFile) say(`To set targets, use the edit key in ${keyFile}`);
    });
    return await neverReturn();
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
