// The numbers that caches and ETags are keyed by (db/functions/versions.sql). Kept by LISTEN; asked from the database while not
// listening. Anybody who serves may send a note, so a note says only that there is something to read.
import { LRUCache } from "lru-cache";
import type { Database, Verbs } from "./db.ts";
import { ProblemError } from "./problems.ts";
import { sql } from "./sql.ts";
import { PUBLIC } from "./viewer/viewer.ts";

/**
 * boundary: areas and reference data; coverage: figures and targets, "coverage <indicator>" those of one; records: any record;
 * the id of a kind: its records and what makes them what they are. `topicsOf` says those of a place.
 */
export type Topic = "boundary" | "coverage" | "records" | (string & {});

/** What of these topics an answer about some places is made of; left out, and where a place is in no one province, all of it. */
export function topicsOf(topics: readonly Topic[], within?: readonly string[] | null): Topic[] {
  if (!within || within.some((code) => !/^[0-9]/.test(code))) return [...topics];
  const places = new Set(["TH", ...within.map((code) => code.slice(0, 2))]);
  return topics.flatMap((topic) => [...places].map((place) => `${topic}@${place}`));
}

const RECONNECT_AFTER_MS = 200;
/** A connection that says nothing may be one that nothing comes through any more. */
const ASK_EVERY_MS = 5_000;
/** Indicators, each in every province, and more. */
const MAX_TOGETHER = 5_000;
/** So long whoever has seen nothing newer may be given the former answer, while the next is made: a quarter second less the way of a note. */
const FORMER_MS = 200;

const NEWS_MS = 1_000;

/** Edits that no process is behind by. */
const FAR_AHEAD = 100_000;

/** The number of an edit, and when this process heard of it. */
type Move = { version: number; heardAt: number };
type Client = ReturnType<Database["listener"]>;
type Moved = { topic: string; version: number; changedAt: number };
type Standing = {
  changedAt: number;
  /** newest last: those of the last quarter second, and the one before */
  moves: readonly Move[];
};

/** Whatever a later edit moved: all that has happened, in one statement, and no number that has not. */
const MOVED = {
  name: "moved",
  text: `select topic, version, floor(extract(epoch from changed_at) * 1000) as "changedAt" from data_version where version > $1`,
};

/** How several topics stand. */
export type Standings = {
  /** "3.17" for versions 3 and 17 of the topics: different as soon as any of them has changed */
  key: string;
  versions: readonly number[];
  /** the number of the last edit that changed any of them */
  edit: number;
  /** when it did */
  changedAt: Date;
};

/** The number of the last edit, as a transaction sees it: its own, where it has made one. */
export async function lastEditIn(tx: Verbs): Promise<number> {
  const { edit } = await tx.one<{ edit: number }>(
    sql`select version as edit from data_version where topic = 'edit'`,
  );
  return edit;
}

/** Follows the notifications of `phuenthi_data`, reconnecting by itself until closed. */
export class DataVersions {
  private known: Map<string, Standing> | null = null;
  /** what was known when the connection was lost */
  private former: Map<string, Standing> | null = null;
  /** the last edit that was heard of */
  private lastEdit = 0;
  private lastErasure = 0;
  /** a later one that somebody has seen, and until when that is believed: it is heard of long before, or was made up */
  private news = { edit: 0, until: 0 };
  /** what was put together of `known`, by the topics */
  private readonly together = new LRUCache<string, Standings>({ max: MAX_TOGETHER });
  private client: Client | null = null;
  /** whose rows are being read, and whether a note came meanwhile */
  private reading: Client | null = null;
  private isBehind = false;
  private retry: NodeJS.Timeout | null = null;
  private readonly heartbeat = setInterval(() => {
    const { client } = this;
    if (client && this.known) this.follow(client).catch(() => this.lose(client));
  }, ASK_EVERY_MS).unref();
  private closed = false;

  constructor(private readonly database: Database) {}

