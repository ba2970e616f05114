// Asks the replica what everybody may read, as long as it has all that an answer has to have (replica.ts).
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Sql } from "../sql.ts";
import { again } from "./again.ts";
import { asProblem } from "./as-problem.ts";
import type { Asker, Lanes } from "./lanes.ts";
import { Replica } from "./replica.ts";
import type { Statements } from "./statements.ts";

/** Longer than that the primary would have answered. */
const REPLICA_DEADLINE_MS = 200;
/** A statement that takes longer is no sign of that: beside it the replica is asked whether it is there, and has as long to say so. */
const LOOK_MS = 1_000;

export class ReplicaReader {
  private readonly pool: pg.Pool;
  private readonly replica: Replica;
  /** those who wait for a statement, to be told that nothing comes */
  private readonly waiting = new Set<(nothing: null) => void>();
  private looking: Promise<void> | null = null;

  constructor(
    options: pg.PoolConfig,
    private readonly lanes: Lanes,
    private readonly statements: Statements,
  ) {
    this.pool = new pg.Pool(options);
    this.replica = new Replica(() => this.lastEdit(REPLICA_DEADLINE_MS));
    this.pool.on("error", () => this.replica.lose());
  }

  /** Which edit an answer has to have, as far as anybody here knows. */
  follow(wanted: () => number | null): void {
    this.replica.follow(wanted);
  }

  /** @returns null where the primary has to be asked */
  async ask<Row extends pg.QueryResultRow>(asker: Asker, statement: Sql): Promise<Row[] | null> {
    if (asker.lane !== "public" || !(await this.replica.hasAll())) return null;
    const leave = await this.lanes.enter(asker, this.statements.costs.of(statement.text));
    let giveUp = (_: null) => {};
    const nothing = new Promise<null>((resolve) => {
      giveUp = resolve;
    });
    this.waiting.add(giveUp);
    const looking = setInterval(() => this.look(), LOOK_MS);
    try {
      // it may have been lost while others had their turn
      if (!(await this.replica.hasAll())) return null;
      return await Promise.race([
        again(() => this.statements.ask<Row>(this.pool, asker, statement)),
        nothing,
      ]);
    } catch (error) {
      if (this.replica.isToBlame(error)) return null;
      throw asProblem(error);
    } finally {
      clearInterval(looking);
      this.waiting.delete(giveUp);
      leave();
    }
  }

  /** Frozen or cut off, it would keep everybody until the end of their statement; they go to the primary. */
  private look(): void {
    this.looking ??= this.lastEdit(LOOK_MS)
      .then(
        () => {},
        () => {
          this.replica.lose();
          for (const giveUp of this.waiting) giveUp(null);
        },
      )
      .finally(() => {
        this.looking = null;
      });
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private async lastEdit(withinMs: number): Promise<number> {
    const asked = this.pool.query<{ version: number }>(
      this.statements.inTime({ text: "select version from data_version where topic = 'edit'" }, withinMs),
    );
    // to open a connection may take longer
    const { rows } = await Promise.race([asked, sleep(withinMs, { rows: [] }, { ref: false })]);
    if (!rows[0]) throw new Error("the replica says nothing");
    return rows[0].version;
  }
}
