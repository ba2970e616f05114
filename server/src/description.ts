// The description of the API (openapi.ts) as it is sent: a megabyte, made once for each address that it is asked at. Made with every
// request, five a second would keep everybody else waiting.
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { takesGzip } from "./cached-answer.ts";
import { hasTag, notModified, tagOf } from "./conditional.ts";
import { ASKED_AT } from "./openapi.ts";
import { publicBase } from "./public-address.ts";

export type Format = "json" | "yaml";
type Ready = { bytes: Buffer; gzipped: Buffer; etag: string };

const TYPES: Record<Format, string> = {
  json: "application/json; charset=utf-8",
  yaml: "application/yaml; charset=utf-8",
};
const gzipInPool = promisify(gzip);

export class Description {
  private readonly written: Partial<Record<Format, string>> = {};
  /** a server has few addresses, and whoever asks may write what they like for one */
  private readonly ready = new LRUCache<string, Promise<Ready>>({ max: 8 });

  constructor(
    private readonly app: FastifyInstance,
    private readonly publicUrl: string | null,
  ) {}

  /** @returns typed as never so that a hook may end with it as well as a route */
  async send(format: Format, request: FastifyRequest, reply: FastifyReply): Promise<never> {
    const { bytes, gzipped, etag } = await this.at(format, publicBase(request, this.publicUrl));
    reply.type(TYPES[format]).headers({ etag, "cache-control": "no-cache", vary: "accept-encoding" });
    if (hasTag(request, etag)) return notModified(request, reply);
    const isPacked = takesGzip(request);
    reply.header("content-encoding", isPacked ? "gzip" : "identity");
    return reply.serializer((body: unknown) => body as string).send(isPacked ? gzipped : bytes) as never;
  }

  private at(format: Format, base: string): Promise<Ready> {
    const key = `${format} ${base}`;
    const made = this.ready.get(key) ?? this.make(format, base);
    this.ready.set(key, made);
    return made;
  }

  private async make(format: Format, base: string): Promise<Ready> {
    this.written[format] ??=
      format === "yaml" ? this.app.swagger({ yaml: true }) : JSON.stringify(this.app.swagger());
    const bytes = Buffer.from(this.written[format].replace(ASKED_AT, () => base));
    return { bytes, gzipped: await gzipInPool(bytes), etag: tagOf(bytes) };
  }
}
