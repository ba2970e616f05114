// The tables as a database has them, in the form that is committed as db/schema.sql and diffed in CI.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Lines of pg_dump that differ between machines or say nothing about the schema. */
const NOISE = /^(--|SET |SELECT pg_catalog|\\|CREATE SCHEMA public|COMMENT ON SCHEMA public)/;

/**
 * @param databaseUrl the owner's connection string
 * @returns SQL of everything in `public` (functions are files of their own and left out)
 * @throws Error when pg_dump is missing or older than the server; PG_BIN names its folder
 */
export function dumpSchema(databaseUrl: string): string {
  const dump = execFileSync(
    join(process.env.PG_BIN ?? "", "pg_dump"),
    [databaseUrl, "--schema-only", "--no-owner", "--schema=public"],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const kept = dump
    .split("\n")
    .filter((line) => !NOISE.test(line))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return `-- Made by npm run db:schema. Read it; never edit it.\n\n${kept}\n`;
}
