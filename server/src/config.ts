// The only file that reads the environment.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** Letters, digits and what needs no encoding, so that it can stand in an address and in the page as it is. */
const PLAIN_PATH = /^\/?(?!api(\/|$))([A-Za-z0-9._~-]+\/?)*$/;

const publicUrl = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, pathname, search, hash, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && PLAIN_PATH.test(pathname) && !(search + hash + username + password);
  },
  {
    error:
      "an address such as https://map.example.org or https://example.org/phuenthi, with a plain path that does not begin with /api",
  },
);

/** Tries are slowed down and counted, but the right key is never refused: what keeps it from being guessed is what it is made of. */
const secret = z.string().refine((key) => key.length >= 24 && new Set(key).size >= 8, {
  error: "at least 24 characters, and not a few again and again: openssl rand -hex 24",
});

const environment = z.object({
  DATABASE_URL: z.string({ error: "DATABASE_URL is not set: npm start sets it, or see .env.example" }).min(1),
  API_DATABASE_URL: z.string().min(1).optional(),
  // docker compose hands over nothing as ""
  LISTEN_DATABASE_URL: z.string().optional(),
  READ_DATABASE_URL: z.string().optional(),
  NAMED_STATEMENTS: z
    .enum(["on", "off"], { error: "on, or off behind a pooler in transaction mode" })
    .default("on"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  WEB_DIST: z.string().optional(),
  EDIT_KEY: z.literal("").or(secret).optional(),
  METRICS_TOKEN: z.literal("").or(secret).optional(),
  PUBLIC_URL: z.literal("").or(publicUrl).optional(),
  REDISTRIBUTE_SOURCES: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((id) => id.trim() || []))
    .pipe(z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "ids of sources, comma-separated"))),
  TRUST_PROXY: z.coerce
    .number({ error: "how many reverse proxies stand before the server: 0, 1, 2 …" })
    .int()
    .min(0)
    .max(9)
    .default(0),
});

export type Config = {
  /** connection string whose session is the role phuenthi_api */
  databaseUrl: string;
  /** the same past any pooler, for LISTEN */
  listenUrl: string;
  /** of a streaming replica, for what everybody may read */
  readUrl: string | null;
  /** false behind a pooler in transaction mode, where a connection knows nothing of what the last one prepared */
  namesStatements: boolean;
  host: string;
  port: number;
  logLevel: string;
  /** folder of the built page; null serves the API alone */
  webDist: string | null;
  /** reverse proxies before the server, each of which adds to X-Forwarded-For */
  trustProxy: number;
  /** where people reach this server, without a slash at the end; null: where each request says it came to */
  publicUrl: string | null;
  /** what a planner shows to set targets; null: nobody may */
  editKey: string | null;
  /** what Prometheus shows to read `/api/metrics`; null: there is none */
  metricsToken: string | null;
  /** ids of sources that the operator has the right to hand on */
  redistributeSources: string[];
};

/** @throws Error naming every variable that is wrong, and why */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }
  const { data } = parsed;
  const databaseUrl = data.API_DATABASE_URL ?? steppedDown(data.DATABASE_URL);
  return {
    databaseUrl,
    listenUrl: data.LISTEN_DATABASE_URL || databaseUrl,
    readUrl: data.READ_DATABASE_URL || null,
    namesStatements: data.NAMED_STATEMENTS === "on",
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    webDist: data.WEB_DIST ?? findWebDist(),
    trustProxy: data.TRUST_PROXY,
    publicUrl: data.PUBLIC_URL ? withoutSlash(new URL(data.PUBLIC_URL)) : null,
    editKey: data.EDIT_KEY || null,
    metricsToken: data.METRICS_TOKEN || null,
    redistributeSources: data.REDISTRIBUTE_SOURCES,
  };
}

/**
 * With the owner's login only, a session steps down to phuenthi_api before its first statement. The settings of a role are for who
 * logs in as it, so these repeat them (db/migrations/0037-serving-settings.sql).
 */
function steppedDown(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const given = url.searchParams.get("options");
  const settings = ["role=phuenthi_api", "statement_timeout=10s", "jit=off"];
  const options = [...(given ? [given] : []), ...settings.map((setting) => `-c ${setting}`)];
  url.searchParams.set("options", options.join(" "));
  return url.toString();
}

const withoutSlash = ({ origin, pathname }: URL) => origin + pathname.replace(/\/+$/, "");

/** web/dist, seen from the sources (server/src) as well as from the built file (server/dist). */
function findWebDist(): string | null {
  const folder = join(dirname(import.meta.dirname), "..", "web", "dist");
  return existsSync(join(folder, "index.html")) ? folder : null;
}
