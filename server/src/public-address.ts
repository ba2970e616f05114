// Where this server is reached: for addresses that leave the page, and for who counts as its own page. PUBLIC_URL settles it; without,
// the Host of each request says it, and of what proxies add the scheme alone: X-Forwarded-Host is passed on by most of them as the
// client wrote it.
import type { Socket } from "node:net";
import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";

const LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
const HOST = new RegExp(`^(?=.{1,259}$)(${LABEL}(\\.${LABEL})*\\.?|\\[[0-9a-f:.]+\\])(:\\d{1,5})?$`, "i");

/** Asked with every request, and there are few that a server is asked by. */
const hosts = new LRUCache<string, boolean>({ max: 100 });

/** A name or an address, with a port or without, that can stand in an address. */
export function isHost(text: string): boolean {
  const known = hosts.get(text);
  if (known !== undefined) return known;
  const is = HOST.test(text) && URL.canParse(`http://${text}`);
  hosts.set(text, is);
  return is;
}

/**
 * Scheme, host and the path a proxy puts it under, without a slash at the end: as configured, else as the request has
 * it. Absolute, because QGIS and other readers have no page to resolve against.
 * @param publicUrl of the configuration
 */
export function publicBase(request: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl;
  const { host = "" } = request.headers;
  // HTTP/1.0 needs no Host: then the address that was connected to
  return new URL(`${schemeOf(request)}://${isHost(host) ? host : hostOf(request.socket)}`).origin;
}

/** The path of the public address: "" or "/phuenthi". */
export const publicPath = (publicUrl: string | null) =>
  publicUrl === null ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");

/** Whether a page of this server asked. */
export function isOwnOrigin(origin: string, request: FastifyRequest, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: asked, host, protocol } = new URL(origin);
  if (publicUrl !== null) return asked === new URL(publicUrl).origin;
  return /^https?:$/.test(protocol) && host === request.headers.host?.toLowerCase();
}

/**
 * Whether whoever asks does so by https: our own proxy says so, or says nothing and the public address does.
 * @param trustProxy of the configuration
 */
export function isByTls(request: FastifyRequest, publicUrl: string | null, trustProxy: number): boolean {
  const isTold = trustProxy > 0 && request.headers["x-forwarded-proto"] !== undefined;
  return isTold ? schemeOf(request) === "https" : (publicUrl?.startsWith("https:") ?? false);
}

/** What a proxy says that is not trusted, Fastify does not hear. */
const schemeOf = ({ protocol }: FastifyRequest) => (protocol?.toLowerCase() === "https" ? "https" : "http");

function hostOf({ localAddress = "localhost", localPort = 80 }: Socket): string {
  const address = localAddress.replace(/^::ffff:/, "");
  return `${address.includes(":") ? `[${address}]` : address}:${localPort}`;
}
