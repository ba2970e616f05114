// ETag and 304, for every answer that is ready as text or bytes. What is streamed or kept has its own.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Before compression is registered: the bytes are tagged, whatever they are sent as. */
export function tagAnswers(app: FastifyInstance): void {
  // with a callback: a promise for each answer from memory would cost more than the rest of this
  app.addHook<unknown>("onSend", (request, reply, payload, done) => {
    const isReady = typeof payload === "string" || Buffer.isBuffer(payload);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isReady || !isRead || reply.statusCode !== 200 || reply.hasHeader("etag"))
      return done(null, payload);
    if (String(reply.getHeader("cache-control") ?? "").includes("no-store")) return done(null, payload);
    const etag = tagOf(payload);
    reply.header("etag", etag);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-cache");
    if (!hasTag(request, etag)) return done(null, payload);
    reply.code(304).removeHeader("content-length").removeHeader("content-type");
    done(null, withoutBody(request) ?? null);
  });
}

/** Typed as never so that a route may still declare what it answers otherwise. */
export const notModified = (request: FastifyRequest, reply: FastifyReply) =>
  reply.code(304).send(withoutBody(request)) as never;

/**
 * What a HEAD is answered with where nobody knows the length: Fastify counts what is handed to it and would say 0.
 * Undefined for a GET.
 */
export const withoutBody = (request: FastifyRequest) =>
  request.method === "HEAD" ? Readable.from([]) : undefined;

/** The same for the same bytes; weak, because compression makes other bytes of them. */
export const tagOf = (...parts: (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return `W/"${hash.digest("base64url").slice(0, 22)}"`;
};

/**
 * Whether the asker has what the tag stands for (RFC 9110, 13.1.2: compared weakly). A time that they name instead says nothing:
 * two edits may share its second.
 */
export function hasTag(request: FastifyRequest, etag: string): boolean {
  const has = request.headers["if-none-match"];
  if (has === undefined) return false;
  const bare = etag.replace(/^W\//, "");
  return has.trim() === "*" || [...has.matchAll(/"[^"]*"/g)].some(([tag]) => tag === bare);
}
