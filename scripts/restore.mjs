// npm run restore -- FOLDER: what npm run backup wrote, into an empty database, checked by what it answers.
import { resolve } from "node:path";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { withLock } from "./lib/lock.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  const [given] = process.argv.slice(2).filter((arg) => arg !== "--no-install");
  if (!given) throw new Stop("Which backup?", "npm run restore -- .data/backups/<moment>");
  const folder = resolve(process.env.INIT_CWD ?? ".", given);
  const mayReplace = process.env.ALLOW_DB_RESET === "1";
  stopOnSignals();
  try {
    await ensureDependencies();
    const { openDatabase, setApiLogin } = await import("./lib/database.mjs");
    const { restoreBackup } = await import("./lib/restore.mjs");
    const database = await openDatabase();
    atEnd(database.close);
    const { taken_at } = await withLock("prepare", () =>
      step(`Restoring ${folder}`, (update) => restoreBackup(database, folder, { mayReplace, update })),
    );
    if (database.apiUrl) await setApiLogin(database.ownerUrl, database.apiUrl);
    say(`The database is as it was at ${taken_at}, and answers as it did then (${database.where}).`);
    say(
      "Next: npm start, or npm run setup where the server runs by itself; either brings an older backup up to date.",
    );
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});
