// The numbers that caches and ETags are keyed by. Kept by LISTEN; asked from the database while not listening.
import type { Db } from "./db.ts";
import { sql } from "./sql.ts";

export type Topic = "boundary" | "organization" | "plan" | "coverage";

const RECONNECT_AFTER_MS = 1_000;

/** Follows `phuenthi_data` notifications ("topic version"), reconnecting by itself until closed. */
export class DataVersions {
  private known: Map<string, number> | null = null;
  private client: ReturnType<Db["listener"]> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly db: Db) {}

  async listen(): Promise<void> {
    const client = this.db.listener();
    this.client = client;
    const lost = () => this.lose(client);
    client.on("error", lost);
    client.on("end", lost);
    // from LISTEN on, versions only grow: whichever of notification and rows is newer holds
    const heard = new Map<string, number>();
    client.on("notification", ({ payload = "" }) => {
      const [topic = "", version = ""] = payload.split(" ");
      raise(heard, topic, Number(version));
      if (this.client === client && this.known) raise(this.known, topic, Number(version));
    });
    try {
      await client.connect();
      await client.query("listen phuenthi_data");
      const read = await this.read();
      for (const [topic, version] of heard) raise(read, topic, version);
      if (this.client === client) this.known = read;
    } catch {
      this.lose(client);
    }
  }

  /** "3.17" for versions 3 and 17 of the topics: different as soon as any of them has changed. */
  async key(...topics: Topic[]): Promise<string> {
    const versions = this.known ?? (await this.read());
    return topics.map((topic) => versions.get(topic)).join(".");
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => {});
  }

  private async read(): Promise<Map<string, number>> {
    const rows = await this.db.many<{ topic: string; version: number }>(
      sql`select topic, version from data_version`,
    );
    return new Map(rows.map((row) => [row.topic, row.version]));
  }

  private lose(client: ReturnType<Db["listener"]>): void {
    if (this.client !== client || this.closed) return;
    this.known = null;
    this.client = null;
    client.end().catch(() => {});
    this.retry = setTimeout(() => void this.listen(), RECONNECT_AFTER_MS);
    this.retry.unref();
  }
}

function raise(versions: Map<string, number>, topic: string, version: number): void {
  versions.set(topic, Math.max(version, versions.get(topic) ?? 0));
}
