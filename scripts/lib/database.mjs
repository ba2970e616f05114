// The database a command works with: the one DATABASE_URL names, else this folder's private cluster.
// Imports pg, so only after ensureDependencies().
import { join } from "node:path";
import pg from "pg";
import { dataDir } from "./paths.mjs";
import { joinCluster } from "./private-cluster.mjs";
import { Stop } from "./say.mjs";

/**
 * @typedef {{ ownerUrl: string, apiUrl: string | undefined, isPrivate: boolean, bin: string | undefined,
 *   where: string, guard: () => void, close: () => Promise<void> }} Database
 *   ownerUrl: migrates and loads · apiUrl: login that serves, undefined when only the owner's is known
 *   bin: folder of the PostgreSQL programs, when the cluster is ours
 *   guard: until it is closed, start it again when it ends; somebody else's is somebody else's to start
 */

const NAME = "phuenthi";

/** @returns {Promise<Database>} */
export async function openDatabase() {
  const url = process.env.DATABASE_URL;
  if (url) {
    await checkAnswers(url);
    return {
      ownerUrl: url,
      apiUrl: process.env.API_DATABASE_URL,
      isPrivate: false,
      bin: process.env.PG_BIN,
      where: `DATABASE_URL (${describeUrl(url)})`,
      guard: () => {},
      close: async () => {},
    };
  }
  const cluster = await joinCluster(join(dataDir, "postgres"));
  const ownerUrl = urlOf(cluster, cluster.owner, NAME);
  try {
    await ensureDatabaseExists(urlOf(cluster, cluster.owner, "postgres"), NAME);
  } catch (error) {
    await cluster.leave();
    throw error;
  }
  return {
    ownerUrl,
    apiUrl: urlOf(cluster, cluster.api, NAME),
    isPrivate: true,
    bin: cluster.bin,
    where: `private, port ${cluster.port}`,
    guard: cluster.guard,
    close: cluster.leave,
  };
}

/**
 * @param {{ port: number }} cluster
 * @param {import("./cluster-place.mjs").Login} login
 * @param {string} name
 */
export function urlOf(cluster, login, name) {
  return `postgres://${login.user}:${encodeURIComponent(login.password)}@127.0.0.1:${cluster.port}/${name}`;
}

/**
 * Lets the serving role log in as `apiUrl` says. The first migration makes the role without a login.
 * @param {string} ownerUrl
 * @param {string} apiUrl
 */
export async function setApiLogin(ownerUrl, apiUrl) {
  const { username, password } = new URL(apiUrl);
  await withClient(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(decodeURIComponent(username));
    await client.query(
      `alter role ${role} login password ${client.escapeLiteral(decodeURIComponent(password))}`,
    );
  });
}

/** What Postgres answers to whoever may not come in, or has the wrong password. */
const NOT_LET_IN = ["28000", "28P01"];

/**
 * The same, unless the role comes in already: every role may change its own password, and one that did would lock the server out for good.
 * @param {string} ownerUrl
 * @param {string} apiUrl
 */
export async function allowApiLogin(ownerUrl, apiUrl) {
  const isLetIn = await withClient(apiUrl, async () => true).catch(
    (/** @type {{ code?: string }} */ { code = "" }) => !NOT_LET_IN.includes(code),
  );
  if (!isLetIn) await setApiLogin(ownerUrl, apiUrl);
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import("pg").Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // without a listener, a database that ends would end this process with a stack trace
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * @param {string} maintenanceUrl
 * @param {string} name
 */
async function ensureDatabaseExists(maintenanceUrl, name) {
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** @param {string} url */
async function checkAnswers(url) {
  try {
    await withClient(url, (client) => client.query("select 1"));
  } catch (error) {
    throw new Stop(
      `The database that DATABASE_URL names (${describeUrl(url)}) does not answer: ${/** @type {Error} */ (error).message || /** @type {NodeJS.ErrnoException} */ (error).code}.`,
      "check DATABASE_URL and that the database runs, or unset it to use a private one",
    );
  }
}

/** @param {string} url without its password */
function describeUrl(url) {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "not a postgres:// address";
  }
}
