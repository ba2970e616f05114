// A reverse proxy that puts a server under a path, as many sites do: it takes the path off and says nothing of itself.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * @param path such as "/phuenthi"; anything else is answered 404 here
 * @returns its address with the path, and `leadTo` for the port of the server behind it
 */
export async function startSubPathProxy(path: string) {
  let port = 0;
  const server = createServer((incoming, outgoing) => {
    const asked = incoming.url ?? "";
    if (asked !== path && !asked.startsWith(`${path}/`)) {
      outgoing.writeHead(404).end("nothing is here");
      return;
    }
    const onward = request(
      {
        host: "127.0.0.1",
        port,
        method: incoming.method,
        path: asked.slice(path.length) || "/",
        headers: { ...incoming.headers, host: "inner.example" },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.once("error", () => outgoing.destroy());
      },
    );
    onward.once("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    leadTo(serverPort: number) {
      port = serverPort;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
