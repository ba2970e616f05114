// The numbers that caches and ETags are keyed by (db/functions/versions.sql). Kept by LISTEN; asked from the database while not
// listening.
import { LRUCache } from "lru-cache";
import type { Database, Verbs } from "./db.ts";
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

const RECONNECT_AFTER_MS = 1_000;
/** Indicators, each in every province, and more. */
const MAX_TOGETHER = 5_000;
/** So long whoever has seen nothing newer may be given the former answer, while the next is made. */
const FORMER_MS = 250;

/** Edits that no process is behind by. */
const FAR_AHEAD = 100_000;

/** The number of an edit, and when this process heard of it. */
type Move = { version: number; heardAt: number };
type Client = ReturnType<Database["listener"]>;
type Standing = {
  changedAt: number;
  /** newest last: those of the last quarter second, and the one before */
  moves: readonly Move[];
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
  /** the last edit that was heard of */
  private lastEdit = 0;
  private lastErasure = 0;
  /** what was put together of `known`, by the topics */
  private readonly together = new LRUCache<string, Standings>({ max: MAX_TOGETHER });
  /** what was heard while `known` is being read */
  private heard: string[] | null = null;
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly database: Database) {}

  async listen(): Promise<void> {
    const client = this.database.listener();
    this.client = client;
    const lost = () => this.lose(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload = "" }) => this.hear(client, payload));
    try {
      await client.connect();
      await client.query("listen phuenthi_data");
      await this.readAll(client);
    } catch {
      this.lose(client);
    }
  }

  /**
   * At once while listening: most answers come from memory, and nothing is waited for then.
   * @param seen the number of an edit that has to be in it, whether this process has heard of it or not
   */
  of(topics: readonly Topic[], seen = 0): Standings | Promise<Standings> {
    return this.atOnce(topics, seen) ?? this.read(topics).then((read) => putTogether(read, topics));
  }

  /** The same, or null where it would have to be asked. */
  atOnce(topics: readonly Topic[], seen = 0): Standings | null {
    const { known } = this;
    // a number far ahead is of another database, or made up: it is not worth a question each time
    if (!known || (seen > this.lastEdit && seen < this.lastEdit + FAR_AHEAD)) return null;
    const asked = topics.join();
    const kept = this.together.get(asked);
    if (kept) return kept;
    const standings = putTogether(known, topics);
    this.together.set(asked, standings);
    return standings;
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
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => {});
  }

  /** "number ms-since-1970", "erasure" where it was one, and a line for each topic that moved; * for more than can be named. */
  private hear(client: Client, note: string): void {
    if (this.client !== client) return;
    const [head = "", ...topics] = note.split("\n");
    const [edit, changedAt, erasure] = head.split(" ");
    const version = Number(edit);
    this.lastEdit = Math.max(this.lastEdit, version);
    if (erasure) this.lastErasure = version;
    if (topics.includes("*")) {
      this.readAll(client).catch(() => this.lose(client));
      return;
    }
    if (!this.known) {
      this.heard?.push(note);
      return;
    }
    const move = { version, heardAt: performance.now() };
    for (const topic of topics) raise(this.known, topic, move, Number(changedAt));
    this.together.clear();
  }

  private async readAll(client: Client): Promise<void> {
    this.known = null;
    this.together.clear();
    // from LISTEN on, versions only grow: whichever of note and rows is newer holds
    const heard: string[] = [];
    this.heard = heard;
    const read = await this.read(null);
    if (this.heard !== heard || this.client !== client) return;
    this.heard = null;
    this.known = read;
    this.lastEdit = Math.max(this.lastEdit, read.get("edit")?.moves[0]?.version ?? 0);
    for (const note of heard) this.hear(client, note);
  }

  /** @param topics all that there are when null */
  private async read(topics: readonly Topic[] | null): Promise<Map<string, Standing>> {
    const rows = await this.database
      .as(PUBLIC)
      .many<{ topic: string; version: number; changedAt: number }>(sql`
      select topic, version, floor(extract(epoch from changed_at) * 1000) as "changedAt" from data_version
      where ${topics}::text[] is null or topic = any (${topics}::text[])`);
    return new Map(
      rows.map(({ topic, version, changedAt }) => [
        topic,
        { changedAt, moves: [{ version, heardAt: Number.NEGATIVE_INFINITY }] },
      ]),
    );
  }

  private lose(client: Client): void {
    if (this.client !== client || this.closed) return;
    this.known = null;
    this.together.clear();
    this.client = null;
    client.end().catch(() => {});
    this.retry = setTimeout(() => void this.listen(), RECONNECT_AFTER_MS);
    this.retry.unref();
  }
}

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
