// What pages of other sites may do: read whatever is public. Edits are for the pages of this server alone.
import cors from "@fastify/cors";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "./problems.ts";
import { isOwnOrigin } from "./public-address.ts";

const READS = ["GET", "HEAD", "OPTIONS"];
const A_DAY_S = 86_400;

/** Before the routes of the scope that it is for. */
export async function openToOtherSites(scope: FastifyInstance, publicUrl: string | null): Promise<void> {
  scope.addHook("onRequest", async (request, reply) => {
    const wanted = request.headers["access-control-request-method"];
    if (!READS.includes(request.method)) refuseOtherSites(request, publicUrl);
    else if (request.method === "OPTIONS" && wanted && !READS.includes(wanted)) {
      throw new ProblemError("origin-refused");
    } else reply.header("cross-origin-resource-policy", "cross-origin");
  });
  // read by the hook of @fastify/cors, which every route of the scope has
  scope.addHook("onRoute", (route) => {
    if (![route.method].flat().every((method) => READS.includes(method))) {
      route.config = { ...route.config, cors: false } as typeof route.config;
    }
  });
  await scope.register(cors, {
    origin: "*",
    methods: READS,
    // no Authorization: what needs a key is for this server's own pages
    allowedHeaders: [
      "Accept",
      "Content-Type",
      "Cache-Control",
      "If-Modified-Since",
      "If-None-Match",
      "Range",
    ],
    exposedHeaders: [
      "Accept-Ranges",
      "Content-Disposition",
      "Content-Encoding",
      "Content-Length",
      "Content-Range",
      "Date",
      "ETag",
      "Retry-After",
    ],
    maxAge: A_DAY_S,
    strictPreflight: false,
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
