// Where this server is reached: for addresses that leave the page, and for who counts as its own page.
import type { Socket } from "node:net";
import type { FastifyRequest } from "fastify";

const LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
const HOST = new RegExp(`^(?=.{1,259}$)(${LABEL}(\\.${LABEL})*\\.?|\\[[0-9a-f:.]+\\])(:\\d{1,5})?$`, "i");

/**
 * Scheme, host and the path a proxy puts it under, without a slash at the end: as configured, else as the request has
 * it. Absolute, because QGIS and other readers have no page to resolve against.
 * @param publicUrl of the configuration
 */
export function publicBase(request: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl;
  const scheme = request.protocol?.toLowerCase() === "https" ? "https" : "http";
  const asked = `${scheme}://${request.host}`;
  // HTTP/1.0 needs no Host, and a Host may hold anything: then the address that was connected to
  const isHost = HOST.test(request.host) && URL.canParse(asked);
  return new URL(isHost ? asked : `${scheme}://${hostOf(request.socket)}`).origin;
}

/** The path of the public address: "" or "/phuenthi". */
export const publicPath = (publicUrl: string | null) =>
  publicUrl === null ? "" : new URL(publicUrl).pathname.replace(/\/$/, "");

/** Whether a page of this server asked. */
export function isOwnOrigin(origin: string, request: FastifyRequest, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: asked, host } = new URL(origin);
  return host === request.host || (publicUrl !== null && asked === new URL(publicUrl).origin);
}

function hostOf({ localAddress = "localhost", localPort = 80 }: Socket): string {
  const address = localAddress.replace(/^::ffff:/, "");
  return `${address.includes(":") ? `[${address}]` : address}:${localPort}`;
}
