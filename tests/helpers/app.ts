// The API on the test database, asked without a socket; each answer is held to what the API says of itself. Answers come
// parsed; a 5xx stands out by its status.
import { buildApp } from "@phuenthi/server/app";
import { createDatabase } from "@phuenthi/server/db";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { checkAnswers } from "./answers.ts";
import { apiUrl, makeOwnDatabase, query } from "./database.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are parsed JSON of many shapes; tests assert on what they hold
type Json = any;

export type TestApi = {
  app: FastifyInstance;
  /** the raw answer */
  fetch: (path: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  /** the JSON of a 200 answer; anything else fails the test with what was answered */
  get: (path: string) => Promise<Json>;
  /** status and body of an answer that should be a problem */
  problem: (path: string) => Promise<{ status: number; body: Json }>;
  close: () => Promise<void>;
};

type AppConfig = Parameters<typeof buildApp>[0]["config"];
type DatabaseOptions = Parameters<typeof createDatabase>[1];
type Door = NonNullable<Parameters<typeof buildApp>[0]["door"]>;

/** @param databaseUrl connection string of the serving role; this worker's test database by default */
export async function startApi(
  databaseUrl = apiUrl(),
  editKey: string | null = null,
  more: Partial<AppConfig> = {},
  database: DatabaseOptions = {},
  door: Door = {},
): Promise<TestApi> {
  const db = createDatabase(databaseUrl, database);
  const app = await buildApp({
    db,
    door,
    config: {
      logLevel: "silent",
      webDist: null,
      trustProxy: 0,
      publicUrl: null,
      editKey,
      metricsToken: null,
      redistributeSources: ["local-governments"],
      ...more,
    },
  });
  checkAnswers(app);
  const fetch: TestApi["fetch"] = (path, headers = {}) =>
    app.inject({ method: "GET", url: `/api${path}`, headers });
  return {
    app,
    fetch,
    async get(path) {
      const answer = await fetch(path);
      if (answer.statusCode !== 200)
        throw new Error(`GET ${path} answered ${answer.statusCode}: ${answer.body}`);
      return answer.json();
    },
    async problem(path) {
      const answer = await fetch(path);
      if (!String(answer.headers["content-type"]).startsWith("application/problem+json")) {
        throw new Error(
          `GET ${path} answered no problem but ${answer.statusCode}: ${answer.body.slice(0, 300)}`,
        );
      }
      return { status: answer.statusCode, body: answer.json() };
    },
    async close() {
      // fetch opens a connection anew after a body is given up; without a request on it the server would wait a minute
      app.server.closeAllConnections();
      await app.close();
      await db.close();
    },
  };
}

export type OwnApi = TestApi & { ownerUrl: string };

/**
 * The API on a database of its own, which goes with it: for tests that write.
 * @param options.prepare SQL that the owner runs first
 */
export async function startOwnApi({
  editKey = null,
  prepare = "",
}: {
  editKey?: string | null;
  prepare?: string;
} = {}): Promise<OwnApi> {
  const own = await makeOwnDatabase();
  try {
    if (prepare) await query(own.ownerUrl, prepare);
    const api = await startApi(own.apiUrl, editKey);
    const close = async () => {
      await api.close();
      await own.drop();
    };
    return { ...api, ownerUrl: own.ownerUrl, close };
  } catch (error) {
    await own.drop();
    throw error;
  }
}
