// What somebody shows as a bearer token, beside what it has to be.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";

/** "" where nothing is shown. */
export const bearerOf = ({ headers }: FastifyRequest): string =>
  /^Bearer +(.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";

/** Compared in constant time, of whatever length is given. */
export class Secret {
  private readonly expected: Buffer;

  constructor(text: string) {
    this.expected = digest(text);
  }

  is(given: string): boolean {
    return timingSafeEqual(digest(given), this.expected);
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest();
