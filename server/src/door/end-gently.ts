// The last word on a connection whose other side may still be sending: closed at once, the network would throw away what was said
// together with what nobody reads any more.
import type { Socket } from "node:net";

const LINGER_MS = 1_000;

/** Nothing more is read or answered; the other side has a moment to take what was written. */
export function endGently(socket: Socket): void {
  socket.end();
  socket.pause();
  const last = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.once("close", () => clearTimeout(last));
}

/** Of a connection whose answer says `connection: close`: Node ends it so, once that answer is written. */
export function willEndGently(socket: Socket): void {
  socket.destroySoon = () => endGently(socket);
}
