// Bodies: read from whoever may send one, where one is asked for, so large as the route needs, and few at the same time.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { clientOf } from "../client-address.ts";
import { ProblemError } from "../problems.ts";
import { announcesBody } from "./announced-body.ts";
import { BODY_BYTES, type DoorLimits } from "./limits.ts";

type Limits = Pick<DoorLimits, "bodies" | "bodiesPerClient" | "bodyPatienceMs">;
type Receiving = { client: string; since: number; give: () => void };

/** Before the routes, and before all that answers them. */
export function boundBodies(app: FastifyInstance, limits: Limits): void {
  /** in the order in which they began */
  const receiving = new Set<Receiving>();

  app.addHook("onRequest", (request, _reply, done) => {
    if (!announcesBody(request) || takesBody(request)) return done();
    if (request.is404) return done(new ProblemError("not-found"));
    done(
      new ProblemError("invalid-request", { detail: "nothing is sent to this address: it takes no body" }),
    );
  });

  app.addHook("onRoute", (route) => {
    if (!route.schema?.body) return;
    route.bodyLimit = BODY_BYTES;
    // whoever has shown a key by now waits for nobody
    const isCounted = !route.schema.security?.length;
    // after every onRequest: of whoever may not ask no byte is read
    route.preParsing = (request, reply, _payload, done) => {
      if (!announcesBody(request)) return done();
      try {
        if (isCounted) {
          const stop = begin(request);
          request.raw.once("end", stop);
          reply.raw.once("close", stop);
        }
        if (request.headers.expect) reply.raw.writeContinue();
        done();
      } catch (error) {
        done(error as Error);
      }
    };
  });

  /** @throws ProblemError busy */
  function begin(request: FastifyRequest): () => void {
    const client = clientOf(request);
    const own = [...receiving].filter((one) => one.client === client);
    if (own.length >= limits.bodiesPerClient) makeRoom(own, own.length);
    else if (receiving.size >= limits.bodies) makeRoom(ofGreediest(receiving), own.length);
    const one = { client, since: performance.now(), give: () => request.raw.socket.destroy() };
    receiving.add(one);
    return () => receiving.delete(one);
  }

  /** Of a room the oldest gives way: at once to whoever holds less, else when it has had its time. */
  function makeRoom(room: Receiving[], ownSize: number): void {
    const [slowest] = room;
    if (!slowest) throw new ProblemError("busy");
    const hadItsTime = performance.now() - slowest.since >= limits.bodyPatienceMs;
    if (!hadItsTime && room.length <= ownSize + 1) throw new ProblemError("busy");
    receiving.delete(slowest);
    slowest.give();
  }
}

/** Of the client that has most; of several the one that has the oldest. */
function ofGreediest(receiving: Iterable<Receiving>): Receiving[] {
  const rooms = new Map<string, Receiving[]>();
  for (const one of receiving) rooms.set(one.client, [...(rooms.get(one.client) ?? []), one]);
  return [...rooms.values()].reduce((most, room) => (room.length > most.length ? room : most), []);
}

const takesBody = ({ routeOptions }: FastifyRequest) => routeOptions.schema?.body !== undefined;
