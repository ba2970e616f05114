// Who waits for whom on the way to the database. Each kind of work has connections of its own that no other kind can take; within a
// kind whoever has cost least of late goes first, so that nobody who asks for much makes those wait who ask for little.
import { availableParallelism } from "node:os";
import type { FastifyRequest } from "fastify";
import { clientOf } from "../client-address.ts";
import { ProblemError } from "../problems.ts";
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

/** What usually takes longer is dear: by then somebody notices. */
const DEAR_MS = 20;
/** Of those who have cost the same, whoever asks for less goes first, and whoever asks for much waits as if they had so often. */
const AS_IF_ASKED = 20;

type Waiting = {
  asker: Asker;
  usualMs: number;
  begin: () => void;
  refuse: (error: Error) => void;
  timer: NodeJS.Timeout;
};

type Accounts = { quick: Spending; dear: Spending };

class Lane {
  running = 0;
  private dear = 0;
  readonly waiting: Waiting[] = [];
  private readonly waitingOf = new Map<string, number>();

  constructor(
    readonly name: LaneName,
    readonly limits: LaneLimits,
    private readonly spending: Accounts,
  ) {}

  /**
   * Resolves when it is the asker's turn. Quick work goes before dear, and one connection is kept from either while the other waits.
   * @param usualMs what it takes, as the last times tell
   * @returns to be called once, when the work is done
   * @throws ProblemError busy, asked-too-much
   */
  async enter(asker: Asker, usualMs = 0): Promise<() => void> {
    const isDear = usualMs > DEAR_MS;
    if (this.running < this.limits.atOnce && (!isDear || this.hasRoomForDear)) this.begin(isDear);
    else await this.wait(asker, usualMs);
    const began = performance.now();
    return () => {
      const [payer] = asker.clients;
      if (payer !== undefined) this.accounts(isDear).add(payer, performance.now() - began);
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

  private wait(asker: Asker, usualMs: number): Promise<void> {
    const [client = ""] = asker.clients;
    if (this.name === "public" || this.name === "files") this.accounts(usualMs > DEAR_MS).check(client);
    const ofOne = this.waitingOf.get(client) ?? 0;
    if (client !== "" && ofOne >= WAITING_OF_ONE) throw busy();
    if (this.waiting.length >= WAITING_OF_ALL) this.refuseDearest({ asker, usualMs });
    this.waitingOf.set(client, ofOne + 1);
    return new Promise((begin, refuse) => {
      const timer = setTimeout(() => this.refuse(entry), this.limits.waitMs);
      const entry: Waiting = { asker, usualMs, begin, refuse, timer };
      this.waiting.push(entry);
    });
  }

  private callNext(): void {
    const next = this.limits.atOnce === 1 ? this.find(anyOf, isLess) : this.findOfEither();
    if (!next) return;
    this.take(next);
    this.begin(next.usualMs > DEAR_MS);
    next.begin();
  }

  private findOfEither(): Waiting | undefined {
    const quick = this.findCheapest(false);
    const dear = this.hasRoomForDear ? this.findCheapest(true) : undefined;
    return dear && (!quick || this.dear === 0) ? dear : quick;
  }

  private findCheapest(isDear: boolean): Waiting | undefined {
    return this.find(({ usualMs }) => usualMs > DEAR_MS === isDear, isLess);
  }

  private refuse(entry: Waiting, error: Error = busy()): void {
    this.take(entry);
    entry.refuse(error);
  }

  refuseAll(error: Error): void {
    for (const entry of [...this.waiting]) this.refuse(entry, error);
  }

  /** Room for one that has cost less: else nobody new would be heard once many wait. */
  private refuseDearest(newcomer: Pick<Waiting, "asker" | "usualMs">): void {
    const dearest = this.find(anyOf, (some, most) => some > most);
    if (!dearest || this.costOf(dearest) <= this.costOf(newcomer)) throw busy();
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
    const at = this.now();
    for (const entry of this.waiting) {
      if (!isOne(entry)) continue;
      const cost = this.costOf(entry, at);
      if (found && !isBetter(cost, best)) continue;
      found = entry;
      best = cost;
    }
    return found;
  }

  private costOf({ asker, usualMs }: Pick<Waiting, "asker" | "usualMs">, at = this.now()): number {
    const accounts = this.accounts(usualMs > DEAR_MS);
    const [first = "", ...others] = asker.clients;
    let least = accounts.of(first, at);
    for (const client of others) least = Math.min(least, accounts.of(client, at));
    return least + AS_IF_ASKED * usualMs;
  }

  /** Kept apart: whoever looks around quickly waits no longer for the one dear answer that they want. */
  private accounts(isDear: boolean): Spending {
    return isDear ? this.spending.dear : this.spending.quick;
  }

  private now = () => this.spending.quick.now();
}

const anyOf = () => true;
const isLess = (some: number, best: number) => some < best;
const busy = () => new ProblemError("busy");

/** The lanes of one pool of connections. */
export class Lanes {
  private readonly spending: Accounts;
  private readonly lanes: Record<LaneName, Lane>;
  /** connections of all lanes together */
  readonly connections: number;

  /** @param mostMs what a client may have cost of late while others ask (spending.ts) */
  constructor(limits: Partial<Record<LaneName, LaneLimits>> = {}, mostMs?: number) {
    this.spending = { quick: new Spending(undefined, mostMs), dear: new Spending(undefined, mostMs) };
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
  enter(asker: Asker, usualMs = 0): Promise<() => void> {
    return this.lanes[asker.lane].enter(asker, usualMs);
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
