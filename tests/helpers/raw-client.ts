// A client that writes what it likes: halves of requests, drops at a time, nothing at all.
import { connect, type Socket } from "node:net";

export type RawClient = {
  socket: Socket;
  /** all that was answered so far */
  text: () => string;
  /** what was answered, when the server has closed */
  closed: Promise<string>;
};

const open = new Set<Socket>();

/** Whatever is still open. */
export function hangUp(): void {
  for (const socket of open) socket.destroy();
}

/** @param from another loopback address counts as another client */
export function knock(port: number, said: string, from = "127.0.0.1"): RawClient {
  const socket = connect({ port, host: "127.0.0.1", localAddress: from, allowHalfOpen: true });
  open.add(socket);
  socket.once("close", () => open.delete(socket));
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  const closed = new Promise<string>((resolve) => {
    // a server that has enough may well hang up
    socket.once("error", () => resolve(text));
    socket.once("end", () => {
      resolve(text);
      socket.end();
    });
    socket.once("close", () => resolve(text));
  });
  if (said !== "") socket.write(said, "latin1");
  return { socket, text: () => text, closed };
}

/** Writes a byte of what never ends every few milliseconds, until the server has enough. */
export function trickle({ socket, closed }: RawClient, everyMs = 20): void {
  const drops = setInterval(() => socket.write("x"), everyMs);
  closed.then(() => clearInterval(drops));
}

export const post = (path: string, length: number, more = "") =>
  `POST /api${path} HTTP/1.1\r\nhost: test\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${more}\r\n`;

export const get = (path: string, more = "") => `GET /api${path} HTTP/1.1\r\nhost: test\r\n${more}\r\n`;

/** The statuses of all answers that came. */
export const statuses = (text: string) => [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => code);
