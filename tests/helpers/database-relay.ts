// A wire between the server and its database that can go silent, as a database that is stopped (SIGSTOP) or cut off by a firewall
// does, or break, as one that is gone.
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type DatabaseRelay = {
  /** the connection string, through the relay */
  url: string;
  /** nothing passes, and nobody is told */
  freeze: () => void;
  /** every connection ends, and none is taken */
  cut: () => void;
  /** as before; what was frozen goes on */
  heal: () => void;
  close: () => Promise<void>;
};

/** @param databaseUrl what it leads to */
export async function startDatabaseRelay(databaseUrl: string): Promise<DatabaseRelay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: "open" | "frozen" | "cut" = "open";

  const server = createServer((near) => {
    if (state === "cut") {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay();
      from.on("data", (chunk) => to.write(chunk));
      from.once("error", () => from.destroy());
      from.once("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      if (state === "frozen") from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);

  return {
    url: url.toString(),
    freeze() {
      state = "frozen";
      for (const socket of sockets) socket.pause();
    },
    cut() {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    heal() {
      state = "open";
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
