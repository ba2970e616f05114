// Answers that many people ask for and few edits change: made once per data version, kept as ready bytes.
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { hasTag, notModified, tagOf } from "./conditional.ts";
import type { DataVersions, Topic } from "./data-version.ts";

/** gzip bytes, or null where there is nothing to send. */
type Answer = { gzipped: Buffer | null; etag: string };
type Make = () => Promise<string | Buffer>;

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);
/** gzip is named, and not with a weight of nothing. */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i;
const MAX_BYTES = 64 * 1024 * 1024;

export class AnswerCache {
  private readonly answers = new LRUCache<string, Answer, Make>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ gzipped }, key) => (gzipped?.length ?? 0) + 2 * key.length + 200,
    fetchMethod: (_key, _stale, { context: make }) => ready(make),
  });

  constructor(private readonly versions: DataVersions) {}

  /**
   * Answers from memory when the topics have not changed since, else makes the answer once for all who wait.
   * Sends an ETag, and 304 to whoever has it; Last-Modified is when the data changed.
   * @returns the reply, typed as never so that a route may still declare the JSON that these bytes hold
   */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    options: { key: string; topics: Topic[]; type: string; make: Make },
  ): Promise<never> {
    const { key: version, changedAt } = await this.versions.of(options.topics);
    const key = `${version} ${options.key}`;
    const { gzipped, etag } = await this.answers.forceFetch(key, { context: options.make });
    reply
      .header("etag", etag)
      .header("last-modified", changedAt.toUTCString())
      .header("cache-control", "no-cache")
      .header("vary", "accept-encoding");
    if (hasTag(request, etag, changedAt)) return notModified(request, reply);
    return sendGzipped(request, reply, gzipped, options.type);
  }
}

/** Sends gzip bytes as they are to whoever takes gzip, unpacked to the rest; null is 204. Typed as `send` is. */
export async function sendGzipped(
  request: FastifyRequest,
  reply: FastifyReply,
  gzipped: Buffer | null,
  type: string,
): Promise<never> {
  reply.header("vary", "accept-encoding");
  if (!gzipped) return reply.code(204).send() as never;
  reply.type(type);
  if (TAKES_GZIP.test(request.headers["accept-encoding"] ?? "")) {
    return reply.header("content-encoding", "gzip").send(gzipped) as never;
  }
  return reply.header("content-encoding", "identity").send(await gunzipAsync(gzipped)) as never;
}

async function ready(make: Make): Promise<Answer> {
  const bytes = Buffer.from(await make());
  return { gzipped: bytes.length > 0 ? await gzipAsync(bytes) : null, etag: tagOf(bytes) };
}
