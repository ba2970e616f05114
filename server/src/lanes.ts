// Who waits for whom on the way to the database. Each kind of work has connections of its own that no other kind can take; within a
// kind whoever has cost least of late goes first, so that nobody who asks for much makes those wait who ask for little.
import { availableParallelism } from "node:os";
import type { FastifyRequest } from "fastify";
import { clientOf } from "./client-address.ts";
import { ProblemError } from "./problems.ts";
import { Spending } from "./spending.ts";

/** public: what anybody may ask; files: whole collections; writes: of whoever has the right; service: of this process itself. */
export type LaneName = "public" | "files" | "writes" | "service";

/** For whom statements are: those who wait for the answer, by `clientOf`. The first of them pays for it. */
export type Asker = { readonly lane: LaneName; readonly clients: string[] };

/** What this process asks for all alike. */
export const SERVICE: Asker = { lane: "service", clients: [] };

declare module "fastify" {
  interface FastifyContextConfig {
    /** of what a route asks; public where it says nothing */
    lane?: LaneName;
  }
}

export const askerOf = (request: FastifyRequest): Asker => ({
  lane: request.routeOptions.config.lane ?? "public",
  clients: [clientOf(request)],
});

/** One more waits for what another has asked for: it is their turn as soon as it is that of either. */
export function joinAsker(asker: Asker, request: FastifyRequest): void {
  const client = clientOf(request);
  if (!asker.clients.includes(client)) asker.clients.push(client);
}

type LaneLimits = { atOnce: number; waitMs: number };

/** More statements at once than there are processors make each of them slower, and one more keeps these busy. */
const LIMITS: Record<LaneName, LaneLimits> = {
  public: { atOnce: Math.min(availableParallelism(), 16) + 1, waitMs: 5_000 },
  files: { atOnce: Math.max(1, Math.floor(availableParallelism() / 2)), waitMs: 20_000 },
  writes: { atOnce: 2, waitMs: 20_000 },
  service: { atOnce: 2, waitMs: 5_000 },
};
/** A page asks for some thirty things at once; an office has many pages behind one address. */
const WAITING_OF_ONE = 120;
const WAITING_OF_ALL = 1_000;

type Waiting = {
  asker: Asker;
  isDear: boolean;
  begin: () => void;
  refuse: (error: Error) => void;
  timer: NodeJS.Timeout;
};

class Lane {
  running = 0;
  private dear = 0;
  readonly waiting: Waiting[] = [];
  private readonly waitingOf = new Map<string, number>();

  constructor(
    readonly name: LaneName,
    readonly limits: LaneLimits,
    private readonly spending: Spending,
  ) {}

  /**
   * Resolves when it is the asker's turn. Quick work goes before dear, and one connection is kept from either while the other waits.
   * @returns to be called once, when the work is done
   * @throws ProblemError busy, asked-too-much
   */
  async enter(asker: Asker, isDear = false): Promise<() => void> {
    if (this.running < this.limits.atOnce && (!isDear || this.hasRoomForDear)) this.begin(isDear);
    else await this.wait(asker, isDear);
    const began = performance.now();
    return () => {
      const [payer] = asker.clients;
      if (payer !== undefined) this.spending.add(payer, performance.now() - began);
      this.running -= 1;
      if (isDear) this.dear -= 1;
      this.callNext();
    };
  }

  private get hasRoomForDear(): boolean {
    return this.limits.atOnce === 1 || this.dear < this.limits.atOnce - 1;
  }

  private begin(isDear: boolean): void {
    this.running += 1;
    if (isDear) this.dear += 1;
  }

  private wait(asker: Asker, isDear: boolean): Promise<void> {
    const [client = ""] = asker.clients;
    if (this.name === "public" || this.name === "files") this.spending.check(client);
    const ofOne = this.waitingOf.get(client) ?? 0;
    if (client !== "" && ofOne >= WAITING_OF_ONE) throw busy();
    if (this.waiting.length >= WAITING_OF_ALL) this.refuseDearest(asker);
    this.waitingOf.set(client, ofOne + 1);
    return new Promise((begin, refuse) => {
      const timer = setTimeout(() => this.refuse(entry), this.limits.waitMs);
      const entry: Waiting = { asker, isDear, begin, refuse, timer };
      this.waiting.push(entry);
    });
  }

