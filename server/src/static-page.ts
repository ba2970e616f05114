// The built page on the same port as the API: hashed assets for ever, everything else asks again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { answerNotFound } from "./problems.ts";

/** @param path under which people reach the page, with a slash at both ends */
export async function servePage(app: FastifyInstance, webDist: string | null, path: string): Promise<void> {
  if (!webDist) {
    app.setNotFoundHandler(answerNotFound);
    return;
  }
  // built for any path; a deep link needs it written out
  const page = readFileSync(join(webDist, "index.html"), "utf8").replaceAll('"./', `"${path}`);
  const sendPage = (reply: FastifyReply) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  for (const address of ["/", "/index.html"]) {
    app.get(address, { schema: { hide: true } }, (_request, reply) => sendPage(reply));
  }
  await app.register(fastifyStatic, {
    root: webDist,
    index: false,
    // what begins with a dot is for those who build and deploy
    dotfiles: "ignore",
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = /[/\\]assets[/\\]/.test(file);
      reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  // a deep link is the page; a missing file, or anything but a page view, is a problem
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const wantsPage = isRead && request.headers.accept?.includes("text/html");
    const isFile = /\.[a-z0-9]+$|(\/|%2f)(\.|%2e)/i.test(request.url.split("?")[0] ?? "");
    return wantsPage && !isFile ? sendPage(reply) : answerNotFound(request, reply);
  });
}
