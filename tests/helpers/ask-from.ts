// Asks over a socket, from an address of one's own: each of 127.0.0.0/8 is this machine, and another client to the server.
import { Agent, request } from "node:http";

export type Asked = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };

/** @param localAddress such as 127.0.0.2 */
export function clientFrom(localAddress: string, baseUrl: string) {
  const agent = new Agent({ keepAlive: true, localAddress, maxSockets: 200 });
  return {
    ask: (
      path: string,
      {
        method = "GET",
        headers = {},
        body,
      }: { method?: string; headers?: NodeJS.Dict<string>; body?: unknown } = {},
    ): Promise<Asked> =>
      new Promise((resolve, reject) => {
        const json = body === undefined ? {} : { "content-type": "application/json" };
        const asking = request(
          `${baseUrl}${path}`,
          { method, agent, headers: { ...json, ...headers } },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on("data", (chunk) => chunks.push(chunk));
            answer.once("error", reject);
            answer.once("end", () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(chunks).toString(),
              }),
            );
          },
        );
        asking.once("error", reject);
        asking.end(body === undefined ? undefined : JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
}
