// Who may write while there are no accounts: whoever has the key of this installation. Compared in constant time and before
// anything is counted, so that the right one is never refused; who tries wrong ones has to wait. No key at all is no try.
import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { clientOf } from "../client-address.ts";
import { refuseOtherSites } from "../other-sites.ts";
import { ProblemError } from "../problems.ts";
import { bearerOf, Secret } from "./secret.ts";

const WAIT_MS = 60_000;
/** Of one client; people mistype. */
const WRONG_TRIES = 10;
/** Of all together: whoever has many addresses is many clients. */
const WRONG_TRIES_OF_ALL = 200;
const ALL = "all";

export class EditKey {
  private readonly wrong = new LRUCache<string, number>({ max: 10_000, ttl: WAIT_MS });
  private readonly expected: Secret | null;

  /** @param key null: nobody may write @param publicUrl of the configuration */
  constructor(
    key: string | null,
    private readonly publicUrl: string | null,
  ) {
    this.expected = key === null ? null : new Secret(key);
  }

  /** @throws ProblemError editing-is-off, too-many-tries, edit-key-wrong, origin-refused */
  check(request: FastifyRequest): void {
    if (!this.expected) throw new ProblemError("editing-is-off");
    // a page elsewhere may make a browser ask; it must not use up the tries of whoever sits before it
    refuseOtherSites(request, this.publicUrl);
    const given = bearerOf(request);
    if (given === "") throw new ProblemError("edit-key-wrong");
    if (this.expected.is(given)) return;
    const ofAll = this.count(ALL);
    const ofClient = this.count(clientOf(request));
    throw new ProblemError(
      ofAll > WRONG_TRIES_OF_ALL || ofClient > WRONG_TRIES ? "too-many-tries" : "edit-key-wrong",
    );
  }

  /** How many there are in the minute that begins with the first one. */
  private count(who: string): number {
    const tries = (this.wrong.get(who) ?? 0) + 1;
    this.wrong.set(who, tries, { noUpdateTTL: tries > 1 });
    return tries;
  }
}
