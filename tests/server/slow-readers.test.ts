// People who download slowly, more of them than there are connections to the database: nobody else waits for them.
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { ownerUrl, query } from "../helpers/database.ts";

/** More than files have connections: one for every two processors (lanes.ts). */
const READERS = 11;
const path = (at: number) => `/api/export/areas.geojson?level=tambon&bbox=97,5,106,21.${at}`;

type Reader = { socket: Socket; head: string; bytes: number; tail: string };

/** Asks, takes the first bytes, and no more until it is told to. */
function ask(port: number, url: string): Promise<Reader> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${url} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n`);
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("data", (chunk: Buffer) => {
      socket.pause();
      const reader = { socket, head: chunk.toString("latin1", 0, 2_000), bytes: chunk.length, tail: "" };
      socket.on("data", (more: Buffer) => {
        reader.bytes += more.length;
        reader.tail = (reader.tail + more.toString("latin1", more.length - 20)).slice(-20);
      });
      resolve(reader);
    });
  });
}

async function connectionsAtWork(): Promise<number> {
  const [row] = await query(
    ownerUrl(),
    `select count(*)::integer as busy from pg_stat_activity
     where datname = current_database() and application_name = 'phuenthi-api' and state <> 'idle'`,
  );
  return row.busy;
}

describe("readers that take their time", () => {
  let api: TestApi;
  let port: number;
  beforeAll(async () => {
    api = await startApi();
    await api.app.listen({ host: "127.0.0.1", port: 0 });
    ({ port } = api.app.server.address() as AddressInfo);
  });
  afterAll(() => api.close());

  it("hold no connection to the database, and all get the whole file", async () => {
    const readers: Reader[] = [];
    try {
      for (let at = 0; at < READERS; at += 1) {
        // few exports are made at a time; each is made as soon as the database can, whoever reads it
        const isMade = async () => {
          const reader = await ask(port, path(at));
          if (reader.head.startsWith("HTTP/1.1 200")) readers.push(reader);
          else reader.socket.destroy();
          return readers.length;
        };
        await expect.poll(isMade, { timeout: 20_000, interval: 200 }).toBe(at + 1);
      }
      await expect.poll(connectionsAtWork, { timeout: 20_000 }).toBe(0);
      const [health, coverage] = await Promise.all([
        fetch(`http://127.0.0.1:${port}/api/health`),
        fetch(`http://127.0.0.1:${port}/api/coverage/councils?level=province&within=50,51`),
      ]);
      expect([health.status, coverage.status]).toEqual([200, 200]);
      expect(readers.filter(({ bytes }) => bytes > 1_000_000)).toEqual([]);

      const ends = readers.map(({ socket }) => new Promise((resolve) => socket.once("close", resolve)));
      for (const { socket } of readers) socket.resume();
      await Promise.all(ends);
      for (const { bytes, tail } of readers) {
        expect(bytes).toBeGreaterThan(1_000_000);
        // of the collection, and of the transfer
        expect(tail).toMatch(/\]\}\n\r\n0\r\n\r\n$/);
      }
    } finally {
      for (const { socket } of readers) socket.destroy();
    }
  }, 120_000);
});
