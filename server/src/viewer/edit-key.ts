// Who may write while there are no accounts: whoever has the key of this installation. Compared in constant time; after
// too many wrong tries an address has to wait. No key at all is no try.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { clientOf } from "../client-address.ts";
import { refuseOtherSites } from "../other-sites.ts";
import { ProblemError } from "../problems.ts";

const WRONG_TRIES = 10;
const WAIT_MS = 60_000;

export class EditKey {
  private readonly wrong = new LRUCache<string, number>({ max: 10_000, ttl: WAIT_MS });
  private readonly expected: Buffer | null;

  /** @param key null: nobody may write @param publicUrl of the configuration */
  constructor(
    key: string | null,
    private readonly publicUrl: string | null,
  ) {
    this.expected = key === null ? null : digest(key);
  }

  /** @throws ProblemError editing-is-off, too-many-tries, edit-key-wrong, origin-refused */
  check(request: FastifyRequest): void {
    if (!this.expected) throw new ProblemError("editing-is-off");
    // a page elsewhere may make a browser ask; it must not use up the tries of whoever sits before it
    refuseOtherSites(request, this.publicUrl);
    const { authorization = "" } = request.headers;
    const client = clientOf(request);
    const tries = this.wrong.get(client) ?? 0;
    if (tries >= WRONG_TRIES) throw new ProblemError("too-many-tries");
    const given = /^Bearer +(.+)$/i.exec(authorization)?.[1] ?? "";
    if (given === "") throw new ProblemError("edit-key-wrong");
    if (timingSafeEqual(digest(given), this.expected)) return;
    this.wrong.set(client, tries + 1, { noUpdateTTL: tries > 0 });
    throw new ProblemError("edit-key-wrong");
  }
}

/** Of one length, whatever was given. */
const digest = (text: string) => createHash("sha256").update(text).digest();
