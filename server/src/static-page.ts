// The built page on the same port as the API: hashed assets for ever, everything else asks again.
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { answerNotFound } from "./problems.ts";

export async function servePage(app: FastifyInstance, webDist: string | null): Promise<void> {
  if (!webDist) {
    app.setNotFoundHandler(answerNotFound);
    return;
  }
  await app.register(fastifyStatic, {
    root: webDist,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /[/\\]assets[/\\]/.test(path);
      reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  // a deep link is the page; a missing file, or anything but a page view, is a problem
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && request.headers.accept?.includes("text/html");
    const isFile = /\.[a-z0-9]+$/i.test(request.url.split("?")[0] ?? "");
    return wantsPage && !isFile ? reply.sendFile("index.html") : answerNotFound(request, reply);
  });
}