  async listen(): Promise<void> {
    const client = this.database.listener();
    this.client = client;
    const lost = () => this.lose(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", () => this.follow(client).catch(lost));
    try {
      await client.connect();
      await client.query("listen phuenthi_data");
      await this.follow(client);
    } catch {
      this.lose(client);
    }
  }

  /**
   * At once while listening: most answers come from memory, and nothing is waited for then. While the database is away, as they
   * stood when it was last heard of: what is in memory goes on being answered, with the date it has.
   * @param seen the number of an edit that has to be in it, whether this process has heard of it or not
   */
  of(topics: readonly Topic[], seen = 0): Standings | Promise<Standings> {
    this.heed(seen);
    return this.atOnce(topics, seen) ?? this.whileAway(topics, seen) ?? this.ask(topics, seen);
  }

  /** Somebody has seen this edit: what is read from now on has it. */
  heed(seen: number): void {
    if (!this.isNews(seen)) return;
    const now = performance.now();
    const edit = now < this.news.until ? Math.max(this.news.edit, seen) : seen;
    this.news = { edit, until: now + NEWS_MS };
  }

  /** The edit that an answer has to have, wherever it is read; null where nobody here knows it. */
  get wanted(): number | null {
    if (!this.known && !this.database.presence.isAway) return null;
    return performance.now() < this.news.until ? Math.max(this.lastEdit, this.news.edit) : this.lastEdit;
  }

  private whileAway(topics: readonly Topic[], seen: number): Standings | null {
    if (!this.former || !this.database.presence.isAway || this.isNews(seen)) return null;
    return putTogether(this.former, topics);
  }

  private async ask(topics: readonly Topic[], seen: number): Promise<Standings> {
    try {
      return putTogether(await this.read(topics), topics);
    } catch (error) {
      if (!isAway(error)) throw error;
      await this.database.presence.suspect();
      const former = this.whileAway(topics, seen);
      if (former) return former;
      throw error;
    }
  }

  /** A number far ahead is of another database, or made up: it is not worth a question each time. */
  private isNews(seen: number): boolean {
    return seen > this.lastEdit && seen < this.lastEdit + FAR_AHEAD;
  }

  /** The same, or null where it would have to be asked. */
  atOnce(topics: readonly Topic[], seen = 0): Standings | null {
    const { known } = this;
    if (!known || this.isNews(seen)) return null;
    const asked = topics.join();
    const kept = this.together.get(asked);
    if (kept) return kept;
    const standings = putTogether(known, topics);
    this.together.set(asked, standings);
    return standings;
  }

  /**
   * Whether what was made when the topics stood so may go on being given where the next cannot be made: the database is away, and
   * whoever asks has seen no later edit.
   */
  async mayBeGivenAfter(error: unknown, { edit }: Standings, seen: number): Promise<boolean> {
    if (!isAway(error) || seen > edit || edit < this.lastErasure) return false;
    await this.database.presence.suspect();
    return this.database.presence.isAway;
  }

  /**
   * Whether what was made when the topics stood so may be given once more: nothing has changed it but edits of the last quarter
   * second, which whoever asks has seen nothing of; and never after an erasure.
   */
  mayBeGiven(topics: readonly Topic[], { versions, edit }: Standings, seen: number): boolean {
    const { known } = this;
    // of an edit that this process has not heard of nobody here knows what it changed
    if (!known || seen > this.lastEdit || edit < this.lastErasure) return false;
    const since = performance.now() - FORMER_MS;
    return topics.every((topic, at) =>
      known
        .get(topic)
        ?.moves.every(
          ({ version, heardAt }) => version <= (versions[at] ?? 0) || (version > seen && heardAt > since),
        ),
    );
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
    clearInterval(this.heartbeat);
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => {});
  }

  /** Reads what moved, on the connection that listens: it waits for nobody. However many notes came meanwhile, once more. */
  private async follow(client: Client): Promise<void> {
    this.isBehind = true;
    if (this.reading === client) return;
    this.reading = client;
    try {
      while (this.isBehind && this.client === client) {
        this.isBehind = false;
        const { rows } = await client.query<Moved>({ ...MOVED, values: [this.known ? this.lastEdit : 0] });
        if (this.client === client) this.take(rows);
      }
    } finally {
      if (this.reading === client) this.reading = null;
    }
  }

  /** Rows of one moment: the highest number among them is the last edit of all. */
  private take(rows: readonly Moved[]): void {
    const heardAt = this.known ? performance.now() : Number.NEGATIVE_INFINITY;
    if (!this.known) this.lastEdit = 0;
    const known = this.known ?? new Map<string, Standing>();
    for (const { topic, version, changedAt } of rows) {
      raise(known, topic, { version, heardAt }, changedAt);
      this.lastEdit = Math.max(this.lastEdit, version);
      if (topic === "erasure") this.lastErasure = version;
    }
    this.known = known;
    this.former = null;
    this.together.clear();
  }

  private async read(topics: readonly Topic[]): Promise<Map<string, Standing>> {
    const rows = await this.database.as(PUBLIC).many<Moved>(sql`
      select topic, version, floor(extract(epoch from changed_at) * 1000) as "changedAt" from data_version
      where topic = any (${topics}::text[])`);
    return new Map(
      rows.map(({ topic, version, changedAt }) => [
        topic,
        { changedAt, moves: [{ version, heardAt: Number.NEGATIVE_INFINITY }] },
      ]),
    );
  }

  private lose(client: Client): void {
    if (this.client !== client || this.closed) return;
    this.former = this.known ?? this.former;
    this.known = null;
    this.together.clear();
    this.client = null;
    client.end().catch(() => {});
    this.database.presence.suspect();
    this.retry = setTimeout(() => void this.listen(), RECONNECT_AFTER_MS);
    this.retry.unref();
  }
}

const isAway = (error: unknown) => error instanceof ProblemError && error.code === "database-unavailable";

function raise(standings: Map<string, Standing>, topic: string, move: Move, changedAt: number): void {
  const former = standings.get(topic)?.moves ?? [];
  if (move.version <= (former.at(-1)?.version ?? 0)) return;
  const since = move.heardAt - FORMER_MS;
  const moves = former.filter((_, at) => (former[at + 1]?.heardAt ?? Number.POSITIVE_INFINITY) > since);
  standings.set(topic, { changedAt, moves: [...moves, move] });
}

function putTogether(known: Map<string, Standing>, topics: readonly Topic[]): Standings {
  const standings = topics.map((topic) => known.get(topic));
  const versions = standings.map((standing) => standing?.moves.at(-1)?.version ?? 0);
  return {
    key: versions.join("."),
    versions,
    edit: Math.max(...versions),
    changedAt: new Date(Math.max(...standings.map((standing) => standing?.changedAt ?? 0))),
  };
}
