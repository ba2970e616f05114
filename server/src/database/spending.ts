// What each client has cost of late, in milliseconds that the database worked for it. It halves every ten seconds, so that whoever
// asks for the same all the time stands at about fourteen times what they cost in a second.
import { LRUCache } from "lru-cache";
import { ProblemError } from "../problems.ts";

const HALVES_IN_MS = 10_000;
/**
 * While others ask too, nobody is given more: two thirds of a connection all the time, or ten seconds of one at once. Cost is what is
 * counted, not questions: a carrier's network shares one address, and the questions of many who look at a map cost little.
 */
const MOST_MS = 10_000;
/** Others ask too: somebody else has within this time. */
const OTHERS_WITHIN_MS = 10_000;
const MOST_CLIENTS = 50_000;

type Spent = { ms: number; at: number };

export class Spending {
  private readonly spent = new LRUCache<string, Spent>({ max: MOST_CLIENTS });
  private last = "";
  private changedAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly now: () => number = () => performance.now(),
    private readonly mostMs = MOST_MS,
  ) {}

  /** @param at the same moment for all that are compared */
  of(client: string, at = this.now()): number {
    const found = this.spent.get(client);
    return found ? found.ms * 2 ** ((found.at - at) / HALVES_IN_MS) : 0;
  }

  add(client: string, ms: number): void {
    const at = this.now();
    this.spent.set(client, { ms: this.of(client, at) + ms, at });
    if (client === this.last) return;
    // the first who ever asked has nobody beside them
    if (this.last !== "") this.changedAt = at;
    this.last = client;
  }

  /**
   * Before somebody has to wait. Who is alone may ask for whatever the machine can give.
   * @throws ProblemError asked-too-much, with the seconds until they may ask again
   */
  check(client: string): void {
    const spent = this.of(client);
    if (spent <= this.mostMs || this.now() - this.changedAt > OTHERS_WITHIN_MS) return;
    const retryAfter = Math.max(1, Math.ceil((Math.log2(spent / this.mostMs) * HALVES_IN_MS) / 1_000));
    throw new ProblemError("asked-too-much", { retryAfter });
  }
}
