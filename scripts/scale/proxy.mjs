// A reverse proxy before several servers, as most are: it says by whom it was asked, asks by turns, and a question that a server
// never took, or that may be asked twice, goes to the next one.
import { request as ask, createServer } from "node:http";

const ANSWER_WITHIN_MS = 15_000;
const ASKED_TWICE = new Set(["GET", "HEAD"]);

/**
 * @param {number[]} ports of the servers
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startProxy(ports) {
  let turn = 0;
  const proxy = createServer(async (request, response) => {
    const body = await wholeOf(request);
    turn += 1;
    const order = ports.map((_, at) => ports[(turn + at) % ports.length] ?? 0);
    for (const port of order) {
      const outcome = await hand(port, request, body, response);
      if (outcome === "answered") return;
      if (outcome === "lost" && !ASKED_TWICE.has(request.method ?? "")) break;
    }
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

/**
 * @param {number} port
 * @param {import("node:http").IncomingMessage} request
 * @param {Buffer} body
 * @param {import("node:http").ServerResponse} response
 * @returns {Promise<"answered" | "refused" | "lost">} refused: it never took it · lost: it may have
 */
function hand(port, { method, url, headers, socket }, body, response) {
  const told = headers["x-forwarded-for"];
  const chain = [...(told === undefined ? [] : [told].flat()), socket.remoteAddress ?? ""].join(", ");
  return new Promise((resolve) => {
    const onward = ask({
      host: "127.0.0.1",
      port,
      method,
      path: url,
      headers: { ...headers, "x-forwarded-for": chain, connection: "close" },
      agent: false,
      timeout: ANSWER_WITHIN_MS,
    });
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: "keep-alive" });
      answer.pipe(response);
      answer.on("error", () => response.destroy());
      answer.on("close", () => resolve("answered"));
    });
    onward.on("timeout", () => onward.destroy());
    onward.on("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code === "ECONNREFUSED" ? "refused" : "lost"),
    );
    onward.end(body);
  });
}

/** @param {import("node:http").IncomingMessage} request */
async function wholeOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}
