// Answers whose bytes and headers are there already: written as they are, past everything that Fastify would do with them.
import type { FastifyReply } from "fastify";

/** Names and values by turns, as Node writes them. */
export type ReadyHeads = { whole: string[]; notModified: string[] };

/**
 * All that is said with an answer so far, to be said again with the same one.
 * @param ofBody what is said of its bytes alone, and not with a 304
 */
export function readyHeads(reply: FastifyReply, ofBody: Record<string, string>): ReadyHeads {
  const notModified = Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
  return { notModified, whole: [...notModified, ...Object.entries(ofBody).flat()] };
}

/**
 * @param bytes of a few hundred better as text: Node writes it with the head in one piece, and bytes beside it in two
 * @param isKnown whether whoever asks has these bytes (`hasTag`)
 */
export function sendReady(
  reply: FastifyReply,
  heads: ReadyHeads,
  bytes: Buffer | string | null,
  isKnown: boolean,
): void {
  reply.hijack();
  if (isKnown) reply.raw.writeHead(304, heads.notModified).end();
  else reply.raw.writeHead(200, heads.whole).end(bytes);
}
