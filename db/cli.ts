// npm run db:migrate · db:reset · db:schema
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { dumpRelations } from "./dump-relations.ts";
import { dumpSchema } from "./dump-schema.ts";
import { migrate } from "./migrate.ts";

const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "::1", "[::1]", ""]);

const commands: Record<string, (databaseUrl: string) => Promise<void>> = {
  async migrate(databaseUrl) {
    const { applied } = await migrate({ databaseUrl, log: (line) => console.log(line) });
    console.log(applied.length === 0 ? "The database is up to date." : "The database is up to date now.");
  },

  /** Drops every table and starts over. Asks for an explicit yes and a local host, since nothing survives it. */
  async reset(databaseUrl) {
    if (process.env.ALLOW_DB_RESET !== "1") {
      throw new Error(
        "db:reset deletes every record. If that is what you want: ALLOW_DB_RESET=1 npm run db:reset",
      );
    }
    const host = new URL(databaseUrl).hostname;
    if (!LOCAL_HOSTS.has(host))
      throw new Error(`db:reset only works on this machine; DATABASE_URL names ${host}.`);
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query("drop schema if exists api, tiles, indicator, public cascade; create schema public");
    } finally {
      await client.end();
    }
    await commands.migrate?.(databaseUrl);
  },

  /** Writes db/schema.sql and db/relations.md: the tables as the database has them, to be read and diffed. */
  async schema(databaseUrl) {
    await migrate({ databaseUrl });
    writeFileSync(join(import.meta.dirname, "schema.sql"), dumpSchema(databaseUrl));
    writeFileSync(join(import.meta.dirname, "relations.md"), await dumpRelations(databaseUrl));
  },
};

const [name = ""] = process.argv.slice(2);
const command = commands[name];
const databaseUrl = process.env.DATABASE_URL;
try {
  if (!command) throw new Error(`Unknown command "${name}". One of: ${Object.keys(commands).join(", ")}.`);
  if (!databaseUrl)
    throw new Error(
      "DATABASE_URL is not set. Use npm run db:migrate, which starts the database when needed.",
    );
  await command(databaseUrl);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
