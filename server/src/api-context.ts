// What a module of the API gets: nothing is hung on the framework.
import type { Readable } from "node:stream";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { AnswerCache } from "./cached-answer.ts";
import type { DataVersions } from "./data-version.ts";
import type { Db } from "./db.ts";
import type { EditKey } from "./viewer/edit-key.ts";

export type ApiApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type ApiContext = {
  /** the database as whoever asks sees it: for what is answered to them alone */
  dbOf: (request: FastifyRequest) => Db;
  /** the database as everybody sees it: for what is read once and kept for all; no handler asks it */
  publicDb: Db;
  /** @throws ProblemError database-unavailable */
  pingDatabase: () => Promise<void>;
  answers: AnswerCache;
  /** a file of any size from its beginning, made where nobody has asked for the same; `tag` says which bytes it has */
  fileFor: (request: FastifyRequest, tag: string, make: () => Promise<Readable>) => Promise<Readable>;
  /** what answers made from the data are tagged with */
  versions: DataVersions;
  /** what a writer has to show */
  editKey: EditKey;
  /** where people reach this server; null: where a request came to */
  publicUrl: string | null;
  /** ids of sources that may be handed on although their licence does not say so: the operator has the right */
  redistributeSources: readonly string[];
};
