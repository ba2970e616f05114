// The numbers that caches and ETags are keyed by. Kept by LISTEN; asked from the database while not listening.
import type { Database } from "./db.ts";
import { sql } from "./sql.ts";
import { PUBLIC } from "./viewer/viewer.ts";

/**
 * boundary: areas and reference data; coverage: figures and targets; records: any record; the id of a kind: its records and
 * what makes them what they are.
 */
export type Topic = "boundary" | "coverage" | "records" | (string & {});

const RECONNECT_AFTER_MS = 1_000;

type Standing = { version: number; changedAt: number };

/** How several topics stand. */
export type Standings = {
  /** "3.17" for versions 3 and 17 of the topics: different as soon as any of them has changed */
  key: string;
  /** when the last of them did */
  changedAt: Date;
};

/** Follows `phuenthi_data` notifications ("topic version ms-since-1970"), reconnecting by itself until closed. */
export class DataVersions {
  private known: Map<string, Standing> | null = null;
  /** what was put together of `known`, by the topics */
  private readonly together = new Map<string, Standings>();
  private client: ReturnType<Database["listener"]> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly db: Database) {}

  async listen(): Promise<void> {
    const client = this.db.listener();
    this.client = client;
    const lost = () => this.lose(client);
    client.on("error", lost);
    client.on("end", lost);
    // from LISTEN on, versions only grow: whichever of notification and rows is newer holds
    const heard = new Map<string, Standing>();
    client.on("notification", ({ payload = "" }) => {
      const [topic = "", version, changedAt] = payload.split(" ");
      const standing = { version: Number(version), changedAt: Number(changedAt) };
      raise(heard, topic, standing);
      if (this.client !== client || !this.known) return;
      raise(this.known, topic, standing);
      this.together.clear();
    });
    try {
      await client.connect();
      await client.query("listen phuenthi_data");
      const read = await this.read();
      for (const [topic, standing] of heard) raise(read, topic, standing);
      if (this.client === client) this.known = read;
    } catch {
      this.lose(client);
    }
  }

  /** At once while listening: most answers come from memory, and nothing is waited for then. */
  of(topics: readonly Topic[]): Standings | Promise<Standings> {
    const { known } = this;
    if (!known) return this.read().then((read) => putTogether(read, topics));
    const asked = topics.join();
    const kept = this.together.get(asked);
    if (kept) return kept;
    const standings = putTogether(known, topics);
    this.together.set(asked, standings);
    return standings;
  }

  /** A value that is read again only when one of the topics has changed; at once where it is there. */
  kept<Value extends object | boolean>(
    topics: readonly Topic[],
    read: () => Promise<Value>,
  ): () => Value | Promise<Value> {
    let kept: { of: string; value: Value | Promise<Value> } | null = null;
    const get = ({ key: of }: Standings): Value | Promise<Value> => {
      if (kept?.of === of) return kept.value;
      const reading: NonNullable<typeof kept> = { of, value: read() };
      kept = reading;
      Promise.resolve(reading.value).then(
        (value) => {
          reading.value = value;
        },
        // what failed is asked again
        () => {
          if (kept === reading) kept = null;
        },
      );
      return reading.value;
    };
    return () => {
      const standings = this.of(topics);
      return standings instanceof Promise ? standings.then(get) : get(standings);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => {});
  }

  private async read(): Promise<Map<string, Standing>> {
    const rows = await this.db.as(PUBLIC).many<Standing & { topic: string }>(sql`
      select topic, version, floor(extract(epoch from changed_at) * 1000) as "changedAt" from data_version`);
    return new Map(rows.map(({ topic, ...standing }) => [topic, standing]));
  }

  private lose(client: ReturnType<Database["listener"]>): void {
    if (this.client !== client || this.closed) return;
    this.known = null;
    this.together.clear();
    this.client = null;
    client.end().catch(() => {});
    this.retry = setTimeout(() => void this.listen(), RECONNECT_AFTER_MS);
    this.retry.unref();
  }
}

function raise(standings: Map<string, Standing>, topic: string, standing: Standing): void {
  if (standing.version >= (standings.get(topic)?.version ?? 0)) standings.set(topic, standing);
}

function putTogether(known: Map<string, Standing>, topics: readonly Topic[]): Standings {
  const asked = topics.map((topic) => known.get(topic));
  return {
    key: asked.map((standing) => standing?.version).join("."),
    changedAt: new Date(Math.max(...asked.map((standing) => standing?.changedAt ?? 0))),
  };
}
