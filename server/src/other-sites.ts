// What pages of other sites may do: read whatever is public. Edits are for the pages of this server alone.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "./problems.ts";
import { isOwnOrigin } from "./public-address.ts";

const READS = ["GET", "HEAD", "OPTIONS"];

/** Of all that is read, in words that never change: nobody's name is looked at. */
const FOR_READERS = {
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "Accept-Ranges, Content-Disposition, Content-Encoding, Content-Length, Content-Range, Data-Version, Date, ETag, Retry-After",
};
const FOR_PREFLIGHTS = {
  "access-control-allow-methods": READS.join(", "),
  // no Authorization: what needs a key is for this server's own pages
  "access-control-allow-headers":
    "Accept, Content-Type, Cache-Control, Data-Version, If-Modified-Since, If-None-Match, Range",
  "access-control-max-age": "86400",
};

/** Before the routes of the scope that it is for. */
export function openToOtherSites(scope: FastifyInstance, publicUrl: string | null): void {
  const readers = Object.entries(FOR_READERS);
  scope.addHook("onRequest", (request, reply, done) => {
    try {
      if (!READS.includes(request.method)) refuseOtherSites(request, publicUrl);
      else for (const [name, value] of readers) reply.header(name, value);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  scope.options("/*", { schema: { hide: true } }, (request, reply) => {
    const wanted = request.headers["access-control-request-method"];
    if (wanted && !READS.includes(wanted)) {
      closeToOtherSites(reply);
      throw new ProblemError("origin-refused");
    }
    return reply.headers(FOR_PREFLIGHTS).code(204).send();
  });
}

/** Takes back from one answer what all that is read says: it is for the pages of this server. */
export function closeToOtherSites(reply: FastifyReply): void {
  reply
    .removeHeader("access-control-allow-origin")
    .removeHeader("access-control-expose-headers")
    .header("cross-origin-resource-policy", "same-origin");
}

/** @throws ProblemError origin-refused when a page that is not this server's makes a browser ask */
export function refuseOtherSites(request: FastifyRequest, publicUrl: string | null): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (site === "cross-site" || (origin !== undefined && !isOwnOrigin(origin, request, publicUrl))) {
    throw new ProblemError("origin-refused");
  }
}
