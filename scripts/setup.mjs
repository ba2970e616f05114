// npm run setup: everything `npm start` does before it serves, then ends. For deployments, where the owner of
// the database sets it up and the server knows only the login of phuenthi_api.
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { runMain, say } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  stopOnSignals();
  try {
    await ensureDependencies();
    const { openDatabase, setApiLogin } = await import("./lib/database.mjs");
    const { prepareDatabase } = await import("./lib/prepare-database.mjs");
    const database = await openDatabase();
    atEnd(database.close);
    await prepareDatabase(database);
    // its password may have changed since the last time
    if (database.apiUrl) await setApiLogin(database.ownerUrl, database.apiUrl);
    say(`The database is ready (${database.where}).`);
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});
