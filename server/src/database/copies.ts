// Files that are being read from the database: each a COPY on a connection of its own, until its reader has all of it, goes away, or
// takes too long.
import type { Readable } from "node:stream";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ProblemError } from "../problems.ts";
import type { Sql } from "../sql.ts";
import type { Viewer } from "../viewer/viewer.ts";
import type { Statements } from "./statements.ts";

/** Any other statement is ended after what the role is set to (db/migrations/0037-serving-settings.sql). */
const EXPORT_TIMEOUT_MS = 300_000;

const ignore = () => {};

export class Copies {
  private readonly underway = new Set<Readable>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly statements: Statements,
  ) {}

  /**
   * @param setting [name, value] of a transaction-local setting
   * @param leave is called when the work is done, or was none
   */
  async open(
    viewer: Viewer,
    statement: Sql,
    setting: [name: string, value: string],
    leave: () => void,
  ): Promise<Readable> {
    const began = performance.now();
    let client: pg.PoolClient | undefined;
    try {
      client = await this.pool.connect();
      // the pool watches idle connections only; unheard, a lost one would end the process
      client.on("error", ignore);
      await this.statements.begin(client, viewer, "read only");
      await this.set(client, setting);
      const stream = client.query(copyTo(statement.text));
      const tell = () => {
        this.statements.tell(statement.text, began, "files");
        this.statements.costs.add(statement.text, performance.now() - began);
      };
      this.releaseAfter(stream, client, tell, leave);
      return stream;
    } catch (error) {
      client?.release(true);
      leave();
      throw error;
    }
  }

  /** The database is away: nothing more of them comes. */
  endAll(error: Error): void {
    for (const stream of this.underway) stream.destroy(error);
  }

  private async set(client: pg.PoolClient, setting: [name: string, value: string]): Promise<void> {
    // what an index has in order is read in its order, not read whole and sorted while the reader waits for the first line
    await client.query(
      this.statements.inTime({
        text: `select set_config('statement_timeout', $3, true), set_config('random_page_cost', '1.1', true),
            set_config($1, $2, true)`,
        values: [...setting, String(EXPORT_TIMEOUT_MS)],
      }),
    );
  }

  /**
   * @param tell is called once, when the last line was read or none comes any more
   * @param leave when the connection is free as well
   */
  private releaseAfter(stream: Readable, client: pg.PoolClient, tell: () => void, leave: () => void): void {
    this.underway.add(stream);
    const deadline = setTimeout(
      () => stream.destroy(new ProblemError("took-too-long")),
      EXPORT_TIMEOUT_MS + this.statements.deadlineMs,
    );
    let released = false;
    const release = async (broken: boolean) => {
      if (released) return;
      released = true;
      this.underway.delete(stream);
      tell();
      clearTimeout(deadline);
      client.removeListener("error", ignore);
      await (broken ? Promise.reject() : this.statements.commit(client)).then(
        () => client.release(),
        () => client.release(true),
      );
      leave();
    };
    stream.once("end", () => release(false));
    // a reader that goes away leaves the COPY unfinished: closing the connection ends it in the database too
    stream.once("close", () => release(true));
    stream.once("error", () => release(true));
  }
}
