// Who asks. There are no accounts yet, so that everybody is the public; what depends on it asks here all the same.
import type { FastifyRequest } from "fastify";

export type Viewer = {
  /** told to the database for the length of a transaction; its policies may ask for it */
  readonly name: string;
  /** what the answers of viewers who see the same are kept under */
  readonly sees: string;
};

export const PUBLIC: Viewer = { name: "public", sees: "public" };

/** Whom a request comes from. */
export const viewerOf = (_request: FastifyRequest): Viewer => PUBLIC;
