// Databases for tests: a throw-away cluster, in it one template per state of the sources (made once, through
// the real pipeline), and for each run fresh copies of it, which take about as long as copying the files.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./build-app.mjs";
import { allowApiLogin, urlOf, withClient } from "./database.mjs";
import { withLock } from "./lock.mjs";
import { dataDir } from "./paths.mjs";
import { DATABASE_INPUTS, geoDataDir } from "./prepare-database.mjs";
import { joinCluster } from "./private-cluster.mjs";
import { commandOf } from "./processes.mjs";
import { runPrepare } from "./run-prepare.mjs";
import { Stop, step } from "./say.mjs";

/** Of DATABASE_INPUTS what is loaded; the rest is re-applied whole. */
const LOADED = ["db/migrations", "geo-data", "package-lock.json"];
const TEMPLATES_KEPT = 3;

/**
 * @typedef {{ ownerUrl: string, apiUrl: string }} Urls
 * @typedef {{ boundary: string, template: string, bin: string, maintenanceUrl: string,
 *   copy: (label: string) => Promise<Urls>, close: () => Promise<void> }} TestDatabases
 */

/** @returns {Promise<TestDatabases>} */
export async function openTestDatabases() {
  const home = join(dataDir, "test");
  const cluster = await joinCluster(home, { throwAway: true });
  /** @param {string} name */
  const owner = (name) => urlOf(cluster, cluster.owner, name);
  const maintenanceUrl = owner("postgres");
  const boundary = testBoundary();
  const family = `template_${boundary.replaceAll("-", "_")}_${hashOf(LOADED, isNoTest).slice(0, 12)}`;
  const template = `${family}_${hashOf(DATABASE_INPUTS, isNoTest).slice(0, 16)}`;
  /** @type {string[]} */
  const copies = [];

  async function close() {
    await withClient(maintenanceUrl, async (client) => {
      for (const name of copies) await client.query(`drop database if exists ${name} with (force)`);
    });
    await cluster.leave();
  }

  try {
    await dropCopiesOfTheDead(maintenanceUrl);
    await withLock(
      "template",
      () =>
        ensureTemplate({
          maintenanceUrl,
          family,
          template,
          boundary,
          owner,
          apiUrl: urlOf(cluster, cluster.api, "postgres"),
        }),
      home,
    );
  } catch (error) {
    await cluster.leave();
    throw error;
  }
  return {
    boundary,
    template,
    bin: cluster.bin,
    maintenanceUrl,
    async copy(label) {
      const name = `test_${process.pid}_${label}`;
      await withClient(maintenanceUrl, (client) => copyDatabase(client, template, name));
      copies.push(name);
      return { ownerUrl: owner(name), apiUrl: urlOf(cluster, cluster.api, name) };
    },
    close,
  };
}

/** The real boundaries where GEO_DATA_DIR has them, else the stand-in: never whatever a download would bring. */
function testBoundary() {
  const folder = geoDataDir();
  if (folder === undefined) return "stand-in";
  if (existsSync(join(folder, "th-admin-20m.topojson"))) return "codab-20m";
  throw new Stop(
    `GEO_DATA_DIR is ${folder}, which has no th-admin-20m.topojson.`,
    "correct GEO_DATA_DIR, or unset it",
  );
}

/** @param {string} path */
function isNoTest(path) {
  return !path.endsWith(".test.ts") && !path.endsWith(".md");
}

/**
 * @param {{ maintenanceUrl: string, family: string, template: string, boundary: string,
 *   owner: (name: string) => string, apiUrl: string }} options
 */
async function ensureTemplate({ maintenanceUrl, family, template, boundary, owner, apiUrl }) {
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
    if (!rowCount) {
      const building = `building_${process.pid}`;
      // where only functions or indicators changed, the boundaries and records of the last template do again: an upgrade,
      // as any database gets. On CI everything is made anew.
      const former = process.env.CI ? undefined : await newestOf(client, family);
      if (former) await copyDatabase(client, former, building);
      else await client.query(`create database ${building}`);
      await step(`Making the test database (${boundary})`, async (update) => {
        await runPrepare(
          {
            ownerUrl: owner(building),
            geoDataDir: boundary === "stand-in" ? undefined : geoDataDir(),
            source: boundary,
            sampleRecords: true,
          },
          (title, work) => work((detail) => update(`${title}: ${detail}`)),
        );
        await allowApiLogin(owner(building), apiUrl);
        await withClient(owner(building), (built) => built.query("vacuum analyze"));
      });
      // its last name is its stamp: a half-made template never has it
      await client.query(`alter database ${building} rename to ${template}`);
    }
    await client.query(`comment on database ${template} is '${new Date().toISOString()}'`);
    await dropOldTemplates(client);
  });
}

/**
 * @param {import("pg").Client} client
 * @param {string} family
 * @returns {Promise<string | undefined>}
 */
async function newestOf(client, family) {
  const { rows } = await client.query(
    `select datname from pg_database where starts_with(datname, $1)
     order by shobj_description(oid, 'pg_database') desc nulls last limit 1`,
    [`${family}_`],
  );
  return rows[0]?.datname;
}

/** @param {import("pg").Client} client */
async function dropOldTemplates(client) {
  const { rows } = await client.query(
    `select datname from pg_database where datname like 'template\\_%\\_%'
     order by shobj_description(oid, 'pg_database') desc nulls last offset $1`,
    [TEMPLATES_KEPT],
  );
  for (const { datname } of rows) await client.query(`drop database ${datname}`);
}

/**
 * Copies and half-made templates carry the pid of their maker.
 * @param {string} maintenanceUrl
 */
async function dropCopiesOfTheDead(maintenanceUrl) {
  await withClient(maintenanceUrl, async (client) => {
    const { rows } = await client.query(
      "select datname from pg_database where datname ~ '^(test|building)_[0-9]+'",
    );
    for (const { datname } of rows) {
      const pid = Number(datname.split("_")[1]);
      if (pid === process.pid || commandOf(pid) === null) {
        await client.query(`drop database if exists ${datname} with (force)`);
      }
    }
  });
}

/**
 * @param {import("pg").Client} client connected to another database than these two
 * @param {string} template
 * @param {string} name
 */
async function copyDatabase(client, template, name) {
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  // without fsync copying the files beats writing them through the log by far
  const strategy = rows[0].version >= 150_000 ? "strategy file_copy" : "";
  await client.query(`create database ${name} template ${template} ${strategy}`);
}
