// node scripts/run.mjs <file.ts> [args]: runs a source file with the database up and DATABASE_URL set.
import { spawn } from "node:child_process";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { inRoot } from "./lib/paths.mjs";
import { runMain, Stop } from "./lib/say.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Stop("Which file?", "node scripts/run.mjs db/cli.ts migrate");
  stopOnSignals();
  try {
    await ensureDependencies();
    const { openDatabase, allowApiLogin } = await import("./lib/database.mjs");
    const { geoDataDir } = await import("./lib/prepare-database.mjs");
    const database = await openDatabase();
    atEnd(database.close);

    const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
      cwd: inRoot(),
      stdio: "inherit",
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        ...(database.bin ? { PG_BIN: database.bin } : {}),
        ...(geoDataDir() ? { GEO_DATA_DIR: geoDataDir() } : {}),
      },
    });
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status) => resolve(status ?? 1));
    });
    atEnd(async () => {
      child.kill("SIGTERM");
      await ended;
    });
    const status = await ended;
    // a migration that has just made the serving role leaves it without a login
    if (database.isPrivate && database.apiUrl && !isStopping()) {
      await allowApiLogin(database.ownerUrl, database.apiUrl);
    }
    return status;
  } finally {
    await undoAll();
  }
});
