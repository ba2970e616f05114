// A reverse proxy as many sites have it: it passes on what the client wrote, other headers of forwarding too, adds the address that it
// was asked from to X-Forwarded-For, and, where it is told to, says itself by which scheme.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** @param scheme what it says in X-Forwarded-Proto; null: nothing, so that the client's word stands */
export async function startReverseProxy(toPort: number, scheme: "http" | "https" | null = null) {
  const server = createServer((incoming, outgoing) => {
    const before = incoming.headers["x-forwarded-for"];
    const headers = {
      ...incoming.headers,
      "x-forwarded-for": [before, incoming.socket.remoteAddress].filter(Boolean).join(", "),
      ...(scheme && { "x-forwarded-proto": scheme }),
    };
    const { method, url: path } = incoming;
    const onward = request({ host: "127.0.0.1", port: toPort, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  /** @param from another loopback address is another client */
  function ask(path: string, headers: Record<string, string> = {}, from = "127.0.0.1", method = "GET") {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
      (resolve, reject) => {
        const asked = request(
          { host: "127.0.0.1", port, path, method, headers, localAddress: from },
          async (answer) => {
            let body = "";
            for await (const chunk of answer) body += chunk;
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
          },
        );
        asked.once("error", reject);
        asked.end();
      },
    );
  }
  return {
    ask,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
