// The header `data-version`: which edits whoever asks has seen, and which are in an answer.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { DataVersions, Standings, Topic } from "./data-version.ts";
import { VERSION_HEADER } from "./modules/health/health.schema.ts";

/** The number of the last edit that whoever asks has made or seen: what they get is nothing older. */
export function seenBy({ headers }: FastifyRequest): number {
  const seen = Number(headers[VERSION_HEADER]);
  return Number.isSafeInteger(seen) ? seen : 0;
}

/**
 * Of an answer that is made for one alone. Before the database is asked: what is read after this has every edit up to the number.
 * @returns how the topics stood
 */
export async function sayVersion(
  versions: DataVersions,
  request: FastifyRequest,
  reply: FastifyReply,
  topics: readonly Topic[],
): Promise<Standings> {
  const standings = await versions.of(topics, seenBy(request));
  reply.header(VERSION_HEADER, String(standings.edit));
  return standings;
}
