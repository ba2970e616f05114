// The server of Node under Fastify: what it waits for, and for how long.
import { createServer, type RequestListener, type Server } from "node:http";
import { boundConnections } from "./connections.ts";
import type { DoorLimits } from "./limits.ts";

/** @param trustProxy how many proxies stand before it */
export function openDoor(answer: RequestListener, limits: DoorLimits, trustProxy: number): Server {
  const server = createServer({
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.lookMs,
    keepAliveTimeout: limits.idleMs,
  });
  server.setTimeout(limits.silentMs);
  // whoever waits to be told to go on is told so when the body is read, and not before (bodies.ts)
  server.on("checkContinue", (request, response) => server.emit("request", request, response));
  boundConnections(server, answer, limits, trustProxy === 0);
  return server;
}
