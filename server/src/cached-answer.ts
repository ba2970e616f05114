// Answers that many people ask for and few edits change: made once per data version, kept as ready bytes.
import { promisify } from "node:util";
import { gunzip, gzip, gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { hasTag, notModified, tagOf } from "./conditional.ts";
import type { DataVersions, Standings, Topic } from "./data-version.ts";
import { type Asker, askerOf, joinAsker } from "./database/lanes.ts";
import type { Database, Db } from "./db.ts";
import { VERSION_HEADER } from "./modules/health/health.schema.ts";
import { type ReadyHeads, readyHeads, sendReady } from "./ready-answer.ts";
import { seenBy } from "./seen-version.ts";
import { PUBLIC, type Viewer, viewerOf } from "./viewer/viewer.ts";

type Headers = Record<string, string>;
/** What a route makes: bytes, or bytes that are gzip already (null: nothing to send), and headers made with them. */
type Made = string | Buffer | { body?: string | Buffer; gzipped?: Buffer | null; headers?: Headers };
type Question = {
  /** whose answer it is; left out, it is everybody's, whoever asks first */
  viewer?: Viewer;
  /** what it is made of: it is made anew when one of them has changed */
  topics: readonly Topic[];
  type: string;
  /** @param db as the viewer sees it whose answer it is */
  make: (db: Db) => Promise<Made>;
  /** true where the route looks at more of a request than what is asked, before it sends */
  isGuarded?: boolean;
};

type Answer = {
  /** how `topics` stood before it was made */
  standings: Standings;
  topics: readonly Topic[];
  gzipped: Buffer | null;
  type: string;
  etag: string;
  headers: Headers;
  /** all that was said with it the first time */
  heads?: ReadyHeads;
};

/** While it is made: whoever asks for something newer waits for the one after it. */
type Making = {
  standings: Standings;
  asker: Asker;
  answer: Promise<Answer>;
  next: Promise<Answer> | null;
};

const ignore = () => {};
const gzipInPool = promisify(gzip);
/** To a few kilobytes of text a small window is as good; making the large one ready takes longer than packing them. */
const FEW_BYTES = 16 * 1024;
/** What edits change is by 6 % longer than at level 6, and packed in a quarter of the time. */
const LEVEL_OF_EDITED = 4;
const LEVEL_OF_LASTING = 6;
const packed = async (bytes: Buffer, topics: readonly Topic[]) =>
  bytes.length < FEW_BYTES
    ? gzipSync(bytes, { windowBits: 14, memLevel: 5 })
    : gzipInPool(bytes, {
        level: topics.every((topic) => topic === "boundary") ? LEVEL_OF_LASTING : LEVEL_OF_EDITED,
      });
const gunzipAsync = promisify(gunzip);
/** gzip is named, and not with a weight of nothing. */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i;
export const takesGzip = ({ headers }: FastifyRequest) => TAKES_GZIP.test(headers["accept-encoding"] ?? "");
/** All baked tiles and the figures that people look at. */
const MAX_BYTES = 96 * 1024 * 1024;
/** Addresses of one question can be written in as many ways as anybody likes. */
const MAX_ADDRESS_BYTES = 16 * 1024 * 1024;

export class AnswerCache {
  private readonly answers = new LRUCache<string, Answer>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ gzipped }, key) => (gzipped?.length ?? 0) + 2 * key.length + 1_000,
  });
  /** addresses as they are written, and the key of their answer */
  private readonly keys = new LRUCache<string, string>({
    maxSize: MAX_ADDRESS_BYTES,
    sizeCalculation: (key, address) => 2 * (key.length + address.length) + 200,
  });
  private readonly inTheMaking = new Map<string, Making>();
  private readonly unpacking = new Map<Buffer, Promise<Buffer>>();
  /** since the process began; an answer from memory leaves no other trace */
  readonly counts = { from_memory: 0, made: 0 };

  constructor(
    private readonly database: Database,
    private readonly versions: DataVersions,
  ) {}

  /** Answers in front of everything else what was asked before by the same address. Before the routes of the scope. */
  answerAgain(scope: FastifyInstance): void {
    scope.addHook("onRequest", (request, reply, done) => {
      // an address says nothing of who asks: by it alone only the public is answered
      const isPublic = viewerOf(request) === PUBLIC;
      const kept = isPublic && request.method === "GET" ? this.findByAddress(request) : null;
      if (!kept?.heads || !takesGzip(request)) return done();
      this.counts.from_memory += 1;
      sendReady(reply, kept.heads, kept.gzipped, hasTag(request, kept.etag));
    });
  }

  /**
   * Answers from memory when the topics have not changed since, else makes the answer once for all who wait. For a quarter second
   * after an edit whoever has not seen it (`seenBy`) gets the former answer, with the tag and date it had, and waits for nothing.
   * What is kept is found by the route, what was asked of it, and what the viewer may see: nothing else may go into an answer.
   * Sends an ETag, and 304 to whoever has it; Last-Modified is when the data changed.
   * @returns the reply, typed as never so that a route may still declare the JSON that these bytes hold
   */
  async send(request: FastifyRequest, reply: FastifyReply, question: Question): Promise<never> {
    const seen = seenBy(request);
    const standings = await this.versions.of(question.topics, seen);
    const { viewer = PUBLIC } = question;
    const key = keyOf(request, viewer);
    let answer = this.answers.get(key);
    if (answer?.standings.key === standings.key) this.counts.from_memory += 1;
    else {
      const next = this.makeOnce(key, standings, question, request);
      if (answer && this.versions.mayBeGiven(answer.topics, answer.standings, seen)) {
        this.counts.from_memory += 1;
        next.catch(ignore);
      } else answer = await this.orFormer(next, answer, seen);
    }

    for (const name in answer.headers) reply.header(name, answer.headers[name]);
    if (request.method === "GET" && answer.gzipped && !question.isGuarded && viewer === PUBLIC) {
      answer.heads ??= readyHeads(reply, {
        "content-type": answer.type,
        "content-encoding": "gzip",
        "content-length": String(answer.gzipped.length),
      });
      this.keys.set(request.raw.url ?? "", key);
    }
    if (hasTag(request, answer.etag)) return notModified(request, reply);
    if (!answer.gzipped) return reply.code(204).send() as never;
    reply.header("content-type", answer.type);
    if (takesGzip(request)) return reply.header("content-encoding", "gzip").send(answer.gzipped) as never;
    return reply.header("content-encoding", "identity").send(await this.unpack(answer.gzipped)) as never;
  }

  /** Once for all who ask for it meanwhile. */
  private unpack(gzipped: Buffer): Promise<Buffer> {
    const begun = this.unpacking.get(gzipped);
    if (begun) return begun;
    const unpacked = gunzipAsync(gzipped).finally(() => this.unpacking.delete(gzipped));
    this.unpacking.set(gzipped, unpacked);
    return unpacked;
  }

  /** The former answer where the next cannot be made, because the database is away. */
  private async orFormer(next: Promise<Answer>, former: Answer | undefined, seen: number): Promise<Answer> {
    try {
      return await next;
    } catch (error) {
      if (!former || !(await this.versions.mayBeGivenAfter(error, former.standings, seen))) throw error;
      this.counts.from_memory += 1;
      return former;
    }
  }

  private findByAddress(request: FastifyRequest): Answer | null {
    const key = this.keys.get(request.raw.url ?? "");
    const kept = key === undefined ? undefined : this.answers.get(key);
    if (!kept) return null;
    const standings = this.versions.atOnce(kept.topics, seenBy(request));
    return standings?.key === kept.standings.key ? kept : null;
  }

  /**
   * Whoever asks the same meanwhile waits for the same; and whoever asks after another edit, for the next, that is made once
   * this one is there: edits that follow each other faster than answers are made cost one answer, not one each.
   */
  private makeOnce(
    key: string,
    standings: Standings,
    question: Question,
    request: FastifyRequest,
  ): Promise<Answer> {
    const begun = this.inTheMaking.get(key);
    if (begun) joinAsker(begun.asker, request);
    if (begun?.standings.key === standings.key) return begun.answer;
    if (begun) {
      begun.next ??= begun.answer
        .catch(ignore)
        .then(async () => this.makeOnce(key, await this.versions.of(question.topics), question, request));
      return begun.next;
    }
    const asker = askerOf(request);
    const answer = this.make(key, standings, question, asker).finally(() => this.inTheMaking.delete(key));
    this.inTheMaking.set(key, { standings, asker, answer, next: null });
    return answer;
  }

  private async make(key: string, standings: Standings, question: Question, asker: Asker): Promise<Answer> {
    const made = await question.make(this.database.as(question.viewer ?? PUBLIC, asker));
    const {
      body = "",
      gzipped: ready,
      headers = {},
    } = typeof made === "string" || Buffer.isBuffer(made) ? { body: made } : made;
    const bytes = Buffer.from(body);
    const { topics, type } = question;
    const gzipped = ready !== undefined ? ready : bytes.length > 0 ? await packed(bytes, topics) : null;
    const etag = headers.etag ?? tagOf(bytes);
    const answer: Answer = {
      standings,
      topics,
      gzipped,
      type,
      etag,
      headers: {
        "last-modified": standings.changedAt.toUTCString(),
        [VERSION_HEADER]: String(standings.edit),
        "cache-control": "no-cache",
        vary: "accept-encoding",
        ...headers,
        etag,
      },
    };
    this.answers.set(key, answer);
    this.counts.made += 1;
    return answer;
  }
}

const keyOf = ({ params, query, routeOptions }: FastifyRequest, viewer: Viewer) =>
  `${viewer.sees} ${routeOptions.url} ${JSON.stringify(params)} ${JSON.stringify(query)}`;
