// What browsers are told, as constants: set per request by a library they cost more than most answers.
import type { FastifyInstance } from "fastify";
import { isByTls } from "./public-address.ts";

/** MapLibre and Radix set styles from script; nobody else's script or style gets in. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

/** Of data: no page, and never taken for one. other-sites.ts says who may read it. */
export const DATA_HEADERS = { "x-content-type-options": "nosniff" };

/** Of what a browser shows as a page. */
export const PAGE_HEADERS = {
  ...DATA_HEADERS,
  "content-security-policy": CSP,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "no-referrer",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "SAMEORIGIN",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

/** Before the routes of the scope that they are for. */
export function sendHeaders(scope: FastifyInstance, headers: Record<string, string>): void {
  const listed = Object.entries(headers);
  scope.addHook("onRequest", (_request, reply, done) => {
    for (const [name, value] of listed) reply.header(name, value);
    done();
  });
}

/**
 * That this host is to be asked by https alone, said where it was. Of the host alone: what stands beside it under its domain is not
 * ours to decide about.
 */
export function askForTls(scope: FastifyInstance, publicUrl: string | null, trustProxy: number): void {
  scope.addHook("onRequest", (request, reply, done) => {
    if (isByTls(request, publicUrl, trustProxy))
      reply.header("strict-transport-security", "max-age=31536000");
    done();
  });
}