  private callNext(): void {
    const quick = this.findCheapest(false);
    const dear = this.hasRoomForDear ? this.findCheapest(true) : undefined;
    const next = dear && (!quick || this.dear === 0) ? dear : quick;
    if (!next) return;
    this.take(next);
    this.begin(next.isDear);
    next.begin();
  }

  private findCheapest(isDear: boolean): Waiting | undefined {
    return this.find(
      (entry) => entry.isDear === isDear,
      (some, best) => some < best,
    );
  }

  private refuse(entry: Waiting, error: Error = busy()): void {
    this.take(entry);
    entry.refuse(error);
  }

  refuseAll(error: Error): void {
    for (const entry of [...this.waiting]) this.refuse(entry, error);
  }

  /** Room for one that has cost less: else nobody new would be heard once many wait. */
  private refuseDearest(asker: Asker): void {
    const dearest = this.find(
      () => true,
      (some, most) => some > most,
    );
    if (!dearest || this.costOf(dearest.asker) <= this.costOf(asker)) throw busy();
    this.refuse(dearest);
  }

  private take(entry: Waiting): void {
    clearTimeout(entry.timer);
    this.waiting.splice(this.waiting.indexOf(entry), 1);
    const [client = ""] = entry.asker.clients;
    const left = (this.waitingOf.get(client) ?? 1) - 1;
    if (left > 0) this.waitingOf.set(client, left);
    else this.waitingOf.delete(client);
  }

  /** Of equals the one that came first. */
  private find(
    isOne: (entry: Waiting) => boolean,
    isBetter: (cost: number, best: number) => boolean,
  ): Waiting | undefined {
    let found: Waiting | undefined;
    let best = 0;
    const at = this.spending.now();
    for (const entry of this.waiting) {
      if (!isOne(entry)) continue;
      const cost = this.costOf(entry.asker, at);
      if (found && !isBetter(cost, best)) continue;
      found = entry;
      best = cost;
    }
    return found;
  }

  private costOf({ clients }: Asker, at = this.spending.now()): number {
    const [first = "", ...others] = clients;
    let least = this.spending.of(first, at);
    for (const client of others) least = Math.min(least, this.spending.of(client, at));
    return least;
  }
}

const busy = () => new ProblemError("busy");

/** The lanes of one pool of connections. */
export class Lanes {
  private readonly spending = new Spending();
  private readonly lanes: Record<LaneName, Lane>;
  /** connections of all lanes together */
  readonly connections: number;

  constructor(limits: Partial<Record<LaneName, LaneLimits>> = {}) {
    const lane = (name: LaneName) => new Lane(name, limits[name] ?? LIMITS[name], this.spending);
    this.lanes = {
      public: lane("public"),
      files: lane("files"),
      writes: lane("writes"),
      service: lane("service"),
    };
    this.connections = Object.values(this.lanes).reduce((sum, { limits }) => sum + limits.atOnce, 0);
  }

  /** @throws ProblemError busy, asked-too-much */
  enter(asker: Asker, isDear = false): Promise<() => void> {
    return this.lanes[asker.lane].enter(asker, isDear);
  }

  /** Whoever waits in any of them is told this instead. */
  refuseAll(error: Error): void {
    for (const lane of Object.values(this.lanes)) lane.refuseAll(error);
  }

  get isBusy(): boolean {
    return Object.values(this.lanes).some(({ running }) => running > 0);
  }

  /** How full each is. */
  standing(): { lane: LaneName; atOnce: number; running: number; waiting: number }[] {
    return Object.values(this.lanes).map(({ name, limits, running, waiting }) => ({
      lane: name,
      atOnce: limits.atOnce,
      running,
      waiting: waiting.length,
    }));
  }
}
