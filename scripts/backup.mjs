// npm run backup [-- FOLDER]: the database in a folder, with what it answers, to be restored by npm run restore.
import { join, resolve } from "node:path";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { dataDir } from "./lib/paths.mjs";
import { runMain, say, step } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  const [given] = process.argv.slice(2).filter((arg) => arg !== "--no-install");
  const moment = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  const folder = given ? resolve(process.env.INIT_CWD ?? ".", given) : join(dataDir, "backups", moment);
  stopOnSignals();
  try {
    await ensureDependencies();
    const { openDatabase } = await import("./lib/database.mjs");
    const { makeBackup } = await import("./lib/backup.mjs");
    const database = await openDatabase();
    atEnd(database.close);
    const { dump } = await step(`Backing up the database (${database.where})`, (update) =>
      makeBackup(database, folder, update),
    );
    say(
      `The backup is ${folder} (${(dump.bytes / 1e6).toFixed(1)} MB). Keep a copy of that folder on another machine.`,
    );
    say(`To restore it: npm run restore -- ${folder}`);
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});
