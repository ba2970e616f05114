// Runs the built server and says when it answers.
import { setTimeout as sleep } from "node:timers/promises";
import { startNode } from "./children.mjs";
import { isPortFree } from "./cluster-process.mjs";
import { inRoot } from "./paths.mjs";
import { whoServes } from "./running-mark.mjs";
import { Stop } from "./say.mjs";

const READY_TIMEOUT_MS = 60_000;
const HEALTH_WITHIN_MS = 3_000;

/**
 * glibc keeps what large answers were made in, and more of it each time: with these it goes back to the system. Said in Dockerfile and
 * docs/phuenthi.service too.
 */
const RETURNS_MEMORY = { MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_TRIM_THRESHOLD_: "131072" };

/** @typedef {{ host: string, port: number, url: string }} Address */

/**
 * HOST and PORT of the environment.
 * @param {number} [defaultPort]
 * @returns {Address}
 */
export function wantedAddress(defaultPort = 8080) {
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`PORT is "${process.env.PORT}", which is not a port number.`, "PORT=8081 npm start");
  }
  return { host, port, url: urlOf(host, port) };
}

/**
 * @param {string} host
 * @param {number} port
 */
function urlOf(host, port) {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

/**
 * @typedef {{ is: "free" | "healthy" | "other" } | { is: "unwell", what: string, pid: number | null }} Holder
 *   pid: of the command that serves there, where it is one of this folder
 */

/**
 * @param {Address} address
 * @returns {Promise<Holder>} who has the port now
 */
export async function whoHasPort({ host, port, url }) {
  if (await isPortFree(port, host)) return { is: "free" };
  const pid = whoServes(port);
  const answer = await health(url);
  if (answer === null) return pid === null ? { is: "other" } : { is: "unwell", what: "does not answer", pid };
  if (answer.status === 200) return { is: "healthy" };
  return { is: "unwell", what: `answers ${answer.status} (${answer.title})`, pid };
}

/**
 * @param {Address} address
 * @param {Extract<Holder, { is: "unwell" }>} holder
 */
export function unwellAt({ port, url }, { what, pid }) {
  return new Stop(
    `Phuenthi runs at ${url}${pid === null ? "" : ` (process ${pid})`}, and is not well: it ${what}.`,
    pid === null
      ? `what it writes says why; to end it: kill whoever listens (ss -ltnp "sport = :${port}"), then npm start`
      : `it goes on trying by itself, its own lines say what; to begin anew: kill ${pid}, then npm start`,
  );
}

/**
 * @param {Address} address
 * @param {{ ownerUrl: string, apiUrl?: string | undefined }} database
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(address, { ownerUrl, apiUrl }) {
  return {
    LOG_LEVEL: "warn",
    NODE_ENV: "production",
    ...RETURNS_MEMORY,
    ...process.env,
    // where the serving role has a login of its own, the server never sees the owner's
    DATABASE_URL: apiUrl ?? ownerUrl,
    ...(apiUrl ? { API_DATABASE_URL: apiUrl } : {}),
    HOST: address.host,
    PORT: String(address.port),
  };
}

/**
 * @param {Address} address
 * @param {{ ownerUrl: string, apiUrl?: string | undefined }} database
 */
export function startServer(address, database) {
  return startNode([inRoot("server/dist/server.js")], { env: serverEnvironment(address, database) });
}

/**
 * @param {{ url: string }} address
 * @param {() => boolean} hasEnded
 */
export async function untilReady({ url }, hasEnded) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while ((await health(url))?.status !== 200) {
    if (hasEnded()) throw new Stop("The server ended while it was starting.", "its last lines above say why");
    if (Date.now() > deadline) {
      throw new Stop(`The server does not answer at ${url}/api/health.`, "LOG_LEVEL=debug npm start");
    }
    await sleep(25);
  }
}

/**
 * Whether well or not: a server whose database is away answers.
 * @param {{ url: string }} address
 * @param {() => boolean} hasEnded
 */
export async function answersBeforeItEnds({ url }, hasEnded) {
  while (!hasEnded()) {
    if ((await health(url)) !== null) return true;
    await sleep(100);
  }
  return false;
}

/**
 * What the health route says; null when what answers there isn't Phuenthi, or nothing does.
 * @param {string} url
 */
async function health(url) {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(HEALTH_WITHIN_MS) });
    const body = await response.json();
    return body !== null && typeof body === "object" && ("boundary" in body || "code" in body)
      ? { status: response.status, title: body.title ?? body.code }
      : null;
  } catch {
    return null;
  }
}
