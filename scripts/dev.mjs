// npm run dev: the API from its sources and the page from Vite, both reloading on change, on one address.

import { provideEditKey } from "./lib/edit-key.mjs";
import { ensureDependencies } from "./lib/ensure-dependencies.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { inRoot } from "./lib/paths.mjs";
import { runMain, Stop, say, step } from "./lib/say.mjs";
import { serverEnvironment, untilReady, wantedAddress, whoHasPort } from "./lib/serve.mjs";
import { atEnd, isStopping, stopOnSignals, undoAll } from "./lib/shutdown.mjs";

await runMain(async () => {
  prepareEnvironment();
  const page = wantedAddress();
  if ((await whoHasPort(page)).is !== "free") {
    throw new Stop(`Port ${page.port} on ${page.host} is in use.`, `PORT=${page.port + 1} npm run dev`);
  }
  stopOnSignals({ onStop: () => say("\nStopping …"), isHowItEnds: true });
  try {
    await ensureDependencies();
    const { openDatabase } = await import("./lib/database.mjs");
    const { prepareDatabase } = await import("./lib/prepare-database.mjs");
    const { startNode } = await import("./lib/children.mjs");
    const { freePort } = await import("./lib/cluster-process.mjs");

    const database = await openDatabase();
    atEnd(database.close);
    await prepareDatabase(database);

    database.guard();
    provideEditKey({ isPrivate: !process.env.DATABASE_URL });
    const port = await freePort(page.port + 1);
    const api = { host: "127.0.0.1", port, url: `http://127.0.0.1:${port}` };
    const server = startNode(
      [inRoot("node_modules/tsx/dist/cli.mjs"), "watch", "--clear-screen=false", "server/src/server.ts"],
      {
        env: { ...serverEnvironment(api, database), NODE_ENV: "development" },
      },
    );
    atEnd(server.stop);
    const vite = startNode(
      [
        inRoot("node_modules/vite/bin/vite.js"),
        "--host",
        page.host,
        "--port",
        String(page.port),
        "--strictPort",
        "--clearScreen",
        "false",
      ],
      { cwd: inRoot("web"), env: { ...process.env, API_URL: api.url } },
    );
    atEnd(vite.stop);
    await step("Starting the API", () => untilReady(api, server.hasEnded), { quietFor: 2_000 });
    say(`Phuenthi is ready for changes: ${page.url} (API ${api.url}/api/docs)`);

    const which = await Promise.race([server.ended.then(() => "The API"), vite.ended.then(() => "Vite")]);
    if (isStopping()) return await new Promise(() => {});
    throw new Stop(`${which} ended by itself.`, "its last lines above say why; then npm run dev");
  } catch (error) {
    if (isStopping()) return await new Promise(() => {});
    throw error;
  } finally {
    await undoAll();
  }
});
