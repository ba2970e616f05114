// The process: read the environment, listen, close gracefully.
import { buildApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { createDatabase } from "./db.ts";

/** Exports may be under way: they get this long before the process ends anyway. */
const CLOSE_WITHIN_MS = 5_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const db = createDatabase(config.databaseUrl, config);
  const app = await buildApp({ db, config });

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
    await app.close();
    await db.close();
    process.exit(0);
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);

  const address = await app.listen({ host: config.host, port: config.port });
  // npm start holds a channel to this process and says so itself, in its own words
  if (!process.send) console.log(`Phuenthi is ready: ${address}`);
}

main().catch((error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") {
    console.error(
      `Port ${process.env.PORT ?? 8080} is taken. Stop what runs there, or choose another: PORT=8081 npm start`,
    );
  } else {
    console.error(error.message);
  }
  process.exit(1);
});
