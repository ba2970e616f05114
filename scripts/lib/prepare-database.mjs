// Prepares the database a command works with, once: afterwards a stamp says that there is nothing to do.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { hashOf } from "./build-app.mjs";
import { allowApiLogin, withClient } from "./database.mjs";
import { withLock } from "./lock.mjs";
import { dataDir, root } from "./paths.mjs";
import { runPrepare } from "./run-prepare.mjs";
import { say, step } from "./say.mjs";

/** What decides what a prepared database holds. */
export const DATABASE_INPUTS = [
  "db",
  "geo-data",
  "server/src/modules/indicators",
  "server/src/records",
  "scripts/prepare.ts",
  "package-lock.json",
];

/**
 * @param {import("./database.mjs").Database} database
 * @returns {Promise<void>}
 */
export async function prepareDatabase(database) {
  const sampleRecords = wantsSampleRecords(database);
  if (await isPreparedAlready(database, sampleRecords)) return;
  await withLock("prepare", async () => {
    // before anything is read: what is changed meanwhile is for the next start
    const inputs = hashOf(DATABASE_INPUTS);
    const { boundary, boundaryIsNew, insteadOf } = await runPrepare(
      { ownerUrl: database.ownerUrl, geoDataDir: geoDataDir(), sampleRecords },
      (title, work) => step(title, work, { quietFor: 1_000 }),
    );
    if (boundaryIsNew) say(`  boundaries in force: ${boundary}`);
    if (insteadOf) {
      say(`  Its district and tambon lines are invented. ${insteadOf}`);
      say("  Real ones: set GEO_DATA_DIR to a folder with a boundary file, or npm run geo:load -- rtsd-2022");
    }
    if (database.isPrivate && database.apiUrl) await allowApiLogin(database.ownerUrl, database.apiUrl);
    // what was loaded is not to be read again from the log by whoever is killed next
    if (database.isPrivate) await withClient(database.ownerUrl, (client) => client.query("checkpoint"));
    writeFileSync(stampFile(), await stampOf(database, inputs));
  });
}

/**
 * A look at one stamp and one row instead of loading the whole pipeline: most of a warm start's time.
 * @param {import("./database.mjs").Database} database
 * @param {boolean} sampleRecords
 */
async function isPreparedAlready(database, sampleRecords) {
  if (!existsSync(stampFile())) return false;
  try {
    if (readFileSync(stampFile(), "utf8") !== (await stampOf(database, hashOf(DATABASE_INPUTS))))
      return false;
    return await withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `select exists (select from boundary_version where is_current) as drawn,
           exists (select from organization) or exists (select from plan) or exists (select from housing_project)
             as filled`,
      );
      return rows[0].drawn && (rows[0].filled || !sampleRecords);
    });
  } catch {
    return false; // tables are missing: that is for prepare to say or to mend
  }
}

/**
 * The hash of the sources, the database's address, and what the database itself says was applied to it.
 * @param {import("./database.mjs").Database} database
 * @param {string} inputs
 */
async function stampOf(database, inputs) {
  const applied = await withClient(database.ownerUrl, (client) =>
    client.query("select string_agg(path || sha256, ',' order by path) as text from schema_migration"),
  );
  return createHash("sha256")
    .update([inputs, database.ownerUrl, applied.rows[0].text].join("\n"))
    .digest("hex");
}

function stampFile() {
  return join(dataDir, "prepared");
}

/** GEO_DATA_DIR seen from the project's root, wherever the command was typed. */
export function geoDataDir() {
  const folder = process.env.GEO_DATA_DIR;
  return folder ? resolve(root, folder) : undefined;
}

/** @param {import("./database.mjs").Database} database */
function wantsSampleRecords(database) {
  const wish = process.env.SAMPLE_DATA;
  return wish ? wish === "1" : database.isPrivate;
}
