// A reverse proxy that puts a server under a path, as many sites do: it takes the path off and says nothing of itself.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * @param path such as "/phuenthi", or "" for the root; anything else is answered 404 here
 * @returns its address with the path
 */
export async function startSubPathProxy(path: string) {
  let port = 0;
  let cut: RegExp | null = null;
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
        // some bytes arrive, the rest never does
        if (cut?.test(asked))
          answer.once("data", (some) =>
            outgoing.write(some.subarray(0, some.length / 2), () => outgoing.destroy()),
          );
        else answer.pipe(outgoing);
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
    /** Breaks off what is answered at such addresses. */
    cutOff(addresses: RegExp | null) {
      cut = addresses;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
