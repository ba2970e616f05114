// What a newer version of the project brings to the database: its files with one migration more, by its own program.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot, root } from "../lib/paths.mjs";
import { runProgram } from "../lib/programs.mjs";

const MIGRATION = "alter table organization add column scale_note text;\n";

/** @param {string} url of the owner */
export async function migrate(url) {
  // in the project's folder, whose packages it finds
  const newer = join(root, ".data", `newer-db-${process.pid}`);
  cpSync(inRoot("db"), newer, { recursive: true, filter: (path) => !path.includes("node_modules") });
  try {
    writeFileSync(join(newer, "migrations", "9999-newer.sql"), MIGRATION);
    await runProgram(process.execPath, ["--import", "tsx", join(newer, "cli.ts"), "migrate"], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url },
      failure: "The migration failed",
    });
  } finally {
    rmSync(newer, { recursive: true, force: true });
  }
}
