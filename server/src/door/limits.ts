// How much of the server whoever knocks may hold before anybody has looked at what they want.

/** Each is far above what people and their proxies need, and low enough that all of it together leaves the server well. */
export const DOOR_LIMITS = {
  /** the head of a request has to be here within */
  headMs: 10_000,
  /** and all of it, body too: 32 kB in 20 s is a bad mobile network */
  requestMs: 20_000,
  /** how often both are looked at */
  lookMs: 1_000,
  /** a connection waits this long for its next request; longer than proxies keep theirs, so that they close first */
  idleMs: 72_000,
  /** a connection on which nothing moves in either direction, while an answer is made or read */
  silentMs: 120_000,
  connections: 2_000,
  /** of one client: an office or a carrier may have many people behind one address */
  connectionsPerClient: 250,
  /** requests of one connection that wait for each other: browsers never ask before they were answered */
  requestsPerConnection: 16,
  /** bodies that are being received at the same time */
  bodies: 64,
  bodiesPerClient: 8,
  /** where there is no room, the body that is received for longest gives way if it has taken this long */
  bodyPatienceMs: 1_500,
  /** answers that wait for their readers, all together */
  unsentBytes: 128 * 1024 * 1024,
};
export type DoorLimits = typeof DOOR_LIMITS;

/** The largest honest body: a share of a hundred places, a note of a thousand characters, all of them escaped and indented. */
export const BODY_BYTES = 32 * 1024;
