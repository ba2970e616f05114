// Who is let in: so many connections in all, and of each client. Where there is no more room, whoever waits gives way before whoever
// is served, and whoever holds most before whoever holds little.
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { clientKey } from "../client-address.ts";
import type { DoorLimits } from "./limits.ts";

type Held = {
  socket: Socket;
  client: string;
  /** in the order in which they were asked for; the first one is being made or read */
  answers: Map<ServerResponse, IncomingMessage>;
  /** the how-manyth of all was the last that ended on it, or its own coming in */
  servedAt: number;
};
type Limits = Pick<
  DoorLimits,
  "connections" | "connectionsPerClient" | "requestsPerConnection" | "unsentBytes"
>;

const LOOK_MS = 250;

/**
 * Hands to `answer` what is asked, of each connection one after another: of what somebody asks at once and does not read, one answer
 * waits for them in memory, and not all of them.
 * @param tellsClients false behind a proxy, from which all connections come: there the total alone counts
 */
export function boundConnections(
  server: Server,
  answer: RequestListener,
  limits: Limits,
  tellsClients: boolean,
): void {
  const rooms = new Map<string, Set<Held>>();
  const bySocket = new WeakMap<Socket, Held>();
  let total = 0;
  let served = 0;

  function letIn(held: Held): void {
    const room = rooms.get(held.client) ?? new Set();
    rooms.set(held.client, room.add(held));
    bySocket.set(held.socket, held);
    total += 1;
    held.socket.once("close", () => leave(held));
  }
  function leave(held: Held): void {
    const room = rooms.get(held.client);
    if (!room?.delete(held)) return;
    if (room.size === 0) rooms.delete(held.client);
    total -= 1;
  }
  /** At once, so that the next one who knocks finds the room. */
  function putOut(held: Held | undefined): boolean {
    if (!held) return false;
    leave(held);
    held.socket.destroy();
    return true;
  }

  server.on("connection", (socket: Socket) => {
    const client = tellsClients ? clientKey(socket.remoteAddress) : "";
    const own = rooms.get(client) ?? new Set();
    const isFull = tellsClients && own.size >= limits.connectionsPerClient;
    const hasRoom = isFull
      ? putOut(waiting(own))
      : total < limits.connections || putOut(whoGivesWay(rooms.values(), own.size));
    served += 1;
    if (hasRoom) letIn({ socket, client, answers: new Map(), servedAt: served });
    else socket.destroy();
  });

  server.on("request", (request, response) => {
    const held = bySocket.get(request.socket);
    // Node goes on reading what has arrived, also of a connection that is closed by now
    if (!held || !request.socket.writable) return;
    // who asks so much at once is no browser
    if (held.answers.size >= limits.requestsPerConnection) {
      putOut(held);
      return;
    }
    held.answers.set(response, request);
    response.on("close", goOn);
    if (held.answers.size === 1) answer(request, response);
  });

  /** One function for all answers: a new one for each would cost the quickest a part of their time. */
  function goOn(this: ServerResponse): void {
    const held = bySocket.get(this.req.socket);
    if (!held?.answers.delete(this)) return;
    served += 1;
    held.servedAt = served;
    if (!held.socket.writable) return;
    const [next] = held.answers;
    if (next) answer(next[1], next[0]);
  }

  const looking = setInterval(() => {
    for (const held of whoReadsTooSlowly(rooms.values(), limits.unsentBytes)) putOut(held);
  }, LOOK_MS).unref();
  server.on("close", () => clearInterval(looking));
}

const firstServed = (room: Held[]) => room.toSorted((a, b) => a.servedAt - b.servedAt)[0];
/** The one who waits for longest. */
const waiting = (room: Iterable<Held>) => firstServed([...room].filter(({ answers }) => answers.size === 0));

/**
 * Of those that hold much somebody who waits, else of the one that holds most whoever was served first.
 * @param ownSize how many the newcomer has already: nobody who holds as little as they do gives way
 */
function whoGivesWay(rooms: Iterable<Set<Held>>, ownSize: number): Held | undefined {
  const bySize = [...rooms].toSorted((a, b) => b.size - a.size);
  const [most] = bySize;
  if (!most) return undefined;
  for (const room of bySize) {
    const found = room.size * 2 >= most.size ? waiting(room) : undefined;
    if (found) return found;
  }
  return most.size > ownSize + 1 ? firstServed([...most]) : undefined;
}

/** Whoever has most that is written and not taken, until the rest may stay. */
function whoReadsTooSlowly(rooms: Iterable<Set<Held>>, most: number): Held[] {
  const unsent = [...rooms].flatMap((room) =>
    [...room].flatMap((held) => {
      const bytes = [...held.answers.keys()].reduce((sum, { writableLength }) => sum + writableLength, 0);
      return bytes > 0 ? { held, bytes } : [];
    }),
  );
  let over = unsent.reduce((sum, { bytes }) => sum + bytes, -most);
  return unsent
    .toSorted((a, b) => b.bytes - a.bytes)
    .flatMap(({ held, bytes }) => {
      if (over <= 0) return [];
      over -= bytes;
      return held;
    });
}
